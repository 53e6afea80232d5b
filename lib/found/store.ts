import "server-only";
import type { Kysely } from "kysely";
import type { Note } from "@/lib/image/note";
import { findUnknown, listUnknown, restedBy, type UnknownPicture } from "@/lib/image/unknown-store";
import { saveJob } from "@/lib/job/save-job";
import { moveOf } from "@/lib/job/state";
import { type JobRow, recordAnswer } from "@/lib/job/store";
import { literalsOf } from "@/lib/poster/words";
import { addProof } from "@/lib/proof/store";
import { wakeReader } from "@/lib/proof/worker";
import { database } from "@/lib/server/db/client";
import type { Database } from "@/lib/server/db/schema";
import { inTransaction } from "@/lib/server/db/transaction";
import { isDiskFull } from "@/lib/server/disk-full";
import { newId } from "@/lib/server/id";
import { log, report } from "@/lib/server/log";
import { examine, NotPictureError, type Picture } from "@/lib/server/painter/picture";
import { beat } from "@/lib/server/pulse";
import { shelvePicture } from "@/lib/server/storage/disk";
import { readPictureFile } from "@/lib/server/storage/listing";
import { findNote, findOrigin, findWords } from "./origin";
import type { Adopted, FoundPicture } from "./schema";

async function findJobWithout(id: string | null): Promise<JobRow | undefined> {
  if (id === null) return undefined;
  const db = await database();
  return db
    .selectFrom("job")
    .selectAll()
    .where("id", "=", id)
    .where("image_id", "is", null)
    .executeTakeFirst();
}

/**
 * Makes a picture on disk the answer of the job that it was painted for, so that it is kept as any
 * answer is and never asked for again. What was set aside for it is spent; other money stays as the
 * books have it. False when the job is past that.
 */
async function answerFromDisk(
  job: JobRow,
  imageId: string,
  note: Note,
  now: number,
): Promise<boolean> {
  const db = await database();
  const own = db.updateTable("job").where("id", "=", job.id);
  if (job.state === "saving" || job.state === "failed" || job.state === "unknown") {
    const { from, to } = moveOf("refetch");
    const found = { answer_image_id: imageId, answered_at: job.answered_at ?? now };
    const fresh = { finished_at: null, failure: null, failure_detail: null };
    const { numUpdatedRows } = await own
      .set({ ...found, ...fresh, state: to })
      .where("state", "in", [...from, to])
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }
  if (job.state === "queued") {
    const { from, to } = moveOf("claim");
    await own
      .set({ state: to, started_at: now, follows: null })
      .where("state", "in", from)
      .execute();
  }
  const { upstreamRequestId } = note;
  return Boolean(
    await recordAnswer(job.id, { url: null, expiresAt: null, imageId, upstreamRequestId }, now),
  );
}

/** A file's picture and its length; undefined when it is no whole one. */
async function lookInto({
  file,
}: UnknownPicture): Promise<{ picture: Picture; bytes: number } | undefined> {
  const bytes = await readPictureFile(file);
  try {
    return { picture: await examine(bytes), bytes: bytes.length };
  } catch (error) {
    if (error instanceof NotPictureError) return undefined;
    throw error;
  }
}

/** A file that cannot be read stops no start: its job goes on as if it were not there. */
async function isWhole(found: UnknownPicture): Promise<boolean> {
  const seen = await lookInto(found).catch((error) => report("found.unreadable", error));
  return seen !== undefined;
}

/**
 * After a start, before anything is painted: pictures that were stored and not recorded, by a kill
 * or because the database is older than they are, go to the jobs that wait for them. Painted anew
 * they would be paid for twice.
 */
export async function recallPainted(now: number): Promise<void> {
  const db = await database();
  const waiting = await db
    .selectFrom("job")
    .selectAll()
    .where("state", "in", ["queued", "painting", "saving"])
    .where("answer_image_id", "is", null)
    .execute();
  if (waiting.length === 0) return;
  const jobs = new Map(waiting.map((job) => [job.id, job]));
  // Nothing is being stored yet: whatever lies there, by any clock, is from before.
  for (const found of await listUnknown(Number.POSITIVE_INFINITY)) {
    const note = await findNote(found);
    const job = jobs.get(note?.jobId ?? "");
    if (!note || !job || found.id === null || !(await isWhole(found))) continue;
    jobs.delete(job.id);
    if (await answerFromDisk(job, found.id, note, now)) {
      log("info", "found.recalled", { job: job.id, image: found.id, was: job.state });
    }
  }
}

