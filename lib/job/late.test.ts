import { beforeEach, describe, expect, test } from "vitest";
import { tinyPng } from "@/e2e/fake-upstream/png";
import { storePicture } from "@/lib/image/store-picture";
import { correctCharge, sumSince } from "@/lib/ledger/store";
import { database } from "@/lib/server/db/client";
import { DownloadError } from "@/lib/server/painter/download-error";
import { readPicture } from "@/lib/server/storage/disk";
import { freshDatabase } from "@/lib/testing/database";
import { temporaryFolder } from "@/lib/testing/folder";
import { imageOf } from "@/lib/testing/images";
import { newJobs, place } from "@/lib/testing/jobs";
import { jobRow } from "@/lib/testing/rows";
import { giveUp } from "./give-up-store";
import { claimQueued } from "./queue-store";
import { noteOf, saveJob, spoil } from "./save-job";
import * as store from "./store";

process.env.DATA_DIR = temporaryFolder();
beforeEach(freshDatabase);

const started = 1_000_000;
const soon = started + 30_000;
const answer = {
  url: "https://example.com/late.png",
  expiresAt: 4_102_444_800_000,
  imageId: null,
  upstreamRequestId: "up-late",
};

/** A job that is painted since a moment. */
async function painting(): Promise<store.JobRow> {
  const [job] = newJobs(1, { created_at: started - 5 });
  if (!job) throw new Error("no job");
  await place([job]);
  const claimed = await claimQueued("nebula", started);
  if (!claimed) throw new Error("not claimed");
  return claimed;
}

async function givenUp(): Promise<store.JobRow> {
  const job = await painting();
  expect(await giveUp(job.id, soon)).toBe(true);
  return job;
}

const arrives = (job: store.JobRow) => store.recordAnswer(job.id, answer, soon + 1000, job);

describe("waiting for an answer", () => {
  test("may be given up after half a minute, not before; its money stays open", async () => {
    const job = await painting();
    expect(await giveUp(job.id, soon - 1)).toBe(false);
    expect(await jobRow(job)).toMatchObject({ state: "painting" });
    expect(await giveUp(job.id, soon)).toBe(true);
    expect(await jobRow(job)).toMatchObject({ state: "unknown", failure: "givenUp" });
    expect(await sumSince(0)).toMatchObject({ reservedFen: 0, spentFen: 0, maybeFen: 18 });
    expect(await giveUp(job.id, soon)).toBe(false);
  });

  test.each([{ state: "queued" }, { state: "done" }, { painter: "draft" }] as const)(
    "is nothing to give up for %o",
    async (changes) => {
      const job = await painting();
      const db = await database();
      await db.updateTable("job").set(changes).where("id", "=", job.id).execute();
      const before = await jobRow(job);
      expect(await giveUp(job.id, soon)).toBe(false);
      expect(await jobRow(job)).toEqual(before);
    },
  );

  test("of a picture that is paid for keeps its address; one that still comes is its picture", async () => {
    const job = await painting();
    const saving = await store.recordAnswer(job.id, answer, started + 1, job);
    if (!saving) throw new Error("not kept");
    expect(await giveUp(job.id, soon)).toBe(false);
    expect(await giveUp(job.id, soon + 1)).toBe(true);
    expect(await jobRow(job)).toMatchObject({ state: "failed", answer_url: answer.url });
    await store.settleDone(saving, imageOf({ job_id: job.id }), soon + 2);
    expect(await jobRow(job)).toMatchObject({ state: "done", failure: null });
    expect(await sumSince(0)).toMatchObject({ reservedFen: 0, spentFen: 18, maybeFen: 0 });
  });
});

