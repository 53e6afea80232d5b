import "server-only";
import type { Insertable } from "kysely";
import { type BudgetName, brokenBy } from "@/lib/ledger/budget";
import { enter, findLeft } from "@/lib/ledger/store";
import type { Ratio } from "@/lib/poster/schema";
import { addProof } from "@/lib/proof/store";
import { database } from "@/lib/server/db/client";
import type { Database } from "@/lib/server/db/schema";
import { beat } from "@/lib/server/pulse";
import { arriveLate, type Tried } from "./late-store";
import { change, type Db, freeFollowers, type JobRow, move, release } from "./move-store";
import { billedOf } from "./policy";
import { priceNow } from "./price";
import { hasRollRoom } from "./roll-money-store";
import type { FailureKind } from "./schema";
import { rememberSize } from "./size-store";
import { moveOf, retryEvent } from "./state";

export type { JobRow } from "./move-store";

/** What is known of a failure besides its kind. */
export interface About {
  detail: string | null;
  upstreamRequestId: string | null;
  /** When the try began that it is about, where only that one may be ended by it; epoch ms. */
  startedAt?: number | null;
}

/** Where a painted picture is: behind an address, or on disk already under an image's id. */
export interface Answer {
  url: string | null;
  expiresAt: number | null;
  imageId: string | null;
  upstreamRequestId: string | null;
}

/**
 * Keeps the upstream's answer before anything is done with it: from here on it is paid for. `tried`
 * says which try it answers: one that was given up meanwhile is kept all the same, and the job that
 * has it then may be another. Undefined when nobody waits for it, or it is kept already.
 */
export async function recordAnswer(
  id: string,
  answer: Answer,
  now: number,
  tried?: Tried,
): Promise<JobRow | undefined> {
  return change(async (db) => {
    const columns = {
      answered_at: now,
      answer_url: answer.url,
      answer_expires_at: answer.expiresAt,
      answer_image_id: answer.imageId,
      upstream_request_id: answer.upstreamRequestId,
      failure: null,
      failure_detail: null,
    };
    const job = await move(db, id, "answer", columns, tried?.started_at);
    if (!job) return tried && arriveLate(db, id, columns, tried, now);
    await enter(db, "settle", job, now);
    if (job.is_resized) await rememberSize(db, job.model, job.ratio as Ratio, job.size);
    return job;
  });
}

/** Those who waited for this very picture have it now, for nothing. */
async function serveFollowers(db: Db, leader: string, imageId: string, now: number): Promise<void> {
  const waiting = await db.selectFrom("job").select("id").where("follows", "=", leader).execute();
  for (const { id } of waiting) {
    const changes = { image_id: imageId, is_cached: 1, finished_at: now, follows: null };
    const job = await move(db, id, "reuse", changes);
    if (job) await enter(db, "fromCache", job, now);
  }
}

/**
 * Ends a job without a picture; an answer already recorded stays, so that it can be fetched again,
 * unless its address is dead. What was only set aside is let go, or may have been charged.
 */
export async function settleFailed(
  id: string,
  failure: FailureKind,
  about: About,
  now: number,
): Promise<void> {
  await change(async (db) => {
    const changes = {
      failure,
      failure_detail: about.detail,
      ...(failure === "resultExpired" ? { answer_url: null, answer_expires_at: null } : {}),
      ...(about.upstreamRequestId ? { upstream_request_id: about.upstreamRequestId } : {}),
      finished_at: now,
    };
    const event = failure === "unknownOutcome" ? "lose" : "refuse";
    const refused = await move(db, id, event, changes, about.startedAt);
    if (refused && refused.answered_at === null) await release(db, refused, failure, now);
    const ended = refused ?? (await move(db, id, "spoil", changes, about.startedAt));
    if (ended) await freeFollowers(db, id);
    return ended;
  });
}

/** How the worker means to try again by itself. */
export interface NextTry {
  runAfter: number;
  /** The pixels to ask for instead, with the hash of that request. */
  resized?: { size: string; hash: string };
}

/**
 * Puts a failed job back in the queue for another try by itself. Where the failed one may have been
 * charged, the next needs its own room in the budgets and in its roll; without it the job ends here.
 */
export async function requeue(
  id: string,
  failure: FailureKind,
  about: About,
  next: NextTry,
  now: number,
): Promise<void> {
  const isHeld = await change(async (db) => {
    const job = await db
      .selectFrom("job")
      .selectAll()
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    const anew = billedOf(failure) === "maybe";
    if (anew && brokenBy(job.price_fen, await findLeft(now, db))) return false;
    if (anew && !(await hasRollRoom(db, job))) return false;
    const { resized, runAfter } = next;
    const changes = {
      failure,
      failure_detail: about.detail,
      upstream_request_id: about.upstreamRequestId,
      run_after: runAfter,
      started_at: null,
      ...(resized ? { size: resized.size, request_hash: resized.hash, is_resized: 1 } : {}),
    };
    const moved = await move(db, id, "requeue", changes, about.startedAt);
    if (moved && anew) {
      await enter(db, "maybeCharged", moved, now);
      await enter(db, "reserve", moved, now);
    }
    return true;
  });
  if (!isHeld) await settleFailed(id, failure, about, now);
}

