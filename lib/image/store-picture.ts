import "server-only";
import { newId } from "@/lib/server/id";
import { examine, type Picture } from "@/lib/server/painter/picture";
import { putFile, removeFiles } from "@/lib/server/storage/disk";
import { makeThumbnail } from "@/lib/server/storage/thumbnail";
import { type Jotting, writeNote } from "./note";

/** A picture on disk, its thumbnail perhaps still in the making. */
export interface StoredPicture {
  id: string;
  bytes: number;
  picture: Picture;
  thumbnail: Promise<void>;
}

/**
 * Checks a picture and puts it on disk with the note of how it was made. Throws NotPictureError, or
 * what the disk says.
 */
export async function storePicture(bytes: Uint8Array, note: Jotting): Promise<StoredPicture> {
  const picture = await examine(bytes);
  const id = newId();
  const stored = { id, bytes: bytes.length, picture, thumbnail: makeThumbnail(id, bytes) };
  try {
    // First, so that no picture is without its words, whenever the power goes.
    await putFile(id, "note", Buffer.from(writeNote(note)));
    await putFile(id, picture.format, bytes);
  } catch (error) {
    await discardPicture(stored);
    throw error;
  }
  return stored;
}

/** Takes a picture off the disk again: files without a record would be found by nobody. */
export async function discardPicture({ id, thumbnail }: StoredPicture): Promise<void> {
  await thumbnail;
  await removeFiles(id);
}
