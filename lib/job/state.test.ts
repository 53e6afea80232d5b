import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { database } from "@/lib/server/db/client";
import { newId } from "@/lib/server/id";
import { temporaryFolder } from "@/lib/testing/folder";
import { imageOf } from "@/lib/testing/images";
import { newJobs, place } from "@/lib/testing/jobs";
import { jobRow } from "@/lib/testing/rows";
import type { NewJob } from "./order-store";
import { claimQueued } from "./queue-store";
import type { JobState } from "./schema";
import { isSettled, jobEvents, moveOf } from "./state";
import * as store from "./store";

process.env.DATA_DIR = temporaryFolder();
/** No jobs but those of the test; the ledger stays, as it always does. */
async function clear(): Promise<void> {
  const db = await database();
  await db.deleteFrom("image").execute();
  await db.deleteFrom("job").execute();
}
beforeEach(clear);

const later = 4_102_444_800_000;
const about = { detail: null, upstreamRequestId: null };
const states: JobState[] = [
  "queued",
  "painting",
  "saving",
  "done",
  "failed",
  "cancelled",
  "unknown",
];

/** Something that happens to a job: where it leads from each state (written by hand), and how. */
interface Happening {
  leads: Partial<Record<JobState, JobState>>;
  happen: (job: NewJob) => Promise<unknown>;
}

const answered = (url: string | null) => (job: NewJob) =>
  store.recordAnswer(job.id, { url, expiresAt: later, imageId: null, upstreamRequestId: "up" }, 20);
const fails = (kind: "auth" | "unknownOutcome" | "resultExpired") => (job: NewJob) =>
  store.settleFailed(job.id, kind, about, 30);

const happenings: Record<string, Happening> = {
  claim: { leads: { queued: "painting" }, happen: () => claimQueued("nebula", 10) },
  answer: { leads: { painting: "saving" }, happen: answered("https://example.com/a.png") },
  "try again by itself": {
    leads: { painting: "queued" },
    happen: (job) => store.requeue(job.id, "upstream", about, { runAfter: 0 }, 25),
  },
  "try again, perhaps charged": {
    leads: { painting: "queued" },
    happen: (job) => store.requeue(job.id, "gateway", about, { runAfter: 0 }, 25),
  },
  refusal: { leads: { painting: "failed", saving: "failed" }, happen: fails("auth") },
  "lost answer": {
    leads: { painting: "unknown", saving: "unknown" },
    happen: fails("unknownOutcome"),
  },
  "dead address": {
    leads: { painting: "failed", saving: "failed" },
    happen: fails("resultExpired"),
  },
  picture: {
    leads: { saving: "done" },
    happen: async (job) =>
      store.settleDone(await jobRow(job), imageOf({ job_id: job.id }), 40).catch(() => undefined),
  },
  cancel: { leads: { queued: "cancelled" }, happen: (job) => store.cancelQueued(job.id, 50) },
  click: {
    leads: { failed: "queued", cancelled: "queued", unknown: "queued" },
    happen: (job) => store.retryEnded(job.id, 60),
  },
  // An answer in hand would be fetched, not lost; none of the jobs here has one.
  restart: {
    leads: { painting: "unknown", saving: "unknown" },
    happen: () => store.recoverInterrupted(70),
  },
};

async function jobIn(state: JobState, changes: Partial<store.JobRow> = {}): Promise<NewJob> {
  const [job] = newJobs(1);
  if (!job) throw new Error("no job");
  await place([job]);
  const db = await database();
  await db
    .updateTable("job")
    .set({ ...changes, state })
    .where("id", "=", job.id)
    .execute();
  return job;
}

const countImages = async () =>
  (await (await database()).selectFrom("image").select("id").execute()).length;