describe("a fetch that was given up", () => {
  /** An answer whose fetch was given up; the row as that fetch has it. */
  async function saved(): Promise<store.JobRow> {
    const job = await painting();
    const saving = await store.recordAnswer(job.id, answer, started + 1, job);
    if (!saving) throw new Error("not kept");
    expect(await giveUp(job.id, soon + 1)).toBe(true);
    return saving;
  }

  test("brings its picture even where a second one failed meanwhile", async () => {
    const saving = await saved();
    expect(await store.retryEnded(saving.id, soon + 2, 0)).toBe("fetching");
    await spoil(saving, new DownloadError("resultExpired", "HTTP 404"));
    expect(await jobRow(saving)).toMatchObject({ state: "failed", failure: "resultExpired" });
    await store.settleDone(saving, imageOf({ job_id: saving.id }), soon + 3);
    expect(await jobRow(saving)).toMatchObject({ state: "done", failure: null });
  });

  test("and fails ends no other try", async () => {
    const saving = await saved();
    await spoil({ ...saving }, new DownloadError("resultExpired", "HTTP 404"));
    await store.retryEnded(saving.id, soon + 2, 0);
    await spoil(saving, new DownloadError("resultExpired", "HTTP 404"));
    expect(await store.retryEnded(saving.id, soon + 3)).toBe("painting");
    await claimQueued("nebula", soon + 10);
    await spoil(saving, new DownloadError("downloadFailed", "no answer"));
    expect(await jobRow(saving)).toMatchObject({ state: "painting", failure: null });
    expect(await sumSince(0)).toMatchObject({ reservedFen: 18, spentFen: 18, maybeFen: 0 });
  });

  test("keeps its picture on disk where its job is painted anew by now", async () => {
    const saving = await saved();
    await store.retryEnded(saving.id, soon + 2, 0);
    await spoil(saving, new DownloadError("resultExpired", "HTTP 404"));
    expect(await store.retryEnded(saving.id, soon + 3)).toBe("painting");
    await claimQueued("nebula", soon + 10);
    const stored = await storePicture(await tinyPng(), noteOf(saving));
    await saveJob(saving, stored);
    expect(await readPicture(stored.id)).toBeDefined();
    expect(await jobRow(saving)).toMatchObject({ state: "painting" });
  });
});

describe("an answer that comes after it was given up", () => {
  test("is kept, and its money is charged, no longer open", async () => {
    const job = await givenUp();
    expect(await arrives(job)).toMatchObject({ id: job.id, state: "saving" });
    expect(await sumSince(0)).toMatchObject({ reservedFen: 0, spentFen: 18, maybeFen: 0 });
    expect(await arrives(job), "told twice").toBeUndefined();
    expect((await sumSince(0)).spentFen).toBe(18);
  });

  test.each([
    [true, 18],
    [false, 18],
  ])("corrects what somebody said of it (%s)", async (wasCharged, spentFen) => {
    const job = await givenUp();
    await correctCharge(job.id, wasCharged, soon);
    await arrives(job);
    expect(await sumSince(0)).toMatchObject({ reservedFen: 0, spentFen, maybeFen: 0 });
  });

  test("takes the place of another try that has not begun, which costs nothing then", async () => {
    const job = await givenUp();
    expect(await store.retryEnded(job.id, soon)).toBe("painting");
    expect(await arrives(job)).toMatchObject({
      id: job.id,
      state: "saving",
      answer_url: answer.url,
    });
    expect(await sumSince(0)).toMatchObject({ reservedFen: 0, spentFen: 18, maybeFen: 0 });
    expect(await claimQueued("nebula", soon + 2000)).toBeUndefined();
  });

  test("stands beside another try that has begun; both are paid and both are kept", async () => {
    const job = await givenUp();
    await store.retryEnded(job.id, soon);
    const second = await claimQueued("nebula", soon + 10);
    const beside = await arrives(job);
    expect(beside?.id).not.toBe(job.id);
    expect(beside).toMatchObject({ state: "saving", answer_url: answer.url, price_fen: 18 });
    expect(await jobRow(job)).toMatchObject({ state: "painting", started_at: soon + 10 });
    expect(await sumSince(0)).toMatchObject({ reservedFen: 18, spentFen: 18, maybeFen: 0 });
    expect(await arrives(job), "told twice").toBeUndefined();
    if (!second) throw new Error("not claimed");
    const other = { ...answer, url: "https://example.com/second.png" };
    await store.recordAnswer(job.id, other, soon + 2000, second);
    expect(await sumSince(0)).toMatchObject({ reservedFen: 0, spentFen: 36, maybeFen: 0 });
  });

  test("and is a refusal ends nothing but the try it belongs to", async () => {
    const job = await givenUp();
    await store.retryEnded(job.id, soon);
    await claimQueued("nebula", soon + 10);
    const about = { detail: null, upstreamRequestId: null, startedAt: job.started_at };
    await store.settleFailed(job.id, "auth", about, soon + 20);
    await store.requeue(job.id, "upstream", about, { runAfter: 0 }, soon + 20);
    expect(await jobRow(job)).toMatchObject({ state: "painting", failure: null });
  });
});
