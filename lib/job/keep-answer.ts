import "server-only";
import * as z from "zod/mini";
import { isDatabaseAway } from "@/lib/server/db/away";
import { isDiskFull } from "@/lib/server/disk-full";
import { log, report } from "@/lib/server/log";
import { listNotes, noteName, removeNote, writeNote } from "@/lib/server/storage/notes";
import type { JobRow } from "./move-store";
import { findJob } from "./order-store";
import * as store from "./store";
import { untilWritten } from "./until-written";

/** What stands in the note beside the database until the database has it. */
const noteSchema = z.object({
  answeredAt: z.int(),
  answer: z.object({
    url: z.nullable(z.string()),
    expiresAt: z.nullable(z.int()),
    imageId: z.nullable(z.string()),
    upstreamRequestId: z.nullable(z.string()),
  }),
  tried: z.object({
    started_at: z.nullable(z.int()),
    ordered_at: z.int(),
    price_fen: z.int(),
  }),
});
type Note = z.infer<typeof noteSchema>;
type LeftNote = Awaited<ReturnType<typeof listNotes>>[number];

/** A note that cannot be written is no reason to wait: the record itself is written until it is. */
async function note(name: string, content: Note): Promise<void> {
  try {
    await writeNote(name, JSON.stringify(content));
  } catch (error) {
    report("answer.noNote", error, { note: name });
  }
}

async function dropNote(name: string): Promise<void> {
  try {
    await removeNote(name);
  } catch (error) {
    // Taken in at the next start, it says what is known already.
    report("answer.noteLeft", error, { note: name });
  }
}

/**
 * Writes a painter's answer down: beside the database at once, so that a kill cannot take it, then
 * into it for as long as that takes. Gives the job that has it; undefined when it is kept already.
 */
export async function keepAnswer(
  { id, started_at, ordered_at, price_fen }: JobRow,
  answer: store.Answer,
): Promise<JobRow | undefined> {
  const tried = { started_at, ordered_at, price_fen };
  const answeredAt = Date.now();
  const name = noteName(id, started_at);
  await note(name, { answeredAt, answer, tried });
  const kept = await untilWritten(id, () => store.recordAnswer(id, answer, answeredAt, tried));
  await dropNote(name);
  return kept;
}

async function takeIn({ name, jobId, text }: LeftNote): Promise<void> {
  const { answer, answeredAt, tried } = noteSchema.parse(JSON.parse(text));
  // A database that was put back may be older than the note: what it knows nothing of is kept.
  if (!(await findJob(jobId))) return log("warn", "answer.noJob", { job: jobId });
  await store.recordAnswer(jobId, answer, answeredAt, tried);
  await dropNote(name);
  log("info", "answer.takenIn", { job: jobId });
}

/**
 * Takes in what a stop left beside the database; a note that cannot be read, or whose job nobody
 * knows, stays where it is. Throws when the database cannot be written now: its jobs were answered,
 * and whoever went on would give them up.
 */
export async function takeInNotes(): Promise<void> {
  for (const left of await listNotes()) {
    try {
      await takeIn(left);
    } catch (error) {
      if (isDatabaseAway(error) || isDiskFull(error)) throw error;
      report("answer.noteUnread", error, { job: left.jobId });
    }
  }
}
