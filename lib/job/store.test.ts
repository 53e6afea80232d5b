import { beforeEach, describe, expect, test } from "vitest";
import { database } from "@/lib/server/db/client";
import { newId } from "@/lib/server/id";
import { revision } from "@/lib/server/pulse";
import { freshDatabase } from "@/lib/testing/database";
import { temporaryFolder } from "@/lib/testing/folder";
import { aPoster, newJobs, place } from "@/lib/testing/jobs";
import { jobRow, jobRows } from "@/lib/testing/rows";
import type { NewJob } from "./order-store";
import { claimQueued } from "./queue-store";
import * as store from "./store";

process.env.DATA_DIR = temporaryFolder();
const later = 4_102_444_800_000;

beforeEach(freshDatabase);

/** One job, as an action wrote it. */
async function queued(changes: Partial<NewJob> = {}): Promise<NewJob> {
  const [job] = newJobs(1, changes);
  if (!job) throw new Error("no job");
  await place([job]);
  return job;
}

async function answered(url: string | null, expiresAt: number | null): Promise<NewJob> {
  const job = await queued();
  await claimQueued("nebula", 10);
  await store.recordAnswer(
    job.id,
    { url, expiresAt, imageId: null, upstreamRequestId: "up-1" },
    20,
  );
  return job;
}

describe("an order", () => {
  test("sent twice is one order, whatever price and prompt are by then", async () => {
    const first = newJobs(3);
    const orderId = first[0]?.order_id ?? "";
    expect(await place(first)).toEqual({ is: "ordered" });
    const changes = { order_id: orderId, prompt: "another", price_fen: 25, model: "other" };
    const second = newJobs(3, changes);
    expect(await place(second)).toEqual({ is: "ordered" });
    expect(await jobRows(second)).toEqual([]);
    expect(await jobRows(first)).toMatchObject(Array(3).fill({ price_fen: 18 }));
  });

  test.each<[string, number, Partial<NewJob>]>([
    ["more pictures", 5, {}],
    ["fewer pictures", 2, {}],
    ["other words", 3, { poster: JSON.stringify(aPoster({ blocks: [] })) }],
    ["another ratio", 3, { ratio: "16:9" }],
    ["another painter", 3, { painter: "draft", model: "draft" }],
  ])(
    "whose id is known with %s is refused, and nothing is written",
    async (_name, count, other) => {
      const first = newJobs(3);
      const orderId = first[0]?.order_id ?? "";
      await place(first);
      const second = newJobs(count, { order_id: orderId, ...other });
      expect(await place(second)).toEqual({ is: "taken" });
      expect((await jobRows(first)).map(({ state }) => state)).toEqual([
        "queued",
        "queued",
        "queued",
      ]);
      expect(await jobRows(second)).toEqual([]);
    },
  );

  test("sent twelve times at once is one order", async () => {
    const orderId = newId();
    const sends = Array.from({ length: 12 }, () => newJobs(4, { order_id: orderId }));
    const results = await Promise.all(sends.map((jobs) => place(jobs)));
    expect(results.every(({ is }) => is === "ordered")).toBe(true);
    const db = await database();
    expect(await db.selectFrom("job").select("id").execute()).toHaveLength(4);
  });

  test("is written whole or not at all", async () => {
    const jobs = newJobs(3);
    const broken = jobs.map((job, index) => (index === 2 ? { ...job, position: 0 } : job));
    await expect(place(broken)).rejects.toThrow(/UNIQUE/u);
    expect(await jobRows(jobs)).toEqual([]);
  });
});

describe("taking work", () => {
  test("goes by age, each painter its own, and no job twice", async () => {
    const jobs = newJobs(6);
    await place(jobs);
    const draft = await queued({ painter: "draft" });
    const taken = await Promise.all(jobs.map(() => claimQueued("nebula", 5)));
    expect(taken.map((job) => job?.id)).toEqual(jobs.map(({ id }) => id));
    expect(taken.every((job) => job?.state === "painting" && job.started_at === 5)).toBe(true);
    expect(await claimQueued("nebula", 6)).toBeUndefined();
    expect(await claimQueued("draft", 7)).toMatchObject({ id: draft.id });
  });
});

