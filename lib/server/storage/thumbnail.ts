import "server-only";
import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { report } from "../log";
import { type PictureFormat, putFile, readFileStream, type StoredFile } from "./disk";

/** Long side of a thumbnail, pixels. */
const side = 640;

/** The worker and the routes are separate module graphs in one process; they share what is in the making. */
const shared = globalThis as typeof globalThis & { verbatimThumbs?: Map<string, Promise<void>> };

async function make(id: string, picture: Uint8Array): Promise<void> {
  try {
    const thumb = await sharp(picture)
      .resize(side, side, { fit: "inside", kernel: "linear" })
      .webp({ quality: 80, effort: 0 })
      .toBuffer();
    await putFile(id, "thumb", thumb);
  } catch (error) {
    // The picture is what was paid for; its thumbnail is made again when next asked for.
    report("thumbnail.failed", error);
  }
}

/** Makes the thumbnail of a picture, once however many ask. Never throws. */
export function makeThumbnail(id: string, picture: Uint8Array): Promise<void> {
  shared.verbatimThumbs ??= new Map();
  const making = shared.verbatimThumbs;
  const begun = making.get(id) ?? make(id, picture).finally(() => making.delete(id));
  making.set(id, begun);
  return begun;
}

/** The thumbnail: waited for while it is in the making, made anew where it is missing. */
export async function readThumbnail(
  id: string,
  format: PictureFormat,
): Promise<StoredFile | undefined> {
  await shared.verbatimThumbs?.get(id);
  const found = await readFileStream(id, "thumb");
  if (found) return found;
  const picture = await readFileStream(id, format);
  if (!picture) return undefined;
  await makeThumbnail(id, await buffer(picture.stream));
  return readFileStream(id, "thumb");
}
