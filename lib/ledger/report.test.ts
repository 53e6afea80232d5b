import { beforeEach, describe, expect, test } from "vitest";
import { deleteImage } from "@/lib/image/store";
import { placeOrder } from "@/lib/job/order-store";
import { claimQueued } from "@/lib/job/queue-store";
import * as jobs from "@/lib/job/store";
import type { PersonId } from "@/lib/person/schema";
import { rename } from "@/lib/person/store";
import { freshDatabase } from "@/lib/testing/database";
import { temporaryFolder } from "@/lib/testing/folder";
import { newJobs } from "@/lib/testing/jobs";
import { billed, delivered, failed, ordered } from "@/lib/testing/money";
import { listOpenCharges } from "./open-store";
import { loadReport } from "./report";
import { correctCharge } from "./store";

process.env.DATA_DIR = temporaryFolder();
beforeEach(freshDatabase);

const at = Date.parse("2026-11-15T12:00:00Z");
const november = { year: 2026, month: 11 };
const report = (month = november, timeZone = "UTC") => loadReport(month, timeZone, undefined);
const about = { detail: null, upstreamRequestId: null };

describe("a month", () => {
  test("in which nothing happened is empty, and knows no first month", async () => {
    expect(await report()).toMatchObject({
      first: undefined,
      sums: { reservedFen: 0, spentFen: 0, maybeFen: 0, savedFen: 0 },
      lostFen: 0,
      kept: 0,
      models: [],
      ratios: [],
      people: [],
    });
    expect((await report()).days).toHaveLength(30);
  });

  test("is empty too when all that was ordered cost nothing in the end", async () => {
    await failed(at, "auth");
    await ordered(at, { price_fen: 0 });
    expect((await report()).models).toEqual([]);
  });

  test("sums by day, model and ratio, each line the sum of its entries", async () => {
    await delivered(at);
    await delivered(at, { ratio: "3:4" });
    await delivered(at + 86_400_000, { model: "qwen-image", price_fen: 25 });
    await failed(at, "unknownOutcome");
    const { sums, days, models, ratios, first } = await report();
    expect(first).toEqual(november);
    expect(sums).toEqual({ reservedFen: 0, spentFen: 61, maybeFen: 18, savedFen: 0 });
    const busy = days.flatMap(({ spentFen, maybeFen }, index) =>
      spentFen + maybeFen > 0 ? [[index + 1, spentFen, maybeFen]] : [],
    );
    expect(busy).toEqual([
      [15, 36, 18],
      [16, 25, 0],
    ]);
    expect(models).toMatchObject([
      { key: "qwen-image-plus", pictures: 2, spentFen: 36, maybeFen: 18 },
      { key: "qwen-image", pictures: 1, spentFen: 25, maybeFen: 0 },
    ]);
    expect(ratios).toMatchObject([
      { key: "1:1", pictures: 2, spentFen: 43, maybeFen: 18 },
      { key: "3:4", pictures: 1, spentFen: 18 },
    ]);
  });

  test.each([
    ["UTC", 31, 10],
    ["Asia/Shanghai", 1, 11],
    ["Asia/Kathmandu", 1, 11],
    ["America/New_York", 31, 10],
  ])("in %s an order of late October is of day %i of month %i", async (zone, day, month) => {
    await delivered(Date.parse("2026-10-31T20:30:00Z"));
    const { days, sums } = await report({ year: 2026, month }, zone);
    expect(sums.spentFen).toBe(18);
    expect(days.findIndex(({ spentFen }) => spentFen > 0) + 1).toBe(day);
    const other = await report({ year: 2026, month: month === 10 ? 11 : 10 }, zone);
    expect(other.sums.spentFen).toBe(0);
  });
});

describe("lost to failures", () => {
  test("is what was billed without a picture; what is under way may still bring one", async () => {
    await delivered(at);
    await billed(at);
    expect((await report()).lostFen).toBe(0);
    const spoilt = await billed(at);
    await jobs.settleFailed(spoilt.id, "notPicture", about, at);
    expect((await report()).lostFen).toBe(18);
  });

  test("a charge that was lost on the way is lost money once somebody says so", async () => {
    const job = await failed(at, "unknownOutcome");
    expect((await report()).lostFen).toBe(0);
    await correctCharge(job.id, true, at);
    expect((await report()).lostFen).toBe(18);
  });

  test("a second try that brings the picture does not bring back the first one's money", async () => {
    const job = await failed(at, "unknownOutcome");
    await correctCharge(job.id, true, at);
    await jobs.retryEnded(job.id, at + 1);
    await claimQueued("nebula", at + 2);
    expect(await report()).toMatchObject({ lostFen: 18, sums: { reservedFen: 18, spentFen: 18 } });
    const nowhere = { url: null, expiresAt: null, imageId: null, upstreamRequestId: null };
    await jobs.recordAnswer(job.id, nowhere, at + 3);
    expect(await report()).toMatchObject({ lostFen: 18, sums: { reservedFen: 0, spentFen: 36 } });
  });

  test("a picture deleted later was no failure", async () => {
    const { id } = await delivered(at);
    await deleteImage(id, at);
    expect(await report()).toMatchObject({ lostFen: 0, kept: 0, sums: { spentFen: 18 } });
  });
});

