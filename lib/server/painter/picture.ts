import "server-only";
import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import type { Size } from "@/lib/poster/capability";

/** What a whole PNG says of itself. */
export interface Picture extends Size {
  sha256: string;
}

/** The bytes are not a whole PNG. */
export class NotPictureError extends Error {}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const maxPixels = 50_000_000;

interface Chunk {
  type: string;
  data: Buffer;
}

/** The chunks of a PNG up to its end (PNG 5.3): length, type, data, and a CRC over the last two. */
function* chunksOf(file: Buffer): Generator<Chunk> {
  let at = signature.length;
  let type = "";
  while (type !== "IEND") {
    if (at + 12 > file.length) throw new NotPictureError("cut off");
    const end = at + 8 + file.readUInt32BE(at);
    if (end + 4 > file.length) throw new NotPictureError("cut off");
    if (crc32(file.subarray(at + 4, end)) !== file.readUInt32BE(end)) {
      throw new NotPictureError("damaged");
    }
    type = file.toString("latin1", at + 4, at + 8);
    yield { type, data: file.subarray(at + 8, end) };
    at = end + 4;
  }
}

/** Checks a PNG to its last byte by its own checksums and measures it. Throws NotPictureError. */
export function examine(bytes: Uint8Array): Picture {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!signature.equals(file.subarray(0, signature.length))) {
    throw new NotPictureError("no PNG signature");
  }
  const [header, ...rest] = chunksOf(file);
  if (header?.type !== "IHDR" || header.data.length !== 13) throw new NotPictureError("no header");
  if (!rest.some(({ type }) => type === "IDAT")) throw new NotPictureError("no pixels");
  const [width, height] = [header.data.readUInt32BE(0), header.data.readUInt32BE(4)];
  if (width === 0 || height === 0 || width * height > maxPixels) {
    throw new NotPictureError(`${width} × ${height} pixels`);
  }
  return { width, height, sha256: createHash("sha256").update(file).digest("hex") };
}
