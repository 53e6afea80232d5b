import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runCrashes } from "../crash/crash-run";
import { startBuiltApp } from "../crash/victim";
import type { Row } from "./report";

const kills = 200;

/** (i) The built app killed 200 times in the middle of orders, its books read after each kill. */
export async function measureCrashes(): Promise<Row[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "verbatim-crash-"));
  const seed = Math.floor(Math.random() * 2 ** 31);
  const { faults, ...counts } = await runCrashes({ folder, start: startBuiltApp, kills, seed });
  for (const fault of faults) process.stdout.write(`\n  ${fault}`);
  rmSync(folder, { recursive: true, force: true });
  const { jobs, done, unknown, rescued, charged, spent, maybe, killsAtStart } = counts;
  return [
    {
      figure: `the built app killed ${counts.kills} times during orders (${killsAtStart} of them while it started): pictures lost, painted twice, or money adrift`,
      result: `${faults.length} (${jobs} jobs: ${done} done, ${unknown} unknown, ${rescued} caught between answer and picture; upstream charged ${charged}, ledger ${spent} spent + ${maybe} maybe; seed ${seed})`,
      goal: "0",
      isMet: faults.length === 0,
    },
  ];
}
