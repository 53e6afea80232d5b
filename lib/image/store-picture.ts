import "server-only";
import { createHash } from "node:crypto";
import { newId } from "@/lib/server/id";
import { log } from "@/lib/server/log";
import { examine, formatOf, NotPictureError, type Picture } from "@/lib/server/painter/picture";
import { type PictureFormat, putFile, removeFiles } from "@/lib/server/storage/disk";
import { makeThumbnail } from "@/lib/server/storage/thumbnail";
import { type Jotting, writeNote } from "./note";

/** A picture on disk, its thumbnail perhaps still in the making. */
export interface StoredPicture {
  id: string;
  bytes: number;
  picture: Picture;
  thumbnail: Promise<void>;
}

/** The id of bytes that nobody can unpack: the same bytes, fetched again, are the same file. */
function idOfBytes(bytes: Uint8Array): string {
  const sum = createHash("sha256").update(bytes).digest("hex");
  return [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([from, to]) => sum.slice(from, to))
    .join("-");
}

/** Writes a picture with the note of how it was made. Throws what the disk says. */
async function putNoted(id: string, format: PictureFormat, bytes: Uint8Array, note: Jotting) {
  // First, so that no picture is without its words, whenever the power goes.
  await putFile(id, "note", Buffer.from(writeNote(note)));
  await putFile(id, format, bytes);
}

/**
 * Keeps what was paid for although nobody here can unpack it, a file in the store without a record:
 * another program may open it. Never throws, for what it is about to be said of is worse.
 */
async function keepUndecoded(
  bytes: Uint8Array,
  format: PictureFormat,
  note: Jotting,
): Promise<void> {
  const id = idOfBytes(bytes);
  try {
    await putNoted(id, format, bytes, note);
    log("warn", "picture.undecoded", { file: id, format, bytes: bytes.length });
  } catch {
    log("warn", "picture.undecodedLost", { file: id, format, bytes: bytes.length });
  }
}

/** Unpacks a picture while it is put on disk, whichever takes longer. */
async function put(
  id: string,
  format: PictureFormat,
  bytes: Uint8Array,
  note: Jotting,
): Promise<Picture> {
  const [examined, written] = await Promise.allSettled([
    examine(bytes),
    putNoted(id, format, bytes, note),
  ]);
  if (written.status === "rejected") throw written.reason;
  if (examined.status === "fulfilled") return examined.value;
  if (examined.reason instanceof NotPictureError) await keepUndecoded(bytes, format, note);
  throw examined.reason;
}

/**
 * Checks a picture and puts it on disk with the note of how it was made. Throws NotPictureError, or
 * what the disk says.
 */
export async function storePicture(bytes: Uint8Array, note: Jotting): Promise<StoredPicture> {
  const format = formatOf(bytes);
  if (!format) throw new NotPictureError("no picture signature");
  const id = newId();
  try {
    const picture = await put(id, format, bytes, note);
    return { id, bytes: bytes.length, picture, thumbnail: makeThumbnail(id, bytes) };
  } catch (error) {
    await removeFiles(id);
    throw error;
  }
}

/** Takes a picture off the disk again: files without a record would be found by nobody. */
export async function discardPicture({ id, thumbnail }: StoredPicture): Promise<void> {
  await thumbnail;
  await removeFiles(id);
}
