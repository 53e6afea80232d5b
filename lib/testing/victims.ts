import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll } from "vitest";
import { type StartVictim, workerVictims } from "@/e2e/crash/victim";

/** Worker processes for one test file; what they are started from is gone when it has run. */
export function testVictims(): StartVictim {
  mkdirSync(".verbatim", { recursive: true });
  const folder = mkdtempSync(path.resolve(".verbatim/worker-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return workerVictims(folder);
}