describe("cancelling", () => {
  test("stops a job that waits, once", async () => {
    const job = await queued();
    expect(await store.cancelQueued(job.id, 30)).toBe(true);
    expect(await jobRow(job)).toMatchObject({ state: "cancelled", finished_at: 30 });
    expect(await store.cancelQueued(job.id, 31)).toBe(false);
    expect(await claimQueued("nebula", 32)).toBeUndefined();
  });

  test("is refused once the upstream has been asked, and for what is not there", async () => {
    const job = await queued();
    await claimQueued("nebula", 10);
    expect(await store.cancelQueued(job.id, 30)).toBe(false);
    expect(await jobRow(job)).toMatchObject({ state: "painting", finished_at: null });
    expect(await store.cancelQueued(newId(), 30)).toBe(false);
  });

  test("and starting at the same moment end one way, not both", async () => {
    for (let round = 0; round < 10; round += 1) {
      const job = await queued();
      const first = round % 2 === 0 ? claimQueued("nebula", 1) : undefined;
      const cancelled = store.cancelQueued(job.id, 1);
      const claimed = await (first ?? claimQueued("nebula", 1));
      expect(await cancelled).toBe(claimed === undefined);
    }
  });
});

describe("trying again", () => {
  test.each(["queued", "painting", "saving", "done"] as const)("%s: is refused", async (state) => {
    const job = await queued();
    const db = await database();
    await db.updateTable("job").set({ state }).where("id", "=", job.id).execute();
    expect(await store.retryEnded(job.id, 40)).toBe("notRetryable");
    expect(await jobRow(job)).toMatchObject({ state });
  });

  test("two clicks are one try", async () => {
    const job = await queued();
    await store.cancelQueued(job.id, 30);
    const clicks = await Promise.all([1, 2, 3].map(() => store.retryEnded(job.id, 40)));
    expect(clicks.toSorted()).toEqual(["notRetryable", "notRetryable", "painting"]);
    expect(await jobRow(job)).toMatchObject({ state: "queued", finished_at: null });
  });

  test("fetches a picture that was paid for while its address lives", async () => {
    const job = await answered("https://example.com/a.png", later);
    const about = { detail: "no answer", upstreamRequestId: null };
    await store.settleFailed(job.id, "downloadFailed", about, 30);
    expect(await jobRow(job)).toMatchObject({
      state: "failed",
      failure: "downloadFailed",
      failure_detail: "no answer",
      upstream_request_id: "up-1",
      answer_url: "https://example.com/a.png",
    });
    await store.retryEnded(job.id, later - 1);
    expect(await jobRow(job)).toMatchObject({
      state: "saving",
      started_at: 10,
      answered_at: 20,
      upstream_request_id: "up-1",
      failure: null,
    });
  });

  test.each([
    ["its address has run out", "downloadFailed", "https://example.com/a.png", 1000],
    ["its bucket says it is gone", "resultExpired", "https://example.com/a.png", later],
    ["there never was an address", "notPicture", null, null],
  ] as const)("has it painted anew when %s", async (_why, failure, url, expiresAt) => {
    const job = await answered(url, expiresAt);
    const about = { detail: null, upstreamRequestId: null };
    await store.settleFailed(job.id, failure, about, 30);
    await store.retryEnded(job.id, 2000);
    expect(await jobRow(job)).toMatchObject({
      state: "queued",
      started_at: null,
      answered_at: null,
      answer_url: null,
      upstream_request_id: null,
    });
  });

  test("brings a cleared job back into sight", async () => {
    const job = await queued();
    await store.cancelQueued(job.id, 30);
    await store.dismissSettled(35);
    expect(await jobRow(job)).toMatchObject({ dismissed_at: 35 });
    await store.retryEnded(job.id, 40);
    expect(await jobRow(job)).toMatchObject({ dismissed_at: null });
  });
});

test("an unknown outcome is a state of its own", async () => {
  const job = await queued();
  await claimQueued("nebula", 10);
  const about = { detail: null, upstreamRequestId: null };
  await store.settleFailed(job.id, "unknownOutcome", about, 20);
  expect(await jobRow(job)).toMatchObject({ state: "unknown", failure: "unknownOutcome" });
});

test("clearing leaves what is still under way", async () => {
  const running = await queued();
  await claimQueued("nebula", 10);
  const waiting = await queued();
  await store.dismissSettled(50);
  expect(await jobRow(running)).toMatchObject({ dismissed_at: null });
  expect(await jobRow(waiting)).toMatchObject({ dismissed_at: null });
});

test("every change is told to those who watch", async () => {
  const seen = [revision()];
  const look = () => seen.push(revision());
  const job = await queued();
  look();
  await claimQueued("nebula", 10);
  look();
  await store.recordAnswer(
    job.id,
    { url: null, expiresAt: null, imageId: null, upstreamRequestId: null },
    20,
  );
  look();
  await store.settleFailed(job.id, "gateway", { detail: null, upstreamRequestId: null }, 30);
  look();
  await store.retryEnded(job.id, 40);
  look();
  await store.cancelQueued(job.id, 50);
  look();
  expect(new Set(seen).size).toBe(seen.length);
});
