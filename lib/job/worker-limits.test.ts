import { afterAll, beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "@/lib/testing/folder";
import { newJobs, place } from "@/lib/testing/jobs";
import { whenSettled } from "@/lib/testing/rows";
import { fakeUpstream, upstreamEnv } from "@/lib/testing/upstream";
import type { NewJob } from "./order-store";
import { startWorker, stopWorker, wake } from "./worker";

const fake = await fakeUpstream();
const spacingMs = 100;
Object.assign(process.env, upstreamEnv(fake), {
  DATA_DIR: temporaryFolder(),
  UPSTREAM_STARTS_PER_SECOND: String(1000 / spacingMs),
  UPSTREAM_IN_FLIGHT: "3",
});
beforeAll(async () => {
  await startWorker();
  // The first request of a process is slow on its way, which would bring the second too near.
  fake.control.set(refused);
  const first = newJobs(1);
  await send(first);
  await whenSettled(first);
});
afterAll(() => stopWorker(10_000));

/** An answer at once and without a picture, so that only the starts are looked at. */
const refused = { scenario: "e7" };

const smallestGap = (times: number[]) =>
  Math.min(...times.slice(1).map((at, index) => at - (times[index] ?? 0)));

async function send(jobs: NewJob[]): Promise<void> {
  await place(jobs);
  wake();
}

/** Our own clock is exact; on the way to the upstream one start may be held up more than the next. */
async function expectDistance(jobs: NewJob[]): Promise<void> {
  const rows = await whenSettled(jobs);
  const starts = rows.map((row) => row.started_at ?? 0).toSorted((a, b) => a - b);
  expect(smallestGap(starts)).toBeGreaterThanOrEqual(spacingMs - 1);
  const arrivals = fake.control.log().requests.map(({ at }) => at);
  expect(arrivals).toHaveLength(jobs.length);
  expect(smallestGap(arrivals)).toBeGreaterThan(spacingMs / 3);
}

test("starts keep their distance, from the first on", async () => {
  fake.control.set(refused);
  const jobs = newJobs(8);
  await send(jobs);
  await expectDistance(jobs);
});

test("calls from all sides do not make it hurry", async () => {
  fake.control.set(refused);
  const orders = Array.from({ length: 6 }, () => newJobs(1));
  await Promise.all(orders.map(send));
  const calling = setInterval(wake, 3);
  await expectDistance(orders.flat());
  clearInterval(calling);
});

test("a pause does not save up starts for later", async () => {
  fake.control.set(refused);
  const first = newJobs(1);
  await send(first);
  await whenSettled(first);
  await new Promise((resolve) => setTimeout(resolve, 4 * spacingMs));
  const second = newJobs(4);
  await send(second);
  await expectDistance([...first, ...second]);
});

test("no more than the limit are in flight, and as many as that", async () => {
  fake.control.set({ scenario: "e3o+slow:0.6" });
  const jobs = newJobs(7);
  await send(jobs);
  await whenSettled(jobs);
  const { maxInFlight, requests } = fake.control.log();
  expect(maxInFlight).toBe(3);
  expect(requests.map(({ row }) => row)).toEqual(Array(7).fill("3o"));
});
