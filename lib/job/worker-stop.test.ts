import { afterEach, beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "@/lib/testing/folder";
import { newJobs, place } from "@/lib/testing/jobs";
import { endWorker } from "@/lib/testing/process";
import { jobRows, whenJobs } from "@/lib/testing/rows";
import { fakeUpstream, upstreamEnv } from "@/lib/testing/upstream";
import type { NewJob } from "./order-store";
import * as store from "./store";
import { startWorker, stopWorker, wake } from "./worker";

const fake = await fakeUpstream({ latencyMs: 400 });
Object.assign(process.env, upstreamEnv(fake), {
  DATA_DIR: temporaryFolder(),
  UPSTREAM_STARTS_PER_SECOND: "1000",
  UPSTREAM_IN_FLIGHT: "2",
});
beforeEach(startWorker);
afterEach(endWorker);

async function send(count: number): Promise<NewJob[]> {
  const jobs = newJobs(count);
  await place(jobs);
  wake();
  return jobs;
}

const statesOf = async (jobs: NewJob[]) => (await jobRows(jobs)).map(({ state }) => state);
const cancel = (jobs: NewJob[]) =>
  Promise.all(jobs.map(({ id }) => store.cancelQueued(id, Date.now())));

test("a stop keeps every answer in flight and starts nothing new", async () => {
  const jobs = await send(5);
  await whenJobs(jobs, (rows) => rows.filter(({ state }) => state === "painting").length === 2);
  await stopWorker(20_000);
  const states = ["done", "done", "queued", "queued", "queued"];
  expect(await statesOf(jobs)).toEqual(states);
  wake();
  await stopWorker(20_000);
  expect(await statesOf(jobs)).toEqual(states);
  expect(fake.control.log()).toMatchObject({ charged: 2, downloads: 2 });
  await cancel(jobs);
});

test("a job that starts at the very moment of the stop is painted to its end", async () => {
  const jobs = await send(2);
  await stopWorker(20_000);
  const states = await statesOf(jobs);
  expect(states.filter((state) => state !== "queued" && state !== "done")).toEqual([]);
  expect(fake.control.log().charged).toBe(states.filter((state) => state === "done").length);
  await cancel(jobs);
});

test("a stop does not wait for a silent upstream longer than it may", async () => {
  fake.control.set({ scenario: "slow:2" });
  const jobs = await send(1);
  await whenJobs(jobs, ([job]) => job?.state === "painting");
  await stopWorker(50);
  expect(await statesOf(jobs)).toEqual(["painting"]);
});

test("the next server goes on with what waits", async () => {
  const jobs = await send(3);
  await endWorker();
  await startWorker();
  const rows = await whenJobs(jobs, (all) => all.every(({ state }) => state === "done"));
  expect(rows).toHaveLength(3);
  expect(fake.control.log().requests).toHaveLength(3);
});