test("kept are the month's model pictures that are still in the gallery", async () => {
  await delivered(at);
  const { id } = await delivered(at);
  await delivered(Date.parse("2026-10-02T12:00:00Z"));
  expect((await report()).kept).toBe(2);
  await deleteImage(id, at);
  expect((await report()).kept).toBe(1);
});

test("what the cache saved is told beside what was billed", async () => {
  const { job } = await delivered(at, { request_hash: "same" });
  const again = newJobs(1, { request_hash: "same", created_at: at });
  await placeOrder(again[0]?.order_id ?? "", again, { reuse: "take", storedSince: 0 });
  const { sums, lostFen, models, kept } = await report();
  expect(sums).toEqual({ reservedFen: 0, spentFen: 18, maybeFen: 0, savedFen: 18 });
  expect({ lostFen, kept }).toEqual({ lostFen: 0, kept: 1 });
  expect(models).toMatchObject([{ key: job.model, pictures: 1, savedFen: 18 }]);
});

test("people go by their names; an id, which would let another pose as them, is not told", async () => {
  const mine = "01a20a10-e781-7283-9e68-16d6757cca66" as PersonId;
  const theirs = "01a20a10-e781-7283-9e68-16d6757cbeef" as PersonId;
  await delivered(at, { person_id: mine });
  await delivered(at, { person_id: mine });
  await delivered(at, { person_id: theirs });
  await rename(mine, "小王");
  await failed(at, "unknownOutcome");
  const { people } = await loadReport(november, "UTC", mine);
  expect(people).toMatchObject([
    { key: "ca66", name: "小王", isMine: true, spentFen: 36 },
    { key: "beef", name: "", isMine: false, spentFen: 18 },
    { key: "", name: "", isMine: false, spentFen: 0, maybeFen: 18 },
  ]);
  expect(JSON.stringify(people)).not.toContain("01a20a10");
});

describe("open charges", () => {
  test("are those nobody has answered, newest first, of every month", async () => {
    const old = await failed(Date.parse("2026-09-15T12:00:00Z"), "gateway");
    const answered = await failed(at, "unknownOutcome");
    const lost = await failed(at + 5, "emptyResult", { ratio: "16:9" });
    await delivered(at);
    await failed(at, "auth");
    await correctCharge(answered.id, false, at);
    const open = await listOpenCharges(10);
    expect(open).toMatchObject([
      {
        jobId: lost.id,
        orderedAt: at + 5,
        ratio: "16:9",
        words: "一字不差",
        failure: "emptyResult",
        upstreamRequestId: "up-2",
        maybeFen: 18,
      },
      { jobId: old.id, failure: "gateway" },
    ]);
    expect(await listOpenCharges(1)).toHaveLength(1);
  });

  test("stay in sight when their poster cannot be read", async () => {
    const job = await failed(at, "unknownOutcome", { poster: '{"version":99}' });
    expect(await listOpenCharges(10)).toMatchObject([{ jobId: job.id, words: "", maybeFen: 18 }]);
  });

  test("two lost tries of one job are one question about both", async () => {
    const job = await failed(at, "unknownOutcome");
    await jobs.retryEnded(job.id, at + 86_400_000);
    await claimQueued("nebula", at + 86_400_001);
    await jobs.settleFailed(job.id, "unknownOutcome", about, at + 86_400_002);
    expect(await listOpenCharges(10)).toMatchObject([
      { jobId: job.id, orderedAt: at + 86_400_000, maybeFen: 36 },
    ]);
    await correctCharge(job.id, true, at + 86_400_003);
    expect(await listOpenCharges(10)).toEqual([]);
    const { days } = await report();
    expect(days.filter(({ spentFen }) => spentFen === 18)).toHaveLength(2);
  });
});
