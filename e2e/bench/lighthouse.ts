import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { mustRun, npm } from "../servers/process";
import type { Lab } from "./lab";
import { limited } from "./limited";
import { median } from "./numbers";
import type { Row } from "./report";
import { seedPictures } from "./seed";

// By npx and not by package.json: 200 packages for a figure taken now and then. 13 wants Node 22.
const lighthouse = "lighthouse@12.8.2";
const runs = 3;
const fetchMs = 240_000;
const runMs = 180_000;
const categories = ["performance", "accessibility", "best-practices"] as const;
const goals = [97, 100, 100] as const;
const paths = ["/", "/gallery"] as const;
const figureOf = (page: string) =>
  `Lighthouse, mobile, \`${page}\` with 8 images: performance / accessibility / best practices`;
const goal = `≥ ${goals.join(" / ")}`;

type Scores = Record<(typeof categories)[number], number>;

/** (d) Lighthouse's scores as on a phone; a row says so when it cannot be fetched. */
export async function measureLighthouse(lab: Lab): Promise<Row[]> {
  // Run from outside, where npx finds no package.json to look into.
  const folder = mkdtempSync(path.join(tmpdir(), "verbatim-lighthouse-"));
  try {
    if (!(await canBeFetched(folder))) {
      const result = `not run: npx could not fetch ${lighthouse}`;
      return paths.map((page) => ({ figure: figureOf(page), result, goal, isMet: null }));
    }
    return await scoreAll(lab, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function canBeFetched(folder: string): Promise<boolean> {
  const asking = mustRun(command(folder, ["--version"]));
  return limited(asking, fetchMs, "no version of Lighthouse").then(
    () => true,
    () => false,
  );
}

const command = (folder: string, args: readonly string[], env?: Record<string, string>) =>
  npm(["exec", "--yes", "--package", lighthouse, "--", "lighthouse", ...args], {
    cwd: folder,
    env,
  });

async function scoreAll(lab: Lab, folder: string): Promise<Row[]> {
  return lab.withStudio(1000, async (app) => {
    await seedPictures(lab, app);
    const rows: Row[] = [];
    for (const page of paths) {
      const taken: Scores[] = [];
      for (let round = 0; round < runs; round += 1) {
        taken.push(await score(`${app.url}${page}`, folder, lab.chromium));
      }
      rows.push(row(page, taken));
    }
    return rows;
  });
}

function row(page: string, taken: readonly Scores[]): Row {
  const medians = categories.map((category) => median(taken.map((scores) => scores[category])));
  const performances = taken.map((scores) => scores.performance).join(", ");
  return {
    figure: figureOf(page),
    result: `${medians.join(" / ")} (performance in ${runs} runs: ${performances})`,
    goal,
    isMet: medians.every((value, index) => value >= (goals[index] ?? 100)),
  };
}

async function score(url: string, folder: string, chromium = ""): Promise<Scores> {
  const report = path.join(folder, "report.json");
  const args = [
    url,
    "--quiet",
    "--output=json",
    `--output-path=${report}`,
    `--only-categories=${categories.join(",")}`,
    "--chrome-flags=--headless=new --no-sandbox",
  ];
  const env: Record<string, string> = chromium === "" ? {} : { CHROME_PATH: chromium };
  await limited(mustRun(command(folder, args, env)), runMs, `Lighthouse did not end on ${url}`);
  const { categories: found }: { categories: Record<string, { score: number }> } = JSON.parse(
    readFileSync(report, "utf8"),
  );
  const percent = (category: string) => Math.round((found[category]?.score ?? 0) * 100);
  return Object.fromEntries(categories.map((name) => [name, percent(name)])) as Scores;
}
