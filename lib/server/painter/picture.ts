import "server-only";
import type { Size } from "@/lib/poster/capability";
import { look } from "../decoder/decoder";
import type { PictureFormat } from "../storage/disk";

/** What a whole picture says of itself. */
export interface Picture extends Size {
  format: PictureFormat;
  sha256: string;
}

/** The bytes are not a picture that can be unpacked whole, at a bounded cost. */
export class NotPictureError extends Error {}

/** What work on a picture gives; undefined when it turned out to be none. */
export async function ifPicture<Answer>(work: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof NotPictureError) return undefined;
    throw error;
  }
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const jpegSignature = Buffer.from([0xff, 0xd8, 0xff]);

/** What bytes say they are; undefined for no picture that is stored here. */
export function formatOf(bytes: Uint8Array): PictureFormat | undefined {
  const head = Buffer.from(bytes.subarray(0, 12));
  if (head.subarray(0, pngSignature.length).equals(pngSignature)) return "png";
  if (head.subarray(0, jpegSignature.length).equals(jpegSignature)) return "jpeg";
  const isWebp =
    head.toString("latin1", 0, 4) === "RIFF" && head.toString("latin1", 8, 12) === "WEBP";
  return isWebp ? "webp" : undefined;
}

/**
 * Unpacks a picture to its last pixel and measures it: PNG, JPEG or WebP. What passes can be shown,
 * read and mended. Throws NotPictureError.
 */
export async function examine(bytes: Uint8Array): Promise<Picture> {
  const format = formatOf(bytes);
  if (!format) throw new NotPictureError("no picture signature");
  const measured = await look(bytes).measured;
  if (!measured.ok) throw new NotPictureError(measured.detail);
  const { width, height, sha256 } = measured;
  return { width, height, format, sha256 };
}
