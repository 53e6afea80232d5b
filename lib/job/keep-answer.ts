import "server-only";
import * as z from "zod/mini";
import { log, report } from "@/lib/server/log";
import { listNotes, removeNote, writeNote } from "@/lib/server/storage/notes";
import type { JobRow } from "./move-store";
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

/** A note that cannot be written is no reason to wait: the record itself is written until it is. */
async function note(jobId: string, content: Note): Promise<void> {
  try {
    await writeNote(jobId, JSON.stringify(content));
  } catch (error) {
    report("answer.noNote", error, { job: jobId });
  }
}

async function dropNote(jobId: string): Promise<void> {
  try {
    await removeNote(jobId);
  } catch (error) {
    // Taken in at the next start, it says what is known already.
    report("answer.noteLeft", error, { job: jobId });
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
  await note(id, { answeredAt, answer, tried });
  const kept = await untilWritten(id, () => store.recordAnswer(id, answer, answeredAt, tried));
  await dropNote(id);
  return kept;
}

async function takeIn(jobId: string, text: string): Promise<void> {
  const { answer, answeredAt, tried } = noteSchema.parse(JSON.parse(text));
  await store.recordAnswer(jobId, answer, answeredAt, tried);
  await dropNote(jobId);
  log("info", "answer.takenIn", { job: jobId });
}

/** Takes in what a stop left beside the database; a note that cannot be read stays where it is. */
export async function takeInNotes(): Promise<void> {
  for (const { jobId, text } of await listNotes()) {
    try {
      await takeIn(jobId, text);
    } catch (error) {
      report("answer.noteUnread", error, { job: jobId });
    }
  }
}
