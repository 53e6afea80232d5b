import "server-only";
import { createHash } from "node:crypto";
import sharp from "sharp";
import type { Size } from "@/lib/poster/capability";

/** A picture that was read to its last pixel, with the thumbnail made on the way. */
export interface Picture extends Size {
  png: Uint8Array;
  thumb: Uint8Array;
  sha256: string;
}

/** The bytes are not a whole PNG. */
export class NotPictureError extends Error {}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Long side of a thumbnail, pixels. */
const thumbSide = 640;
const maxPixels = 50_000_000;

/** Decodes a PNG whole, measures it and makes its thumbnail. Throws NotPictureError. */
export async function examine(bytes: Uint8Array): Promise<Picture> {
  if (!signature.equals(bytes.subarray(0, signature.length))) {
    throw new NotPictureError("no PNG signature");
  }
  try {
    const image = sharp(bytes, { failOn: "error", limitInputPixels: maxPixels });
    const { width, height } = await image.metadata();
    const thumb = await image
      .resize(thumbSide, thumbSide, { fit: "inside", kernel: "linear" })
      .webp({ quality: 80, effort: 0 })
      .toBuffer();
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return { png: bytes, thumb, width, height, sha256 };
  } catch (error) {
    throw new NotPictureError(error instanceof Error ? error.message : "unreadable");
  }
}
