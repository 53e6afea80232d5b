import "server-only";
import { createHash } from "node:crypto";
import sharp from "sharp";
import type { Size } from "@/lib/poster/capability";
import type { PictureFormat } from "../storage/disk";
import { checkPng, isPng } from "./png";

/** What a whole picture says of itself. */
export interface Picture extends Size {
  format: PictureFormat;
  sha256: string;
}

/** The bytes are not a whole picture. */
export class NotPictureError extends Error {}

const maxPixels = 50_000_000;

/** JPEG and WebP come from neighbour models only, so they take the slower way. */
async function decode(file: Buffer): Promise<Size & { format: PictureFormat }> {
  const isJpeg = file.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]));
  const isWebp =
    file.toString("latin1", 0, 4) === "RIFF" && file.toString("latin1", 8, 12) === "WEBP";
  if (!isJpeg && !isWebp) throw new NotPictureError("no picture signature");
  const { info } = await sharp(file, { failOn: "truncated", limitInputPixels: maxPixels })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, format: isJpeg ? "jpeg" : "webp" };
}

/** Checks a picture to its last pixel and measures it: PNG, JPEG or WebP. Throws NotPictureError. */
export async function examine(bytes: Uint8Array): Promise<Picture> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const { width, height, format } = isPng(file)
      ? { ...(await checkPng(file, maxPixels)), format: "png" as const }
      : await decode(file);
    const sha256 = createHash("sha256").update(file).digest("hex");
    return { width, height, format, sha256 };
  } catch (error) {
    throw error instanceof NotPictureError
      ? error
      : new NotPictureError(error instanceof Error ? error.message : "not readable");
  }
}
