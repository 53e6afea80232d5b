import "server-only";
import { buffer } from "node:stream/consumers";
import { look } from "../decoder/decoder";
import { log, report } from "../log";
import { type PictureFormat, putFile, readFileStream, type StoredFile } from "./disk";

/** The worker and the routes are separate module graphs in one process; they share what is in the making. */
const shared = globalThis as typeof globalThis & {
  verbatimThumbs?: Map<string, Promise<void>>;
  verbatimUndrawable?: Set<string>;
};

async function make(id: string, picture: Uint8Array): Promise<void> {
  const made = await look(picture).thumbnail;
  if (!made.ok) {
    // A page of such pictures would else unpack them all at every look. A restart tries again.
    shared.verbatimUndrawable ??= new Set();
    shared.verbatimUndrawable.add(id);
    return log("warn", "thumbnail.undrawable", { image: id, detail: made.detail });
  }
  try {
    await putFile(id, "thumb", made.bytes);
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

/** True for a picture whose file is there, yet nobody could draw it when it was last asked for. */
export const isUndrawable = (id: string): boolean => shared.verbatimUndrawable?.has(id) === true;

/** The thumbnail: waited for while it is in the making, made anew where it is missing and can be made. */
export async function readThumbnail(
  id: string,
  format: PictureFormat,
): Promise<StoredFile | undefined> {
  await shared.verbatimThumbs?.get(id);
  const found = await readFileStream(id, "thumb");
  if (found || isUndrawable(id)) return found;
  const picture = await readFileStream(id, format);
  if (!picture) return undefined;
  await makeThumbnail(id, await buffer(picture.stream));
  return readFileStream(id, "thumb");
}