describe("every happening, from every state, leads where the table says or nowhere", () => {
  const cases = Object.keys(happenings).flatMap((name) => states.map((state) => [name, state]));
  test.each(cases)("%s while %s", async (name, from) => {
    const happening = happenings[name as string];
    const state = from as JobState;
    const job = await jobIn(state);
    const before = await jobRow(job);
    await happening?.happen(job);
    const after = await jobRow(job);
    expect(after.state).toBe(happening?.leads[state] ?? state);
    if (after.state === state) expect(after).toEqual(before);
    expect(await countImages()).toBe(after.state === "done" && state !== "done" ? 1 : 0);
  });

  test.each(states)("a click for a picture that waits, while %s", async (state) => {
    const url = { answer_url: "https://example.com/a.png", answer_expires_at: later };
    const job = await jobIn(state, state === "cancelled" ? {} : url);
    await store.retryEnded(job.id, 60);
    const leads: Partial<Record<JobState, JobState>> = {
      failed: "saving",
      unknown: "saving",
      cancelled: "queued",
    };
    expect((await jobRow(job)).state).toBe(leads[state] ?? state);
  });

  test.each(["painting", "saving"] as const)("a restart while a draft is %s", async (state) => {
    const job = await jobIn(state, { painter: "draft", price_fen: 0 });
    await store.recoverInterrupted(70);
    expect((await jobRow(job)).state).toBe("queued");
  });
});

test("no event leads out of done, none into a state that is not there, and all can happen", () => {
  for (const event of jobEvents) {
    const { from, to } = moveOf(event);
    expect(from).not.toContain("done");
    expect(from).not.toContain(to);
    expect(states).toEqual(expect.arrayContaining([...from, to]));
  }
  expect(states.filter(isSettled)).toEqual(["done", "failed", "cancelled", "unknown"]);
  const reached = new Set(jobEvents.map((event) => moveOf(event).to));
  expect([...reached].toSorted()).toEqual(states.toSorted());
});

async function moneyOf(job: NewJob) {
  const db = await database();
  return db
    .selectFrom("ledger")
    .select(({ fn }) => [
      fn.sum<number>("reserved_fen").as("reserved"),
      fn.sum<number>("spent_fen").as("spent"),
      fn.sum<number>("maybe_fen").as("maybe"),
    ])
    .where("job_id", "=", job.id)
    .executeTakeFirstOrThrow();
}

/** What one happening may do to money, by where the job was: nothing else ever moves any. */
function moneyAfter(money: { spent: number; maybe: number }, name: string, from: JobState) {
  const { spent, maybe } = money;
  if (from !== "painting") return { spent, maybe };
  if (name === "answer") return { spent: spent + 18, maybe };
  const isPerhaps = ["try again, perhaps charged", "lost answer", "restart"].includes(name);
  return { spent, maybe: isPerhaps ? maybe + 18 : maybe };
}

test("whatever happens, in whatever order, state and money go together", async () => {
  const names = Object.keys(happenings);
  const story = fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(story, async (told) => {
      await clear();
      const job = await jobIn("queued");
      let state: JobState = "queued";
      let money = { spent: 0, maybe: 0 };
      for (const name of told) {
        const row = await jobRow(job);
        const waits = row.answer_url !== null && name === "click";
        const isKept = row.answer_url !== null && name === "restart";
        const to: JobState | undefined = isKept ? undefined : happenings[name]?.leads[state];
        money = moneyAfter(money, name, state);
        await happenings[name]?.happen(job);
        if (to !== undefined) state = waits && to === "queued" ? "saving" : to;
        expect((await jobRow(job)).state).toBe(state);
        const held = state === "queued" || state === "painting" ? 18 : 0;
        expect(await moneyOf(job)).toEqual({ reserved: held, ...money });
      }
    }),
    { numRuns: 50 },
  );
}, 120_000);

test("the ledger takes no change and no deletion", async () => {
  await jobIn("queued");
  const db = await database();
  await expect(db.deleteFrom("ledger").execute()).rejects.toThrow(/append-only/u);
  const change = db.updateTable("ledger").set({ spent_fen: newId().length }).execute();
  await expect(change).rejects.toThrow(/append-only/u);
});
