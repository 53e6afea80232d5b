import { afterEach, beforeEach, expect, test } from "vitest";
import type { RequestRecord } from "@/e2e/fake-upstream/state";
import { giveUpRows } from "@/lib/testing/fault-rows";
import { expectOutcome, faultTable, runFaults } from "@/lib/testing/faults";
import { temporaryFolder } from "@/lib/testing/folder";
import { newJobs, place } from "@/lib/testing/jobs";
import { endWorker } from "@/lib/testing/process";
import { whenSettled } from "@/lib/testing/rows";
import { fakeUpstream, upstreamEnv } from "@/lib/testing/upstream";
import { startWorker, wake, workerPace } from "./worker";

const fake = await fakeUpstream();
Object.assign(process.env, upstreamEnv(fake), {
  DATA_DIR: temporaryFolder(),
  UPSTREAM_STARTS_PER_SECOND: "20",
});
beforeEach(startWorker);
afterEach(endWorker);

const isRefused = ({ row }: RequestRecord) => row === "18";

test("an upstream slower than we are slows us, paints everything, and the pace comes back", async () => {
  const configured = workerPace();
  fake.control.set({ startsPerSecond: 2, scenario: "v3+tinypng" });
  const jobs = newJobs(8);
  await place(jobs);
  wake();
  const rows = await whenSettled(jobs, 60_000);
  expect(rows.map(({ state }) => state)).toEqual(Array(8).fill("done"));

  const { requests } = fake.control.log();
  const refusals = requests.filter(isRefused);
  expect(refusals.length).toBeGreaterThan(0);
  expect(requests).toHaveLength(8 + refusals.length);
  const first = requests.findIndex(isRefused);
  const burst = requests.filter(({ at }) => at - (requests[first]?.finishedAt ?? 0) < 1300);
  // Whoever was on the way when the first was refused; then silence until the wait was over.
  expect(burst.length).toBeLessThanOrEqual(8);

  fake.control.set({ startsPerSecond: null });
  const more = newJobs(20);
  await place(more);
  wake();
  await whenSettled(more, 60_000);
  expect(workerPace()).toMatchObject({
    intervalMs: configured?.intervalMs,
    inFlight: configured?.inFlight,
    refusals: 0,
  });
});

test("an upstream that refuses for ever is given up after three tries more", async () => {
  const outcomes = await runFaults(giveUpRows, fake.control.log);
  console.log(faultTable("refused for ever", outcomes));
  for (const outcome of outcomes) expectOutcome(outcome);
  const arrivals = fake.control.log().requests;
  const waits = arrivals
    .slice(1)
    .map(({ at }, index) => at - (arrivals[index]?.finishedAt ?? Number.POSITIVE_INFINITY));
  // A third less than usual at the least, and the fake notes the end of an answer a moment late.
  for (const [index, usualMs] of [2000, 5000, 12_000].entries()) {
    expect(waits[index]).toBeGreaterThanOrEqual(usualMs * 0.65);
  }
});
