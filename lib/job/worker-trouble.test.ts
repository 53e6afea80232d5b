import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findImage } from "@/lib/image/store";
import { sumSince } from "@/lib/ledger/store";
import { temporaryFolder } from "@/lib/testing/folder";
import { newJobs, place } from "@/lib/testing/jobs";
import { jobRow, whenJobs, whenSettled } from "@/lib/testing/rows";
import { fakeUpstream, upstreamEnv } from "@/lib/testing/upstream";
import type { NewJob } from "./order-store";
import { claimQueued } from "./queue-store";
import type { FailureKind } from "./schema";
import * as store from "./store";
import { resumeSaving, startWorker, stopWorker, wake } from "./worker";

const fake = await fakeUpstream();
Object.assign(process.env, upstreamEnv(fake), {
  DATA_DIR: temporaryFolder(),
  UPSTREAM_STARTS_PER_SECOND: "1000",
});
beforeAll(startWorker);
afterAll(() => stopWorker(10_000));

async function order(scenario: string): Promise<NewJob> {
  fake.control.set({ scenario });
  const [job] = newJobs(1);
  if (!job) throw new Error("no job");
  await place([job]);
  wake();
  return job;
}

async function outcome(job: NewJob): Promise<store.JobRow> {
  const [row] = await whenSettled([job]);
  if (!row) throw new Error("no row");
  return row;
}

/** What the button does. */
async function retry(job: NewJob): Promise<store.JobRow> {
  expect(["fetching", "painting"]).toContain(await store.retryEnded(job.id, Date.now()));
  await resumeSaving(job.id);
  wake();
  return outcome(job);
}

const counts = () => {
  const { requests, downloadRequests } = fake.control.log();
  return { requests: requests.length, downloads: downloadRequests.length };
};

describe("a refusal", () => {
  test("keeps the request id and the upstream's words for the details", async () => {
    const row = await outcome(await order("e12e"));
    const [request] = fake.control.log().requests;
    expect(row.upstream_request_id).toBe(request?.requestId);
    expect(row.failure_detail).toContain("Your IP is not in the list of allowed IPs");
  });

  test("is painted anew when it is tried again", async () => {
    const job = await order("e3o");
    await outcome(job);
    fake.control.set({ scenario: null });
    const row = await retry(job);
    expect(row).toMatchObject({ state: "done", failure: null, failure_detail: null });
    expect(await findImage(row.image_id ?? "")).toMatchObject({ costFen: 18 });
    expect(counts()).toEqual({ requests: 2, downloads: 1 });
  });
});

describe("a picture that was painted but not fetched", () => {
  test.each<[string, FailureKind]>([
    ["oversize", "notPicture"],
    ["notpng", "notPicture"],
    ["corrupt", "notPicture"],
  ])("(%s) keeps its address, and another try asks the bucket only", async (scenario, failure) => {
    const job = await order(scenario);
    const row = await outcome(job);
    expect(row).toMatchObject({ state: "failed", failure, answer_url: expect.any(String) });
    expect(await retry(job)).toMatchObject({ state: "failed", failure });
    expect(counts()).toEqual({ requests: 1, downloads: 2 });
  });

  test("is fetched once the bucket is back, and costs its price once", async () => {
    const { answer_url, answer_expires_at } = await outcome(await order("v1"));
    const before = await sumSince(0);
    const [job] = newJobs(1);
    if (!job) throw new Error("no job");
    await place([job]);
    await claimQueued("nebula", 1000);
    const answer = {
      url: answer_url,
      expiresAt: answer_expires_at,
      imageId: null,
      upstreamRequestId: "paid",
    };
    await store.recordAnswer(job.id, answer, 4000);
    expect((await sumSince(0)).spentFen, "paid with the answer").toBe(before.spentFen + 18);
    const back = fake.control.down(6000);
    await resumeSaving(job.id);
    expect(await outcome(job)).toMatchObject({ state: "failed", failure: "downloadFailed" });
    await back;

    const { image_id } = await retry(job);
    const image = { costFen: 18, tookMs: 3000, upstreamRequestId: "paid" };
    expect(await findImage(image_id ?? "")).toMatchObject(image);
    expect((await sumSince(0)).spentFen).toBe(before.spentFen + 18);
    expect(counts().requests, "for the first picture only").toBe(1);
  });
});

describe("a picture that can no longer be fetched", () => {
  test.each(["expired", "gone"])("(%s) is painted anew by another try", async (scenario) => {
    const job = await order(scenario);
    expect(await outcome(job)).toMatchObject({ state: "failed", failure: "resultExpired" });
    fake.control.set({ scenario: null });
    expect(await retry(job)).toMatchObject({ state: "done" });
    expect(counts()).toEqual({ requests: 2, downloads: 2 });
  });
});

describe("cancelling", () => {
  test("takes what waits out of the queue, and what has started is too late", async () => {
    fake.control.set({ scenario: "slow:1" });
    const started = await order("slow:1");
    await whenJobs([started], ([row]) => row?.state === "painting");
    expect(await store.cancelQueued(started.id, Date.now())).toBe(false);
    const [waiting] = newJobs(1);
    if (!waiting) throw new Error("no job");
    await place([waiting]);
    expect(await store.cancelQueued(waiting.id, Date.now())).toBe(true);
    wake();
    expect(await outcome(started)).toMatchObject({ state: "done" });
    expect(await jobRow(waiting)).toMatchObject({ state: "cancelled", started_at: null });
    expect(counts().requests).toBe(1);
    fake.control.set({ scenario: null });
    expect(await retry(waiting)).toMatchObject({ state: "done" });
  });
});
