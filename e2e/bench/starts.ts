import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { mustRun, npm } from "../servers/process";
import { freePort, serve } from "../servers/serve";
import { formatMs, median } from "./numbers";
import type { Row } from "./report";

const warmRuns = 3;
const warmGoalMs = 3_000;
const longestColdMs = 900_000;

/** (f) `npm start` of what is installed and built, from the command to the first page. */
export async function measureWarmStart(): Promise<Row[]> {
  const taken: number[] = [];
  for (let round = 0; round < warmRuns; round += 1) {
    const dataDir = mkdtempSync(path.join(tmpdir(), "verbatim-warm-"));
    taken.push(await timeStart(process.cwd(), dataDir));
    rmSync(dataDir, { recursive: true, force: true });
  }
  return [
    {
      figure: `warm \`npm start\`, command to first page, median of ${warmRuns}`,
      result: formatMs(median(taken)),
      goal: `≤ ${warmGoalMs / 1000} s`,
      isMet: median(taken) <= warmGoalMs,
    },
  ];
}

/** (f) `npm start` in a bare clone, beside `npm ci` and `next build` by hand in another. */
export async function measureColdStart(): Promise<Row[]> {
  return inBareClones(async ([first, second]) => {
    const coldMs = await timeStart(first, path.join(first, "data"));
    const parts = [
      await mustRun(npm(["ci", "--no-audit", "--no-fund"], { cwd: second })),
      await mustRun(npm(["exec", "--", "next", "build"], { cwd: second })),
    ];
    const byHandMs = parts.reduce((sum, { ms }) => sum + ms, 0);
    const ratio = (coldMs / byHandMs).toFixed(2);
    return [
      {
        figure: "cold `npm start` of a bare clone, command to first page",
        result: `${formatMs(coldMs)}, ${ratio} of \`npm ci\` + \`next build\` (${formatMs(byHandMs)})`,
        goal: "",
        isMet: null,
      },
    ];
  });
}

/** (f) `npm test` in a bare clone: installing, building and every check. */
export async function measureTest(): Promise<Row[]> {
  return inBareClones(async ([clone]) => {
    const { ms, output } = await mustRun(npm(["test"], { cwd: clone }));
    const last = output.trim().split("\n").at(-1) ?? "";
    return [
      {
        figure: "`npm test` of a bare clone",
        result: `${formatMs(ms)} (${last})`,
        goal: "",
        isMet: null,
      },
    ];
  });
}

async function timeStart(cwd: string, dataDir: string): Promise<number> {
  const port = await freePort();
  const env = { HOST: "127.0.0.1", PORT: `${port}`, DATA_DIR: dataDir, NEBULA_API_KEY: "" };
  const start = npm(["start"], { cwd, env });
  const { readyMs, stop } = await serve(start, `http://127.0.0.1:${port}/`, longestColdMs);
  await stop();
  return readyMs;
}

/** The last commit of this repository in two folders with nothing else in them. */
async function inBareClones(
  measure: (folders: [string, string]) => Promise<Row[]>,
): Promise<Row[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "verbatim-clone-"));
  const folders: [string, string] = [path.join(folder, "one"), path.join(folder, "two")];
  try {
    for (const clone of folders) {
      await mustRun({ command: "git", args: ["clone", "--quiet", ".", clone] });
    }
    return await measure(folders);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
