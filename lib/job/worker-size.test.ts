import { afterAll, beforeAll, expect, test } from "vitest";
import { findImage } from "@/lib/image/store";
import { noBudget } from "@/lib/ledger/schema";
import { saveBudget } from "@/lib/ledger/store";
import type { Ratio } from "@/lib/poster/schema";
import { database } from "@/lib/server/db/client";
import { newId } from "@/lib/server/id";
import { temporaryFolder } from "@/lib/testing/folder";
import { aPoster } from "@/lib/testing/jobs";
import { fakeUpstream, upstreamEnv } from "@/lib/testing/upstream";
import { enqueueOrder } from "./actions";
import { isSettled } from "./state";
import type { JobRow } from "./store";
import { startWorker, stopWorker } from "./worker";

const fake = await fakeUpstream();
Object.assign(process.env, upstreamEnv(fake), {
  DATA_DIR: temporaryFolder(),
  UPSTREAM_STARTS_PER_SECOND: "1000",
  RETRY_MAYBE_CHARGED: "on",
});
beforeAll(startWorker);
afterAll(() => stopWorker(10_000));

/** Orders a picture of a ratio and gives its job when it has ended. */
async function order(ratio: Ratio): Promise<JobRow> {
  const requestId = newId();
  const poster = aPoster({ ratios: [ratio] });
  const placed = await enqueueOrder({ requestId, reuse: "never", painter: "nebula", poster });
  expect(placed).toMatchObject({ ok: true });
  const db = await database();
  const find = () =>
    db.selectFrom("job").selectAll().where("order_id", "=", requestId).executeTakeFirstOrThrow();
  await expect
    .poll(async () => isSettled((await find()).state), { timeout: 20_000, interval: 10 })
    .toBe(true);
  return find();
}

async function entriesOf({ id }: JobRow): Promise<string[]> {
  const db = await database();
  const rows = await db
    .selectFrom("ledger")
    .select("kind")
    .where("job_id", "=", id)
    .orderBy("id")
    .execute();
  return rows.map(({ kind }) => kind);
}

const askedSizes = () => fake.control.log().requests.map(({ size }) => size);

test("a size no longer taken is asked for once with its twin, for nothing", async () => {
  fake.control.set({ sizeSet: "dashscope" });
  const job = await order("3:4");
  expect(job).toMatchObject({ state: "done", size: "1104*1472", is_resized: 1, failure: null });
  expect(askedSizes()).toEqual(["1140*1472", "1104*1472"]);
  expect(await entriesOf(job)).toEqual(["reserve", "settle"]);
  expect(await findImage(job.image_id ?? "")).toMatchObject({ width: 1104, height: 1472 });
});

test("the size that was taken is remembered: the next order asks once", async () => {
  fake.control.set({ sizeSet: "dashscope" });
  const job = await order("3:4");
  expect(job).toMatchObject({ state: "done", is_resized: 0 });
  expect(askedSizes()).toEqual(["1104*1472"]);
});

test("each ratio remembers for itself", async () => {
  fake.control.set({ sizeSet: "dashscope" });
  await order("4:3");
  await order("4:3");
  await order("1:1");
  expect(askedSizes()).toEqual(["1472*1140", "1472*1104", "1472*1104", "1328*1328"]);
});

test("an upstream that goes back to the old size is followed", async () => {
  fake.control.set({ sizeSet: "seed" });
  expect(await order("3:4")).toMatchObject({ state: "done", size: "1140*1472" });
  await order("3:4");
  expect(askedSizes()).toEqual(["1104*1472", "1140*1472", "1140*1472"]);
});

test("a size neither of which is taken ends after both, and remembers nothing", async () => {
  fake.control.set({ scenario: "e1" });
  const job = await order("3:4");
  expect(job).toMatchObject({ state: "failed", failure: "sizeUnsupported" });
  expect(await entriesOf(job)).toEqual(["reserve", "release"]);
  fake.control.set({ scenario: null });
  await order("3:4");
  expect(askedSizes()).toEqual(["1140*1472", "1104*1472", "1140*1472"]);
});

test("allowed by the server's owner, a try that may be charged twice needs room for two; with room for one it ends", async () => {
  const job = await order("1:1");
  expect(job.state).toBe("done");
  const db = await database();
  const { spent } = await db
    .selectFrom("ledger")
    .select(({ fn }) => fn.sum<number>("spent_fen").as("spent"))
    .executeTakeFirstOrThrow();
  fake.control.reset();
  fake.control.set({ scenario: "e22" });
  await saveBudget({ ...noBudget, dayFen: spent + job.price_fen });
  const refused = await order("1:1");
  expect(refused).toMatchObject({ state: "failed", failure: "gateway", attempts: 1 });
  expect(await entriesOf(refused)).toEqual(["reserve", "maybeCharged"]);
  expect(fake.control.log().requests).toHaveLength(1);

  await saveBudget({ ...noBudget, dayFen: spent + 3 * job.price_fen });
  const tried = await order("1:1");
  expect(tried).toMatchObject({ state: "failed", failure: "gateway", attempts: 2 });
  expect(await entriesOf(tried)).toEqual(["reserve", "maybeCharged", "reserve", "maybeCharged"]);
});
