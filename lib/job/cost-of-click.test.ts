import { beforeEach, describe, expect, test } from "vitest";
import { sumSince } from "@/lib/ledger/store";
import { env } from "@/lib/server/env";
import { newId } from "@/lib/server/id";
import { freshDatabase } from "@/lib/testing/database";
import { temporaryFolder } from "@/lib/testing/folder";
import { aPoster } from "@/lib/testing/jobs";
import { delivered, failed } from "@/lib/testing/money";
import { ann } from "@/lib/testing/proofs";
import { jobRow } from "@/lib/testing/rows";
import { enqueueOrder, plantTypo, repeatJob, retryJob, rollUntilExact } from "./actions";
import { loadBoard } from "./board";
import { findJob, type NewJob } from "./order-store";
import { claimQueued } from "./queue-store";
import { listRolls, startRoll } from "./roll-store";
import * as store from "./store";

process.env.DATA_DIR = temporaryFolder();
process.env.NEBULA_API_KEY = "sk-unit";
/** The price of now; what the tests order before was ordered at 18. */
process.env.PRICE_FEN = "25";
expect(env().PRICE_FEN).toBe(25);
beforeEach(freshDatabase);

const refused = { ok: false, code: "costsMore" };
const about = { detail: null, upstreamRequestId: null };

/** What the button of a job says it costs, fen. */
async function onButton({ id }: Pick<NewJob, "id">): Promise<number | undefined> {
  const { jobs } = await loadBoard(Date.now(), 0);
  return jobs.find((job) => job.id === id)?.againFen;
}

/** A job whose picture is paid for and could not be fetched; its address may live on. */
async function unfetched(expiresAt: number): Promise<NewJob> {
  const job = await failed(1000, "auth");
  await store.retryEnded(job.id, 1001);
  await claimQueued("nebula", Date.now());
  const answer = { url: "https://example.com/a.png", imageId: null, upstreamRequestId: null };
  await store.recordAnswer(job.id, { ...answer, expiresAt }, 1003);
  await store.settleFailed(job.id, "downloadFailed", about, 1004);
  return job;
}

describe("fetching again for nothing", () => {
  test("costs nothing while the picture waits", async () => {
    const job = await unfetched(Date.now() + 60_000);
    expect(await onButton(job)).toBe(0);
    const before = await sumSince(0);
    expect(await retryJob({ id: job.id, maxFen: 0 })).toMatchObject({ ok: true });
    expect(await jobRow(job)).toMatchObject({ state: "saving" });
    expect(await sumSince(0)).toEqual(before);
  });

  test("is refused, and buys nothing, once its address has died", async () => {
    const job = await unfetched(Date.now() - 1);
    const before = await jobRow(job);
    expect(await retryJob({ id: job.id, maxFen: 0 })).toEqual(refused);
    expect(await jobRow(job)).toEqual(before);
    expect(await onButton(job)).toBe(25);
    expect((await sumSince(0)).reservedFen).toBe(0);
  });

  test("clicked twice, the second buys nothing either, whatever the first came to", async () => {
    const job = await unfetched(Date.now() + 60_000);
    await retryJob({ id: job.id, maxFen: 0 });
    expect(await retryJob({ id: job.id, maxFen: 0 })).toEqual({ ok: false, code: "notRetryable" });
    await store.settleFailed(job.id, "resultExpired", about, Date.now());
    expect(await retryJob({ id: job.id, maxFen: 0 })).toEqual(refused);
    expect((await sumSince(0)).reservedFen).toBe(0);
  });
});

describe("after the price has changed", () => {
  test("another try shows, is asked for and books the price of now", async () => {
    const job = await failed(1000, "auth");
    expect(await onButton(job)).toBe(25);
    expect(await retryJob({ id: job.id, maxFen: 18 })).toEqual(refused);
    expect(await retryJob({ id: job.id, maxFen: 25 })).toMatchObject({ ok: true });
    expect(await jobRow(job)).toMatchObject({ state: "queued", price_fen: 25 });
    expect((await sumSince(0)).reservedFen).toBe(25);
  });

  test("one more of a known request does too", async () => {
    const { job } = await delivered(1000);
    const again = (maxFen: number) => repeatJob({ id: job.id, requestId: newId(), maxFen });
    expect(await again(18)).toEqual(refused);
    expect((await sumSince(0)).reservedFen).toBe(0);
    expect(await again(25)).toMatchObject({ ok: true });
    expect((await sumSince(0)).reservedFen).toBe(25);
  });

  test("an order from an old tab is refused, not booked dearer than it said", async () => {
    const click = { reuse: "never", painter: "nebula", poster: aPoster({ count: 2 }) } as const;
    const order = (maxFen: number) => enqueueOrder({ ...click, requestId: newId(), maxFen });
    expect(await order(36)).toEqual(refused);
    expect(await order(50)).toMatchObject({ ok: true });
    expect((await sumSince(0)).reservedFen).toBe(50);
  });

  test.each([
    [24, 0, 0],
    [25, 1, 25],
    [54, 1, 25],
  ])("a roll keeps within %i fen at the price of now", async (maxFen, made, reservedFen) => {
    const { job, id: imageId } = await delivered(1000);
    expect(await rollUntilExact({ imageId, maxMore: 3, maxFen })).toMatchObject({ ok: true });
    const [roll] = await listRolls();
    expect(roll).toMatchObject({ made, priceFen: 25 });
    expect((await sumSince(0)).reservedFen).toBe(reservedFen);
    expect(await findJob(job.id)).toMatchObject({ price_fen: 18 });
  });

  test("a typo is planted for nothing, as ever", async () => {
    const draft = { requestId: newId(), reuse: "never", painter: "draft" } as const;
    await enqueueOrder({ ...draft, poster: aPoster(), maxFen: 0 });
    const [made] = (await loadBoard(Date.now(), 0)).jobs;
    const planted = plantTypo({ id: made?.id ?? "", requestId: newId(), maxFen: 0 });
    expect(await planted).toMatchObject({ ok: true });
  });
});

test("a roll over an old picture books no more than its limit, picture after picture", async () => {
  const { job } = await delivered(1000);
  await startRoll(job.id, { maxMore: 5, maxFen: 49 }, ann, Date.now());
  expect((await sumSince(0)).reservedFen).toBe(25);
});
