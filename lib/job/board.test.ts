import { beforeEach, describe, expect, test } from "vitest";
import { deleteImage } from "@/lib/image/store";
import { enter } from "@/lib/ledger/store";
import { database } from "@/lib/server/db/client";
import { freshDatabase } from "@/lib/testing/database";
import { temporaryFolder } from "@/lib/testing/folder";
import { storedImage } from "@/lib/testing/images";
import { aPoster, newJobs, place } from "@/lib/testing/jobs";
import { loadBoard } from "./board";
import type { NewJob } from "./order-store";
import { claimQueued } from "./queue-store";
import * as store from "./store";

process.env.DATA_DIR = temporaryFolder();
const now = Date.UTC(2026, 5, 15, 12);
const address = `https://dashscope-result-bj.oss-cn-beijing.aliyuncs.com/7d/a.png?Expires=${now / 1000 + 60}&Signature=secret`;

beforeEach(freshDatabase);

async function job(changes: Partial<store.JobRow>, made: Partial<NewJob> = {}): Promise<string> {
  const [written] = newJobs(1, made);
  if (!written) throw new Error("no job");
  await place([written]);
  const db = await database();
  await db
    .updateTable("job")
    .set({ state: "queued", ...changes })
    .where("id", "=", written.id)
    .execute();
  return written.id;
}

/** What the ledger holds of a job whose picture was delivered. */
async function paidFor(id: string): Promise<void> {
  const db = await database();
  const row = await db.selectFrom("job").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  await enter(db, "settle", row, now);
}

const paid = {
  state: "failed",
  failure: "downloadFailed",
  answered_at: now - 1000,
  answer_url: address,
  answer_expires_at: now + 60_000,
} as const;

test("an empty house has an empty board", async () => {
  expect(await loadBoard(now, now)).toEqual({
    build: expect.any(String),
    revision: expect.any(String),
    now,
    usualMs: null,
    todayFen: 0,
    totalFen: 0,
    left: { orderFen: null, dayFen: null, monthFen: null },
    rolls: [],
    jobs: [],
  });
});

test("jobs stand newest first, a finished one with its picture and cost", async () => {
  const first = await job({ state: "queued" });
  const image = await storedImage({ created_at: now, took_ms: 9000 });
  const second = await job({ state: "done", image_id: image, started_at: 5 }, { created_at: now });
  await paidFor(second);
  const board = await loadBoard(now, now);
  expect(board).toMatchObject({ todayFen: 18, totalFen: 18, usualMs: 9000 });
  expect(board.jobs).toMatchObject([
    {
      id: second,
      state: "done",
      startedAt: 5,
      spentFen: 18,
      image: { id: image, width: 1140, height: 1472, tookMs: 9000 },
    },
    { id: first, state: "queued", priceFen: 18, image: null },
  ]);
});

test("a picture painted without its words is told apart", async () => {
  const poster = JSON.stringify(aPoster({ bare: true }));
  const bare = await storedImage({ created_at: now, poster });
  await job({ state: "done", image_id: bare });
  await job({ state: "done", image_id: await storedImage({ created_at: now }) });
  const { jobs } = await loadBoard(now, now);
  expect(jobs.map(({ image }) => image?.isBare)).toEqual([false, true]);
});

test("no upstream address and no prompt ever reach a page", async () => {
  await job(paid, { prompt: "the whole prompt", negative_prompt: "the negative" });
  const sent = JSON.stringify(await loadBoard(now, now));
  expect(sent).not.toMatch(/https?:|aliyuncs|secret|the whole prompt|the negative/u);
});

describe("what another try would cost is said rightly", () => {
  test.each<[string, Partial<store.JobRow>, boolean]>([
    ["nothing while the paid picture waits", paid, true],
    ["nothing where its address names no end", { ...paid, answer_expires_at: null }, true],
    ["its price once the address has run out", { ...paid, answer_expires_at: now }, false],
    ["its price where there is no address", { ...paid, answer_url: null }, false],
    ["its price where nothing was answered", { state: "failed", failure: "network" }, false],
  ])("%s", async (_name, changes, isWaiting) => {
    const id = await job(changes);
    expect((await loadBoard(now, now)).jobs).toMatchObject([{ id, isWaiting }]);
    expect(await store.retryEnded(id, now)).toBe(isWaiting ? "fetching" : "painting");
    const [after] = (await loadBoard(now, now)).jobs;
    expect(after?.state).toBe(isWaiting ? "saving" : "queued");
  });
});

test("what the ledger says of a job stands beside it, a draft costs nothing", async () => {
  const lost = await job({});
  await claimQueued("nebula", 5);
  const answer = { url: address, expiresAt: null, imageId: null, upstreamRequestId: null };
  await store.recordAnswer(lost, answer, 6);
  await job({ state: "unknown" }, { painter: "draft", price_fen: 0 });
  const unknown = await job({});
  await claimQueued("nebula", 7);
  const about = { detail: null, upstreamRequestId: null };
  await store.settleFailed(unknown, "unknownOutcome", about, 8);
  await store.settleFailed(lost, "resultExpired", about, 9);
  const { jobs } = await loadBoard(now, now);
  expect(jobs).toMatchObject([
    { id: unknown, spentFen: 0, maybeFen: 18 },
    { spentFen: 0, maybeFen: 0 },
    { id: lost, spentFen: 18, maybeFen: 0 },
  ]);
});

test("what was cleared or deleted is out of sight, what was spent is not", async () => {
  const kept = await storedImage({ created_at: now });
  const deleted = await storedImage({ created_at: now });
  await paidFor(await job({ state: "done", image_id: kept, dismissed_at: now }));
  await paidFor(await job({ state: "done", image_id: deleted }));
  await deleteImage(deleted, now);
  const board = await loadBoard(now, now);
  expect(board.jobs).toEqual([]);
  expect(board.totalFen).toBe(36);
});

test("the usual time is that of the last twenty painted pictures, drafts aside", async () => {
  await storedImage({ took_ms: 999_000 });
  for (let made = 0; made < 20; made += 1) await storedImage({ took_ms: 7000 + made });
  await storedImage({ painter: "draft", took_ms: 100 });
  expect((await loadBoard(now, now)).usualMs).toBe(7010);
});

test("a change shows as another revision", async () => {
  const before = await loadBoard(now, now);
  expect((await loadBoard(now + 1, now)).revision).toBe(before.revision);
  await job({});
  expect((await loadBoard(now, now)).revision).not.toBe(before.revision);
});