/** The id its record gets in place of a job's: the job's own unless another picture or try has a claim to it. */
async function jobIdFor(db: Kysely<Database>, { jobId }: Note, imageId: string): Promise<string> {
  if (jobId === null) return newId();
  const taken = await db
    .selectFrom("image")
    .select("id")
    .where("job_id", "=", jobId)
    .executeTakeFirst();
  const job = await db
    .selectFrom("job")
    .select("image_id")
    .where("id", "=", jobId)
    .executeTakeFirst();
  const isFree = !taken && (!job || job.image_id === imageId);
  return isFree ? jobId : newId();
}

async function record(id: string, note: Note, picture: Picture, bytes: number): Promise<void> {
  await inTransaction(async (db) => {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto("image")
      .values({
        id,
        job_id: await jobIdFor(db, note, id),
        painter: note.painter,
        model: note.model,
        ratio: note.ratio,
        poster: JSON.stringify(note.poster),
        prompt: note.prompt,
        negative_prompt: note.negativePrompt,
        ...picture,
        bytes,
        cost_fen: note.costFen,
        took_ms: note.tookMs,
        upstream_request_id: note.upstreamRequestId,
        created_at: note.createdAt,
        deleted_at: null,
        parent_id: note.parentId,
        best_at: null,
      })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows) await addProof(db, id);
  });
  wakeReader();
  beat();
}

/** What became of one picture. */
export type Adoption = "adopted" | "notFound" | "notPicture";

async function adopt(found: UnknownPicture, now: number): Promise<Adoption> {
  const seen = await lookInto(found);
  if (!seen) return "notPicture";
  const { picture, bytes } = seen;
  const note = await findOrigin(found, picture);
  const id = found.id ?? newId();
  await shelvePicture(found.file, id, picture.format);
  const job = await findJobWithout(note.jobId);
  const isLost = job?.state === "failed" || job?.state === "unknown";
  if (job && isLost && (await answerFromDisk(job, id, note, now))) {
    const row = await findJobWithout(job.id);
    if (row) await saveJob(row);
    // Logged where it failed; the job says why, and has the picture by another try.
    if (await findJobWithout(job.id)) throw new Error("the job could not keep its picture");
  } else await record(id, note, picture, bytes);
  log("info", "found.adopted", { image: id, isNoted: note.jobId !== null });
  return "adopted";
}

/**
 * Takes a picture that no record knows of into the gallery, to be read in its turn. The ledger learns
 * nothing by it: it cost what its note says, or nobody knows.
 */
export async function adoptPicture(path: string, now: number): Promise<Adoption> {
  const found = await findUnknown(path, restedBy(now));
  return found ? adopt(found, now) : "notFound";
}

/** Pictures taken in at one request: it must answer before a browser gives up. */
const atOnce = 20;

/** One file that cannot be read keeps no other from the gallery; a full disk would all of them. */
async function isAdopted(found: UnknownPicture, now: number): Promise<boolean> {
  try {
    return (await adopt(found, now)) === "adopted";
  } catch (error) {
    if (isDiskFull(error)) throw error;
    report("found.failed", error);
    return false;
  }
}

/** Takes some of the unknown pictures into the gallery, in order of their paths. */
export async function adoptAfter(after: string | null, now: number): Promise<Adopted> {
  const all = await listUnknown(restedBy(now));
  const left = all.filter(({ path }) => after === null || path > after);
  const some = left.slice(0, atOnce);
  let adopted = 0;
  for (const found of some) if (await isAdopted(found, now)) adopted += 1;
  const isMore = left.length > some.length;
  return {
    adopted,
    refused: some.length - adopted,
    next: isMore ? (some.at(-1)?.path ?? null) : null,
  };
}

/** A page of unknown pictures, the latest first, with how many there are. */
export async function listFound(
  skip: number,
  limit: number,
  now: number,
): Promise<{ pictures: FoundPicture[]; count: number }> {
  const all = await listUnknown(restedBy(now));
  const latest = all.toSorted((a, b) => b.touchedAt - a.touchedAt).slice(skip, skip + limit);
  return { pictures: await Promise.all(latest.map(describe)), count: all.length };
}

async function describe(found: UnknownPicture): Promise<FoundPicture> {
  const { path, bytes, touchedAt } = found;
  const { note, prompt } = await findWords(found);
  const words = note ? literalsOf(note.poster).join(" / ") || note.poster.scene.subject : prompt;
  return { path, words, isNoted: note !== undefined, at: note?.createdAt ?? touchedAt, bytes };
}
