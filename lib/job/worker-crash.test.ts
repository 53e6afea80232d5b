import { afterEach, describe, expect, test } from "vitest";
import { findImage } from "@/lib/image/store";
import { database } from "@/lib/server/db/client";
import { nebulaPainter } from "@/lib/server/painter/nebula";
import { temporaryFolder } from "@/lib/testing/folder";
import { aPoster, newJobs, place } from "@/lib/testing/jobs";
import { endWorker } from "@/lib/testing/process";
import { jobRow, whenJobs } from "@/lib/testing/rows";
import { fakeUpstream, upstreamEnv } from "@/lib/testing/upstream";
import type { NewJob } from "./order-store";
import type * as store from "./store";
import { startWorker } from "./worker";

const fake = await fakeUpstream();
Object.assign(process.env, upstreamEnv(fake), {
  DATA_DIR: temporaryFolder(),
  UPSTREAM_STARTS_PER_SECOND: "1000",
});
afterEach(endWorker);

/** A job as a crash left it: the row is all that lives on. */
async function leftBehind(
  changes: Partial<store.JobRow> & Pick<store.JobRow, "state">,
  job: Partial<NewJob> = {},
): Promise<NewJob> {
  const [made] = newJobs(1, job);
  if (!made) throw new Error("no job");
  await place([made]);
  const db = await database();
  await db.updateTable("job").set(changes).where("id", "=", made.id).execute();
  return made;
}

/** Something the worker does only after it has put things right. */
async function whenWorkerIsUp(): Promise<void> {
  const draft = await leftBehind(
    { state: "queued" },
    { painter: "draft", model: "draft", price_fen: 0 },
  );
  await startWorker();
  await whenJobs([draft], ([row]) => row?.state === "done");
}

async function paidAddress(scenario = "v1") {
  fake.control.set({ scenario });
  const answer = await nebulaPainter.paint({
    model: "qwen-image-plus",
    poster: aPoster(),
    ratio: "1:1",
    size: { width: 1328, height: 1328 },
    prompt: "paid before the crash",
    negativePrompt: "",
  });
  if (!answer.ok) throw new Error("no address");
  fake.control.set({ scenario: null });
  const { addresses, expiresAt } = answer.picture;
  return { answer_url: addresses.join("\n"), answer_expires_at: expiresAt };
}

describe("after a crash", () => {
  test("a request that was in flight is unknown, and never sent again by itself", async () => {
    const job = await leftBehind({ state: "painting", started_at: 1000 });
    await whenWorkerIsUp();
    expect(await jobRow(job)).toMatchObject({
      state: "unknown",
      failure: "unknownOutcome",
      image_id: null,
      finished_at: expect.any(Number),
    });
    expect(fake.control.log().requests).toEqual([]);
  });

  test("a picture that was paid for is fetched without a new request", async () => {
    const paid = await paidAddress();
    const job = await leftBehind({
      state: "saving",
      started_at: 1000,
      answered_at: 4500,
      upstream_request_id: "before-the-crash",
      ...paid,
    });
    await startWorker();
    const [row] = await whenJobs([job], ([found]) => found?.state === "done");
    expect(await findImage(row?.image_id ?? "")).toMatchObject({
      width: 1328,
      costFen: 18,
      tookMs: 3500,
      upstreamRequestId: "before-the-crash",
    });
    const { requests, downloads } = fake.control.log();
    expect({ requests: requests.length, downloads }).toEqual({ requests: 1, downloads: 1 });
  });

  test("a picture whose address has died meanwhile says so", async () => {
    const paid = await paidAddress("expired");
    const job = await leftBehind({ state: "saving", started_at: 1, answered_at: 2, ...paid });
    await startWorker();
    await whenJobs([job], ([row]) => row?.state === "failed");
    expect(await jobRow(job)).toMatchObject({ failure: "resultExpired" });
  });

  test("a picture that was only in memory is lost, and may have been charged", async () => {
    const job = await leftBehind({ state: "saving", started_at: 1, answered_at: 2 });
    await whenWorkerIsUp();
    expect(await jobRow(job)).toMatchObject({ state: "unknown", failure: "unknownOutcome" });
    expect(fake.control.log().requests).toEqual([]);
  });

  test.each(["painting", "saving"] as const)("a draft at %s is made again", async (state) => {
    const changes = { painter: "draft", model: "draft", price_fen: 0 } as const;
    const job = await leftBehind({ state, started_at: 1000 }, changes);
    await startWorker();
    const [row] = await whenJobs([job], ([found]) => found?.state === "done");
    expect(row?.started_at).toBeGreaterThan(1000);
  });

  test("what waited is painted, and what had ended stays as it was", async () => {
    const queued = await leftBehind({ state: "queued" });
    const ended = await Promise.all(
      (["failed", "cancelled", "unknown"] as const).map((state) =>
        leftBehind({ state, finished_at: 7 }),
      ),
    );
    await startWorker();
    await whenJobs([queued], ([row]) => row?.state === "done");
    const after = await Promise.all(ended.map(jobRow));
    expect(after.map(({ state }) => state)).toEqual(["failed", "cancelled", "unknown"]);
    expect(after.every(({ finished_at }) => finished_at === 7)).toBe(true);
    expect(fake.control.log().requests).toHaveLength(1);
  });
});

test("a worker started twice is one worker", async () => {
  const jobs = newJobs(3);
  await place(jobs);
  await Promise.all([startWorker(), startWorker()]);
  await whenJobs(jobs, (rows) => rows.every(({ state }) => state === "done"));
  expect(fake.control.log().requests).toHaveLength(3);
});
