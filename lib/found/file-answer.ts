import "server-only";
import { findUnknown, restedBy } from "@/lib/image/unknown-store";
import { openFile, type PictureFormat, pictureFormats } from "@/lib/server/storage/disk";
import { readThumbnail } from "@/lib/server/storage/thumbnail";
import { pathSchema } from "./schema";

const types: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  webp: "image/webp",
};

const endingOf = (path: string): string => path.slice(path.lastIndexOf(".") + 1).toLowerCase();

/** The format of a picture that lies where one of ours would. */
const formatOf = (path: string): PictureFormat =>
  pictureFormats.find((format) => types[endingOf(path)] === `image/${format}`) ?? "png";

/** Answers with a small picture of an unknown file, or the file itself where none is made; 404 for all else. */
export async function fileAnswer(asked: string | null): Promise<Response> {
  const path = pathSchema.safeParse(asked);
  const found = path.success ? await findUnknown(path.data, restedBy(Date.now())) : undefined;
  if (!found) return new Response(null, { status: 404 });
  const thumb = found.id === null ? undefined : await readThumbnail(found.id, formatOf(found.path));
  const file = thumb ?? (await openFile(found.file));
  if (!file) return new Response(null, { status: 404 });
  const type = thumb ? "image/webp" : (types[endingOf(found.path)] ?? "application/octet-stream");
  return new Response(file.stream, {
    headers: {
      "content-type": type,
      "content-length": String(file.bytes),
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
