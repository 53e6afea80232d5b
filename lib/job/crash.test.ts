import { expect, test } from "vitest";
import { runCrashes } from "@/e2e/crash/crash-run";
import { temporaryFolder } from "@/lib/testing/folder";
import { tableOf } from "@/lib/testing/table";
import { testVictims } from "@/lib/testing/victims";

/** A short run; `npm run bench -- crash` kills the built app two hundred times. */
const start = testVictims();
const kills = 12;
const seed = 20261129;

test("a server killed at any moment loses nothing that was delivered and pays for nothing twice", async () => {
  const folder = temporaryFolder();
  const report = await runCrashes({ folder, start, kills, seed });
  const { faults, ...counts } = report;
  console.log(tableOf(["crash test", "count"], Object.entries(counts)));
  expect(faults).toEqual([]);
  expect(counts.kills).toBe(kills);
  expect(counts.done).toBeGreaterThan(0);
  expect(counts.unknown, "some were caught in flight").toBeGreaterThan(0);
}, 300_000);
