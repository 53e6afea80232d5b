import "server-only";
import sharp from "sharp";
import { type Note, readNote } from "@/lib/image/note";
import type { UnknownPicture } from "@/lib/image/unknown-store";
import { foundModel, type Size } from "@/lib/poster/capability";
import { readNoteFile } from "@/lib/server/storage/disk";
import { type EmbeddedPrompt, promptIn } from "./embedded";
import { nearestRatio, posterOf } from "./poster-of";

/** The note beside a picture; undefined when there is none that can be read. */
export async function findNote({ id }: Pick<UnknownPicture, "id">): Promise<Note | undefined> {
  const written = id === null ? undefined : await readNoteFile(id);
  return written === undefined ? undefined : readNote(written);
}

/** What the picture's own file says of its prompt; undefined where it says nothing. */
async function embeddedIn(picture: Buffer | string): Promise<EmbeddedPrompt | undefined> {
  try {
    // The head of the file only: no pixel is decoded.
    const { comments } = await sharp(picture).metadata();
    return promptIn(comments ?? []);
  } catch {
    return undefined;
  }
}

/** How a picture was made: by its note, by its own file, or as far as its shape tells. */
export async function findOrigin(
  found: Pick<UnknownPicture, "id" | "file" | "touchedAt">,
  size: Size,
): Promise<Note> {
  const note = await findNote(found);
  if (note) return note;
  const embedded = await embeddedIn(found.file);
  return {
    jobId: null,
    orderId: null,
    parentId: null,
    painter: "nebula",
    model: foundModel,
    ratio: nearestRatio(size),
    poster: posterOf(embedded?.prompt ?? "", size),
    prompt: embedded?.prompt ?? "",
    negativePrompt: embedded?.negativePrompt ?? "",
    costFen: 0,
    tookMs: 0,
    upstreamRequestId: null,
    createdAt: Math.round(found.touchedAt),
  };
}

/** The words of a picture for its page, without looking at its pixels. */
export async function findWords(found: UnknownPicture): Promise<{ note?: Note; prompt: string }> {
  const note = await findNote(found);
  if (note) return { note, prompt: note.prompt };
  return { prompt: (await embeddedIn(found.file))?.prompt ?? "" };
}
