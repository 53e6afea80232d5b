import "server-only";
import * as z from "zod/mini";
import { type FileKind, readFileStream } from "@/lib/server/storage/disk";
import { readThumbnail } from "@/lib/server/storage/thumbnail";
import { fileName } from "./file-name";
import { findImage } from "./store";

const types: Record<FileKind, string> = { png: "image/png", thumb: "image/webp" };

const missing = () => new Response(null, { status: 404 });

/** Answers with a file of an image; 404 for what is not an id, not there or deleted. */
export async function fileAnswer(
  id: string,
  kind: FileKind,
  isDownload: boolean,
): Promise<Response> {
  if (!z.uuid().safeParse(id).success) return missing();
  const image = await findImage(id.toLowerCase());
  if (!image) return missing();
  const file = await (kind === "thumb" ? readThumbnail(image.id) : readFileStream(image.id, kind));
  if (!file) return missing();
  const headers = new Headers({
    "content-type": types[kind],
    "content-length": String(file.bytes),
    // An id's bytes never change; private, because a proxy must not keep what was deleted.
    "cache-control": "private, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
  });
  if (isDownload) {
    const name = encodeURIComponent(fileName(image));
    headers.set(
      "content-disposition",
      `attachment; filename="verbatim-${image.id}.png"; filename*=UTF-8''${name}`,
    );
  }
  return new Response(file.stream, { headers });
}
