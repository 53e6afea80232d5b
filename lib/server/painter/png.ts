import "server-only";
import { promisify } from "node:util";
import { crc32, inflate } from "node:zlib";
import type { Size } from "@/lib/poster/capability";

const inflated = promisify(inflate);
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Samples of a pixel by colour type (PNG 11.2.1). */
const samples: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const filters = 5;

interface Chunk {
  type: string;
  data: Buffer;
}

/** True for what begins as a PNG does. */
export const isPng = (file: Buffer): boolean =>
  signature.equals(file.subarray(0, signature.length));

/** The chunks of a PNG up to its end (PNG 5.3): length, type, data, and a CRC over the last two. */
function* chunksOf(file: Buffer): Generator<Chunk> {
  let at = signature.length;
  let type = "";
  while (type !== "IEND") {
    if (at + 12 > file.length) throw new Error("cut off");
    const end = at + 8 + file.readUInt32BE(at);
    if (end + 4 > file.length) throw new Error("cut off");
    if (crc32(file.subarray(at + 4, end)) !== file.readUInt32BE(end)) throw new Error("damaged");
    type = file.toString("latin1", at + 4, at + 8);
    yield { type, data: file.subarray(at + 8, end) };
    at = end + 4;
  }
}

/** Unpacks the pixels and counts them row by row. Interlaced files hold them in seven passes, counted as one sum. */
async function checkPixels(header: Buffer, { width, height }: Size, packed: Buffer): Promise<void> {
  const [depth = 0, colour = 0, , , interlace = 0] = header.subarray(8);
  const bits = depth * (samples[colour] ?? 0);
  if (bits === 0) throw new Error("unknown colours");
  const row = 1 + Math.ceil((width * bits) / 8);
  const most = interlace === 0 ? row * height : 2 * row * height + 7 * height;
  const pixels = await inflated(packed, { maxOutputLength: most });
  if (interlace !== 0) return;
  if (pixels.length !== row * height) throw new Error("pixels missing");
  for (let at = 0; at < pixels.length; at += row) {
    if ((pixels[at] ?? filters) >= filters) throw new Error("unknown filter");
  }
}

/** Checks a PNG to its last pixel, by its checksums and by unpacking it, and measures it. Throws an Error. */
export async function checkPng(file: Buffer, maxPixels: number): Promise<Size> {
  const [header, ...rest] = chunksOf(file);
  if (header?.type !== "IHDR" || header.data.length !== 13) throw new Error("no header");
  const size = { width: header.data.readUInt32BE(0), height: header.data.readUInt32BE(4) };
  const { width, height } = size;
  if (width === 0 || height === 0 || width * height > maxPixels) {
    throw new Error(`${width} × ${height} pixels`);
  }
  const packed = rest.filter(({ type }) => type === "IDAT").map(({ data }) => data);
  if (packed.length === 0) throw new Error("no pixels");
  await checkPixels(header.data, size, Buffer.concat(packed));
  return size;
}
