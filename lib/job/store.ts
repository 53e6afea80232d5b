import "server-only";
import type { Insertable, Selectable } from "kysely";
import { database } from "@/lib/server/db/client";
import type { Database, JobTable } from "@/lib/server/db/schema";
import { beat } from "@/lib/server/pulse";
import type { FailureKind, PainterId } from "./schema";
import { retryState } from "./state";

export type JobRow = Selectable<JobTable>;
export type NewJob = Omit<
  Insertable<JobTable>,
  | "state"
  | "started_at"
  | "answered_at"
  | "finished_at"
  | "answer_url"
  | "answer_expires_at"
  | "upstream_request_id"
  | "failure"
  | "failure_detail"
  | "image_id"
  | "dismissed_at"
>;

const untouched = {
  state: "queued",
  started_at: null,
  answered_at: null,
  finished_at: null,
  answer_url: null,
  answer_expires_at: null,
  upstream_request_id: null,
  failure: null,
  failure_detail: null,
  image_id: null,
  dismissed_at: null,
} as const;

/** Writes an order's jobs at once; an order sent again finds the jobs it already has. */
export async function insertOrder(orderId: string, jobs: NewJob[]): Promise<{ isNew: boolean }> {
  const db = await database();
  const isNew = await db.transaction().execute(async (transaction) => {
    const known = await transaction
      .selectFrom("job")
      .select("id")
      .where("order_id", "=", orderId)
      .executeTakeFirst();
    if (known) return false;
    const rows = jobs.map((job) => ({ ...job, ...untouched }));
    await transaction.insertInto("job").values(rows).execute();
    return true;
  });
  if (isNew) beat();
  return { isNew };
}

/** Takes the oldest queued job of a painter for painting; undefined when none waits. */
export async function claimQueued(painter: PainterId, now: number): Promise<JobRow | undefined> {
  const db = await database();
  const claimed = await db
    .updateTable("job")
    .set({ state: "painting", started_at: now })
    .where("id", "=", (eb) =>
      eb
        .selectFrom("job")
        .select("id")
        .where("state", "=", "queued")
        .where("painter", "=", painter)
        .orderBy("id")
        .limit(1),
    )
    .returningAll()
    .executeTakeFirst();
  if (claimed) beat();
  return claimed;
}

/** Keeps the upstream's answer before anything is done with it: from here on it is paid for. */
export async function recordAnswer(
  id: string,
  answer: { url: string | null; expiresAt: number | null; upstreamRequestId: string | null },
  now: number,
): Promise<void> {
  const db = await database();
  await db
    .updateTable("job")
    .set({
      state: "saving",
      answered_at: now,
      answer_url: answer.url,
      answer_expires_at: answer.expiresAt,
      upstream_request_id: answer.upstreamRequestId,
    })
    .where("id", "=", id)
    .where("state", "=", "painting")
    .execute();
  beat();
}

/**
 * Ends a job without a picture; an answer already recorded stays, so that it can be fetched again,
 * unless its address is dead.
 */
export async function settleFailed(
  id: string,
  failure: FailureKind,
  about: { detail: string | null; upstreamRequestId: string | null },
  now: number,
): Promise<void> {
  const db = await database();
  await db
    .updateTable("job")
    .set((eb) => ({
      state: failure === "unknownOutcome" ? "unknown" : "failed",
      failure,
      failure_detail: about.detail,
      ...(failure === "resultExpired" ? { answer_url: null, answer_expires_at: null } : {}),
      upstream_request_id: eb.fn.coalesce(eb.val(about.upstreamRequestId), "upstream_request_id"),
      finished_at: now,
    }))
    .where("id", "=", id)
    .where("state", "in", ["painting", "saving"])
    .execute();
  beat();
}

/** Ends a job with its picture: job and image in one transaction, so neither is without the other. */
export async function settleDone(
  job: JobRow,
  image: Insertable<Database["image"]>,
  now: number,
): Promise<void> {
  const db = await database();
  await db.transaction().execute(async (transaction) => {
    await transaction.insertInto("image").values(image).execute();
    await transaction
      .updateTable("job")
      .set({
        state: "done",
        image_id: image.id,
        finished_at: now,
        failure: null,
        failure_detail: null,
      })
      .where("id", "=", job.id)
      .execute();
  });
  beat();
}

/** Cancels a job that has not started; false when it is too late. */
export async function cancelQueued(id: string, now: number): Promise<boolean> {
  const db = await database();
  const { numUpdatedRows } = await db
    .updateTable("job")
    .set({ state: "cancelled", finished_at: now })
    .where("id", "=", id)
    .where("state", "=", "queued")
    .executeTakeFirst();
  if (numUpdatedRows > 0n) beat();
  return numUpdatedRows > 0n;
}

/** Sends an ended job round again; a picture already paid for is fetched, not painted anew. */
export async function retryEnded(id: string, now: number): Promise<boolean> {
  const db = await database();
  const done = await db.transaction().execute(async (transaction) => {
    const job = await transaction
      .selectFrom("job")
      .select(["answer_url", "answer_expires_at"])
      .where("id", "=", id)
      .where("state", "in", ["failed", "cancelled", "unknown"])
      .executeTakeFirst();
    if (!job) return false;
    const next = retryState(
      { answerUrl: job.answer_url, answerExpiresAt: job.answer_expires_at },
      now,
    );
    const anew = { started_at: null, answered_at: null, answer_url: null, answer_expires_at: null };
    await transaction
      .updateTable("job")
      .set({
        state: next,
        finished_at: null,
        failure: null,
        failure_detail: null,
        dismissed_at: null,
        ...(next === "queued" ? { ...anew, upstream_request_id: null } : {}),
      })
      .where("id", "=", id)
      .execute();
    return true;
  });
  if (done) beat();
  return done;
}

/** Puts every settled job out of sight; their images stay in the gallery. */
export async function dismissSettled(now: number): Promise<void> {
  const db = await database();
  await db
    .updateTable("job")
    .set({ dismissed_at: now })
    .where("state", "in", ["done", "failed", "cancelled", "unknown"])
    .where("dismissed_at", "is", null)
    .execute();
  beat();
}

/** Jobs whose answer is recorded and whose picture is still to be fetched. */
export async function listSaving(): Promise<JobRow[]> {
  const db = await database();
  return db.selectFrom("job").selectAll().where("state", "=", "saving").orderBy("id").execute();
}

/**
 * After a restart: a draft in the making goes back to the queue; a request that was in flight may
 * have been charged, so it is never sent again by itself; an answer that left no address is lost.
 */
export async function recoverInterrupted(now: number): Promise<void> {
  const db = await database();
  await db
    .updateTable("job")
    .set({ state: "queued", started_at: null })
    .where("state", "in", ["painting", "saving"])
    .where("painter", "=", "draft")
    .execute();
  await db
    .updateTable("job")
    .set({ state: "unknown", failure: "unknownOutcome", finished_at: now })
    .where("painter", "=", "nebula")
    .where((eb) =>
      eb.or([
        eb("state", "=", "painting"),
        eb.and([eb("state", "=", "saving"), eb("answer_url", "is", null)]),
      ]),
    )
    .execute();
  beat();
}
