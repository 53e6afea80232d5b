import { crc32, deflateSync } from "node:zlib";

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** What a PNG says of its pixels (PNG 11.2.1). */
export interface Header {
  width: number;
  height: number;
  depth?: number;
  colour?: number;
  compression?: number;
  filter?: number;
  interlace?: number;
}

/** One chunk: length, type, data and their checksum, or a wrong one. */
export function chunk(type: string, data: Buffer = Buffer.alloc(0), isSound = true): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE((crc32(body) ^ (isSound ? 0 : 1)) >>> 0);
  return Buffer.concat([size, body, sum]);
}

/** The header's chunk. */
export function header(of: Header): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(of.width, 0);
  data.writeUInt32BE(of.height, 4);
  const { depth = 8, colour = 2, compression = 0, filter = 0, interlace = 0 } = of;
  data.set([depth, colour, compression, filter, interlace], 8);
  return chunk("IHDR", data);
}

/** Samples of a pixel by colour type. */
const samples: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Rows of one value each after its filter's number: packed to almost nothing. */
export function rows(of: Header, count = of.height, filter = 0, value = 0x55): Buffer {
  const { depth = 8, colour = 2 } = of;
  const length = 1 + Math.ceil((of.width * depth * (samples[colour] ?? 1)) / 8);
  const all = Buffer.alloc(length * count, value);
  for (let at = 0; at < all.length; at += length) all[at] = filter;
  return all;
}

/** Columns and rows of the seven passes (PNG 8.2): where each begins and how far it steps. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** The rows of an interlaced picture. */
function interlacedRows(of: Header): Buffer {
  const parts = passes.map(([x, y, across, along]) => {
    const width = Math.ceil((of.width - x) / across);
    const height = Math.ceil((of.height - y) / along);
    return width > 0 && height > 0 ? rows({ ...of, width, height }) : Buffer.alloc(0);
  });
  return Buffer.concat(parts);
}

const data = (pixels: Buffer) => chunk("IDAT", deflateSync(pixels, { level: 1 }));

/** A file of chunks between signature and end. */
export const file = (...chunks: Buffer[]): Buffer =>
  Buffer.concat([signature, ...chunks, chunk("IEND")]);

/** A sound PNG of its header, with further chunks before its pixels. */
export function png(of: Header, ...before: Buffer[]): Buffer {
  const pixels = of.interlace ? interlacedRows(of) : rows(of);
  return file(header(of), ...before, data(pixels));
}

/** A PNG whose pixels are these bytes, whatever its header says. */
export const pngOf = (of: Header, pixels: Buffer, ...before: Buffer[]): Buffer =>
  file(header(of), ...before, data(pixels));

/** The start of a file without its end. */
export const cutOff = (bytes: Buffer, share: number): Buffer =>
  bytes.subarray(0, Math.floor(bytes.length * share));
