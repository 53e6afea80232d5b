import "server-only";
import type { Updateable } from "kysely";
import { confirmCharge, enter } from "@/lib/ledger/store";
import type { JobTable } from "@/lib/server/db/schema";
import { newId } from "@/lib/server/id";
import { type Db, freeFollowers, type JobRow, move } from "./move-store";

/** The try that an answer belongs to: when it began, and the money that was set aside for it. */
export type Tried = Pick<JobRow, "started_at" | "ordered_at" | "price_fen">;

/** The columns of an answer. */
type Answered = Pick<
  Updateable<JobTable>,
  "answer_url" | "answer_image_id" | "answered_at" | "upstream_request_id"
>;

/** True when this very answer is written down, with its own job or another. */
async function isKept(db: Db, known: JobRow, answer: Answered, tried: Tried): Promise<boolean> {
  if (known.started_at === tried.started_at && known.answered_at !== null) return true;
  const { answer_url: url = null, answer_image_id: imageId = null } = answer;
  const kept = await db
    .selectFrom("job")
    .select("id")
    .where((eb) => eb.or([eb("answer_url", "=", url), eb("answer_image_id", "=", imageId)]))
    .executeTakeFirst();
  return kept !== undefined;
}

/** Makes a job of its own of a picture whose job is busy with another try, or has its picture. */
async function insertBeside(
  db: Db,
  known: JobRow,
  answer: Answered,
  tried: Tried,
): Promise<JobRow> {
  const own = { id: newId(), order_id: newId(), position: 0, state: "saving" } as const;
  const free = { finished_at: null, image_id: null, dismissed_at: null, follows: null };
  const plain = { run_after: 0, is_cached: 0, roll_id: null, failure: null, failure_detail: null };
  const row = { ...known, ...answer, ...tried, ...own, ...free, ...plain };
  return db.insertInto("job").values(row).returningAll().executeTakeFirstOrThrow();
}

/**
 * Keeps the answer of a try that was given up: its money was charged after all, and its picture is
 * fetched; in place of another try while that has not begun, else beside it.
 */
export async function arriveLate(
  db: Db,
  id: string,
  answer: Answered,
  { started_at, ordered_at, price_fen }: Tried,
  now: number,
): Promise<JobRow | undefined> {
  const tried = { started_at, ordered_at, price_fen };
  const known = await db.selectFrom("job").selectAll().where("id", "=", id).executeTakeFirst();
  if (!known || (await isKept(db, known, answer, tried))) return undefined;
  const charge = { ...known, ...tried, upstream_request_id: answer.upstream_request_id ?? null };
  const changes = { ...answer, ...tried, finished_at: null, dismissed_at: null, run_after: 0 };
  const moved = known.answered_at === null ? await move(db, id, "arrive", changes) : undefined;
  const job = moved ?? (await insertBeside(db, known, answer, tried));
  await confirmCharge(db, charge, job.id, now);
  if (!moved) return job;
  // The next try is not needed: its money is free again, and nobody waits for its picture.
  if (known.state === "queued") await enter(db, "release", known, now);
  await freeFollowers(db, id);
  return job;
}
