import "server-only";
import { create as contentDisposition } from "content-disposition";
import * as z from "zod/mini";
import { type PictureFormat, readFileStream } from "@/lib/server/storage/disk";
import { isUndrawable, readThumbnail } from "@/lib/server/storage/thumbnail";
import { endingOf, fileName } from "./file-name";
import { placeholder } from "./placeholder";
import { findImage } from "./store";

const types: Record<PictureFormat, string> = {
  png: "image/png",
  jpeg: "image/jpeg",
  webp: "image/webp",
};

/** Not kept by browsers: a later version of the studio may be able to draw it. */
const drawPlaceholder = () =>
  new Response(placeholder, {
    headers: {
      "content-type": "image/svg+xml",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });

const missing = () => new Response(null, { status: 404 });

/**
 * Answers with a file of an image; 404 for what is not an id, not there or deleted. A picture that is
 * there and cannot be drawn has a placeholder for its thumbnail.
 */
export async function fileAnswer(
  id: string,
  kind: "picture" | "thumb",
  isDownload: boolean,
): Promise<Response> {
  if (!z.uuid().safeParse(id).success) return missing();
  const image = await findImage(id.toLowerCase());
  if (!image) return missing();
  const { format } = image;
  const isThumb = kind === "thumb";
  const file = await (isThumb ? readThumbnail(image.id, format) : readFileStream(image.id, format));
  if (!file) return isThumb && isUndrawable(image.id) ? drawPlaceholder() : missing();
  const headers = new Headers({
    "content-type": types[isThumb ? "webp" : format],
    "content-length": String(file.bytes),
    // An id's bytes never change; private, because a proxy must not keep what was deleted.
    "cache-control": "private, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
  });
  if (isDownload) {
    // A name in plain ASCII beside, for what reads no other.
    const fallback = `verbatim-${image.id}.${endingOf(format)}`;
    headers.set("content-disposition", contentDisposition(fileName(image), { fallback }));
  }
  return new Response(file.stream, { headers });
}
