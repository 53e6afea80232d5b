import { crc32 } from "node:zlib";

const headerEnd = 33;

/** A PNG with a text under a keyword, as other tools write it: an iTXt chunk after the header. */
export function withText(png: Buffer, keyword: string, text: string): Buffer {
  const data = Buffer.from(`iTXt${keyword}\0\0\0\0\0${text}`);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length - 4);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(data));
  const chunk = Buffer.concat([length, data, check]);
  return Buffer.concat([png.subarray(0, headerEnd), chunk, png.subarray(headerEnd)]);
}
