import "server-only";
import type { Insertable, Kysely } from "kysely";
import { type BudgetName, brokenBy } from "@/lib/ledger/budget";
import { enter, findLeft } from "@/lib/ledger/store";
import { database } from "@/lib/server/db/client";
import type { Database, JobTable } from "@/lib/server/db/schema";
import { inTransaction } from "@/lib/server/db/transaction";
import { beat } from "@/lib/server/pulse";
import { type Match, matchUp } from "./reuse";
import type { CacheOffer, Reuse } from "./schema";

type Db = Kysely<Database>;

const untouched = {
  state: "queued",
  started_at: null,
  answered_at: null,
  finished_at: null,
  answer_url: null,
  answer_expires_at: null,
  answer_image_id: null,
  upstream_request_id: null,
  failure: null,
  failure_detail: null,
  image_id: null,
  dismissed_at: null,
  attempts: 0,
  run_after: 0,
  is_resized: 0,
  follows: null,
  is_cached: 0,
  roll_id: null,
} as const;

/** A job as an action writes it; what happens to it later is not its business. */
export type NewJob = Omit<Insertable<JobTable>, keyof typeof untouched | "ordered_at">;

/**
 * What became of an order: written (or known already), put as a question, over a budget, dearer than
 * the click said, or "taken": its id belongs to an order of other content, or to a roll that has ended.
 */
export type Placement =
  | { is: "ordered" }
  | { is: "taken" }
  | { is: "costsMore" }
  | { is: "offered"; offer: CacheOffer }
  | { is: "refused"; budget: BudgetName };

/** What a job was ordered with; undefined when there is none. */
export async function findJob(id: string): Promise<NewJob | undefined> {
  const db = await database();
  return db
    .selectFrom("job")
    .select(["id", "order_id", "position", "painter", "model", "ratio", "size", "poster"])
    .select(["prompt", "negative_prompt", "price_fen", "request_hash", "person_id", "created_at"])
    .where("id", "=", id)
    .executeTakeFirst();
}

/** The job whose request painted a picture; undefined for a draft, a mended picture, or none. */
export async function findJobOfImage(imageId: string): Promise<string | undefined> {
  const db = await database();
  const row = await db
    .selectFrom("image")
    .innerJoin("job", "job.id", "image.job_id")
    .select("job.id")
    .where("image.id", "=", imageId)
    .where("image.painter", "!=", "draft")
    .executeTakeFirst();
  return row?.id;
}

/** Stored and under-way pictures of the same requests, newest first. */
async function findMatches(db: Db, jobs: NewJob[], storedSince: number): Promise<Match[]> {
  const hashes = [...new Set(jobs.map((job) => job.request_hash))].filter((hash) => hash !== "");
  if (hashes.length === 0) return [];
  const stored = await db
    .selectFrom("image")
    .innerJoin("job", "job.id", "image.job_id")
    .select(["image.id as imageId", "job.request_hash as hash"])
    .where("job.request_hash", "in", hashes)
    .where("image.deleted_at", "is", null)
    .where("image.created_at", ">=", storedSince)
    .orderBy("image.id", "desc")
    .execute();
  const underWay = await db
    .selectFrom("job")
    .select(["id as jobId", "request_hash as hash"])
    .where("request_hash", "in", hashes)
    .where("state", "in", ["queued", "painting", "saving"])
    .where("follows", "is", null)
    .orderBy("id")
    .execute();
  return [...stored, ...underWay];
}

/** Writes a job with what its match makes of it, and the money it holds back. */
async function insertJob(
  db: Db,
  job: NewJob,
  match: Match | undefined,
  rollId: string | undefined,
): Promise<void> {
  const now = job.created_at;
  const reused = match && "imageId" in match ? match.imageId : null;
  const row = {
    ...job,
    ...untouched,
    roll_id: rollId ?? null,
    ordered_at: now,
    follows: match && "jobId" in match ? match.jobId : null,
    ...(reused === null
      ? {}
      : ({ state: "done", image_id: reused, is_cached: 1, finished_at: now } as const)),
  };
  await db.insertInto("job").values(row).execute();
  await enter(db, "reserve", row, now);
  if (reused !== null) await enter(db, "fromCache", row, now);
}

type Content = Pick<NewJob, "position" | "painter" | "model" | "ratio" | "poster">;

/**
 * True when both are one click: what somebody wrote and chose. Price, prompt and the model in force
 * may have changed between two sends of it.
 */
function isSameContent(known: readonly Content[], sent: readonly Content[]): boolean {
  const written = ({ position, painter, model, ratio, poster }: Content) =>
    JSON.stringify([position, painter, painter === "draft" ? model : "", ratio, poster]);
  const same = new Set(known.map(written));
  return known.length === sent.length && sent.every((job) => same.has(written(job)));
}

async function isRolling(db: Db, rollId: string): Promise<boolean> {
  const roll = await db
    .selectFrom("roll")
    .select("state")
    .where("id", "=", rollId)
    .executeTakeFirst();
  return roll?.state === "rolling";
}

/**
 * Writes an order's jobs at once, its money set aside in the same transaction: two clicks cannot
 * both pass a budget that has room for one. An order sent again is found, not written again; one of
 * other content under a known id is refused.
 */
export async function placeOrder(
  orderId: string,
  jobs: NewJob[],
  how: { reuse: Reuse; storedSince: number; rollId?: string; maxFen?: number },
): Promise<Placement> {
  const placed = await inTransaction(async (transaction): Promise<Placement> => {
    const known = await transaction
      .selectFrom("job")
      .select(["position", "painter", "model", "ratio", "poster"])
      .where("order_id", "=", orderId)
      .execute();
    if (known.length > 0) return { is: isSameContent(known, jobs) ? "ordered" : "taken" };
    if (how.rollId !== undefined && !(await isRolling(transaction, how.rollId)))
      return { is: "taken" };
    const found =
      how.reuse === "never" ? [] : await findMatches(transaction, jobs, how.storedSince);
    const matches = matchUp(jobs, found);
    const used = matches.filter((match) => match !== undefined);
    if (how.reuse === "ask" && used.length > 0) {
      const imageIds = used.flatMap((match) => ("imageId" in match ? [match.imageId] : []));
      const underWay = used.length - imageIds.length;
      return { is: "offered", offer: { imageIds, underWay, wanted: jobs.length } };
    }
    const toReserve = jobs.filter((_, index) => !isStored(matches[index]));
    const fen = toReserve.reduce((sum, job) => sum + job.price_fen, 0);
    if (fen > (how.maxFen ?? Number.POSITIVE_INFINITY)) return { is: "costsMore" };
    const budget = brokenBy(fen, await findLeft(jobs[0]?.created_at ?? 0, transaction));
    if (budget) return { is: "refused", budget };
    for (const [index, job] of jobs.entries())
      await insertJob(transaction, job, matches[index], how.rollId);
    return { is: "ordered" };
  });
  if (placed.is === "ordered") beat();
  return placed;
}

const isStored = (match: Match | undefined): boolean => match !== undefined && "imageId" in match;