/**
 * A picture whose saving was given up, and which came all the same: it is as if it had been fetched,
 * even where another fetch of the same answer failed meanwhile.
 */
async function takeUpAgain(db: Db, job: JobRow): Promise<void> {
  const { answered_at } = await db
    .selectFrom("job")
    .select("answered_at")
    .where("id", "=", job.id)
    .executeTakeFirstOrThrow();
  if (answered_at !== null && answered_at === job.answered_at)
    await move(db, job.id, "refetch", {});
}

/**
 * Ends a job with its picture: job and image in one transaction, so neither is without the other.
 * Throws when the job no longer waits for one.
 */
export async function settleDone(
  job: JobRow,
  image: Insertable<Database["image"]>,
  now: number,
): Promise<void> {
  await change(async (db) => {
    await takeUpAgain(db, job);
    const done = { image_id: image.id, finished_at: now, failure: null, failure_detail: null };
    if (!(await move(db, job.id, "finish", done))) throw new Error("no job waits for the picture");
    await db.insertInto("image").values(image).execute();
    await addProof(db, image.id);
    await serveFollowers(db, job.id, image.id, now);
    return true;
  });
}

/** True when a job has its picture, and it is another than this. */
export async function hasOtherPicture(id: string, imageId: string): Promise<boolean> {
  const db = await database();
  const found = await db
    .selectFrom("job")
    .select("image_id")
    .where("id", "=", id)
    .where("answered_at", "is not", null)
    .executeTakeFirst();
  return found !== undefined && found.image_id !== null && found.image_id !== imageId;
}

/** Cancels a job that has not started; false when it is too late. */
export async function cancelQueued(id: string, now: number): Promise<boolean> {
  return change(async (db) => {
    const job = await move(db, id, "cancel", { finished_at: now, follows: null, run_after: 0 });
    if (!job) return false;
    await enter(db, "release", job, now);
    await freeFollowers(db, id);
    return true;
  });
}

/** What a click on "try again" came to. */
export type Retried =
  | "fetching"
  | "painting"
  | "notRetryable"
  | "costsMore"
  | { broken: BudgetName };

const anew = {
  started_at: null,
  answered_at: null,
  answer_url: null,
  answer_expires_at: null,
  answer_image_id: null,
  upstream_request_id: null,
};

/**
 * Sends an ended job round again; a picture already paid for is fetched, not painted anew. What is
 * painted anew costs the price of now, and is refused when that is more than `maxFen`.
 */
export async function retryEnded(
  id: string,
  now: number,
  maxFen = Number.POSITIVE_INFINITY,
): Promise<Retried> {
  return change(async (db): Promise<Retried> => {
    const job = await db.selectFrom("job").selectAll().where("id", "=", id).executeTakeFirst();
    if (!job || !moveOf("retry").from.includes(job.state)) return "notRetryable";
    const again = { finished_at: null, failure: null, failure_detail: null, dismissed_at: null };
    const kept = {
      answerUrl: job.answer_url,
      answerExpiresAt: job.answer_expires_at,
      answerImageId: job.answer_image_id,
    };
    if (retryEvent(kept, now) === "refetch") {
      await move(db, id, "refetch", again);
      return "fetching";
    }
    const priceFen = priceNow(job.painter, job.model);
    if (priceFen > maxFen) return "costsMore";
    const broken = brokenBy(priceFen, await findLeft(now, db));
    if (broken) return { broken };
    const changes = {
      ...again,
      ...anew,
      price_fen: priceFen,
      attempts: 0,
      run_after: 0,
      is_resized: 0,
      ordered_at: now,
    };
    const moved = await move(db, id, "retry", changes);
    if (moved) await enter(db, "reserve", moved, now);
    return "painting";
  });
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

/**
 * After a restart: a draft in the making goes back to the queue; a request that was in flight may
 * have been charged, so it is never sent again by itself; an answer that left nothing is lost.
 */
export async function recoverInterrupted(now: number): Promise<void> {
  const db = await database();
  const left = await db
    .selectFrom("job")
    .selectAll()
    .where("state", "in", ["painting", "saving"])
    .where("answer_url", "is", null)
    .where("answer_image_id", "is", null)
    .execute();
  for (const { id, painter } of left) {
    if (painter === "draft") {
      await change((open) => move(open, id, "restart", { started_at: null, answered_at: null }));
    } else {
      const about = { detail: null, upstreamRequestId: null };
      await settleFailed(id, "unknownOutcome", about, now);
    }
  }
}
