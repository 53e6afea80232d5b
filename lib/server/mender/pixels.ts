import "server-only";
import sharp from "sharp";
import type { Area } from "@/lib/mend/schema";
import type { Size } from "@/lib/poster/capability";
import { unpackPicture } from "../decoder/decoder";
import { NotPictureError } from "../painter/picture";

/** A picture unpacked: rows of pixels, three or four bytes each. */
export interface Pixels extends Size {
  data: Buffer;
  channels: 3 | 4;
}

/** Unpacks a picture. Throws NotPictureError. */
export async function unpack(bytes: Uint8Array): Promise<Pixels> {
  const unpacked = await unpackPicture(bytes);
  if (!unpacked.ok) throw new NotPictureError(unpacked.detail);
  const { data, ...size } = unpacked.pixels;
  return { ...size, data: Buffer.from(data.buffer, data.byteOffset, data.byteLength) };
}

/** Packs pixels as a PNG, with shapes laid over them; only an area of them if there is one. */
export function pack(pixels: Pixels, svg?: string, area?: Area): Promise<Buffer> {
  const { data, width, height, channels } = pixels;
  let image = sharp(data, { raw: { width, height, channels } });
  if (svg) image = image.composite([{ input: Buffer.from(svg), density: 72 }]);
  if (channels === 3) image = image.removeAlpha();
  if (area) {
    const { x: left, y: top, ...size } = area;
    image = image.extract({ left, top, ...size });
  }
  return image.png({ compressionLevel: 6 }).toBuffer();
}
