import * as z from "zod/mini";
import { ratioIds } from "@/lib/poster/choices";
import { type Poster, readPoster } from "@/lib/poster/schema";

/**
 * What stands in the file beside each picture, so that it keeps its words when the database is lost
 * or older than the picture. No address, no key and no person: it is read by whoever gets the folder.
 */
const noteSchema = z.object({
  version: z.literal(1),
  /** The job that painted it, and its order; null for a mended picture. */
  jobId: z.nullable(z.uuid()),
  orderId: z.nullable(z.uuid()),
  /** The picture this one was mended from. */
  parentId: z.nullable(z.uuid()),
  painter: z.enum(["nebula", "draft"]),
  model: z.string(),
  ratio: z.enum(ratioIds),
  /** A poster of any version. */
  poster: z.unknown(),
  prompt: z.string(),
  negativePrompt: z.string(),
  /** Fen. */
  costFen: z.int().check(z.gte(0)),
  tookMs: z.number(),
  upstreamRequestId: z.nullable(z.string()),
  /** Epoch ms, UTC. */
  createdAt: z.number(),
});

export type Note = Omit<z.infer<typeof noteSchema>, "version" | "poster"> & { poster: Poster };

/** A note before it is written: the poster as the database has it, of any version and perhaps broken. */
export type Jotting = Omit<Note, "poster"> & { poster: string };

/** A note as it is written. Never throws: a poster that cannot be read keeps no picture from the disk. */
export function writeNote({ poster, ...note }: Jotting): string {
  return JSON.stringify({ version: 1, ...note, poster: parsed(poster) });
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** A note as it was written; undefined for what cannot be read as one. */
export function readNote(written: string): Note | undefined {
  try {
    const { version: _, poster, ...note } = noteSchema.parse(JSON.parse(written));
    return { ...note, poster: readPoster(poster) };
  } catch {
    return undefined;
  }
}
