import { existsSync, mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { readBooks } from "@/e2e/crash/books";
import { sumSince } from "@/lib/ledger/store";
import { newId } from "@/lib/server/id";
import { temporaryFolder } from "@/lib/testing/folder";
import { aPoster, newJobs, place } from "@/lib/testing/jobs";
import { lockDatabase } from "@/lib/testing/lock";
import { endWorker } from "@/lib/testing/process";
import { whenJobs, whenSettled } from "@/lib/testing/rows";
import { fakeUpstream, upstreamEnv } from "@/lib/testing/upstream";
import { testVictims } from "@/lib/testing/victims";
import { enqueueOrder } from "./actions";
import { findHealth } from "./health";
import type { NewJob } from "./order-store";
import { countUnwritten } from "./until-written";
import { startWorker, wake } from "./worker";

const folder = temporaryFolder();
const fake = await fakeUpstream();
const settings = { ...upstreamEnv(fake), UPSTREAM_STARTS_PER_SECOND: "1000" };
Object.assign(process.env, settings, { DATA_DIR: folder });
const startVictim = testVictims();
afterEach(endWorker);

/** The notes beside the database. */
function notesIn(dataDir: string): string[] {
  const answers = path.join(dataDir, "answers");
  return existsSync(answers) ? readdirSync(answers).filter((name) => name.endsWith(".json")) : [];
}

const order = () =>
  enqueueOrder({ requestId: newId(), reuse: "never", painter: "nebula", poster: aPoster() });

/** Orders that are painted at this moment; their answers come when the database is locked. */
async function underWay(count: number): Promise<NewJob[]> {
  const jobs = newJobs(count);
  await place(jobs);
  wake();
  await whenJobs(jobs, (rows) => rows.every(({ state }) => state === "painting"));
  return jobs;
}

describe("answers that come while another program has the database", () => {
  test.each([
    ["with an address", "slow:1"],
    ["with the picture inside", "slow:1+v3+tinypng"],
  ])(
    "(%s) are all written once it is free, and nothing is ordered meanwhile",
    async (_name, scenario) => {
      fake.control.set({ scenario });
      await startWorker();
      const before = await sumSince(0);
      const jobs = await underWay(6);
      const unlock = await lockDatabase(folder);
      await vi.waitUntil(() => countUnwritten() > 0, { timeout: 25_000, interval: 20 });
      expect(await findHealth(Date.now())).toMatchObject({
        status: "failing",
        database: "unwritable",
        answers: { status: "waiting" },
      });
      expect(await order()).toEqual({ ok: false, code: "answersWait" });
      expect(fake.control.log().requests).toHaveLength(6);
      unlock();
      const rows = await whenSettled(jobs, 60_000);
      expect(rows.map(({ state }) => state)).toEqual(Array(6).fill("done"));
      expect((await sumSince(0)).spentFen - before.spentFen).toBe(6 * 18);
      await vi.waitUntil(() => countUnwritten() === 0, { timeout: 20_000 });
      expect(notesIn(folder)).toEqual([]);
      expect((await findHealth(Date.now())).answers).toEqual({ status: "ok", waiting: 0 });
      expect(fake.control.log().requests).toHaveLength(6);
    },
    120_000,
  );
});

test("a kill while an answer waits for the database loses nothing", async () => {
  const dataDir = temporaryFolder();
  mkdirSync(dataDir, { recursive: true });
  const victim = await startVictim({ ...settings, DATA_DIR: dataDir });
  await victim.ready;
  await victim.order("[[slow:1]] kept", 3);
  await vi.waitUntil(() => fake.control.log().requests.length === 3, { timeout: 20_000 });
  const unlock = await lockDatabase(dataDir);
  await vi.waitUntil(() => notesIn(dataDir).length === 3, { timeout: 30_000 });
  await victim.kill();
  unlock();
  expect((await readBooks(dataDir)).jobs.map(({ state }) => state)).toEqual(
    Array(3).fill("painting"),
  );

  const next = await startVictim({ ...settings, DATA_DIR: dataDir });
  await next.ready;
  const books = await vi.waitUntil(
    async () => {
      const found = await readBooks(dataDir);
      return found.images.length === 3 && found;
    },
    { timeout: 30_000, interval: 100 },
  );
  expect(books.sums).toEqual({ reserved: 0, spent: 54, maybe: 0 });
  expect(notesIn(dataDir)).toEqual([]);
  await next.stop();
  expect(fake.control.log().requests).toHaveLength(3);
}, 120_000);

test("a locked database does not hold up the process", async () => {
  await startWorker();
  const unlock = await lockDatabase(folder);
  const began = performance.now();
  const ordered = order();
  let turns = 0;
  const turning = setInterval(() => {
    turns += 1;
  }, 5);
  await vi.waitUntil(() => turns >= 5, { timeout: 20_000 });
  unlock();
  clearInterval(turning);
  // Had the wait been SQLite's own, not one turn would have come before it was over.
  expect(await ordered).toMatchObject({ ok: true });
  expect(performance.now()).toBeGreaterThan(began);
});
