import { deflateSync } from "node:zlib";
import { chunk, cutOff, file, header, png, pngOf, rows } from "./png-parts";

const small = { width: 64, height: 48 };
const large = { width: 8192, height: 4096 };

const packed = (bytes: Buffer) => deflateSync(bytes, { level: 9 });
const palette = (colours: number) => chunk("PLTE", Buffer.alloc(colours * 3, 0x40));
const text = (keyword: string, ...bytes: Buffer[]) =>
  Buffer.concat([Buffer.from(`${keyword}\0\0`, "latin1"), ...bytes]);
const zeros = (megabytes: number) => packed(Buffer.alloc(megabytes * 2 ** 20));
const indexed = { ...small, colour: 3 };

/** A frame of an animation (APNG): its place, its time. */
function frame(sequence: number, { width, height } = small): Buffer {
  const control = Buffer.alloc(26);
  control.writeUInt32BE(sequence, 0);
  control.writeUInt32BE(width, 4);
  control.writeUInt32BE(height, 8);
  return chunk("fcTL", control);
}

function animated(): Buffer {
  const control = Buffer.alloc(8);
  control.writeUInt32BE(2, 0);
  const pixels = packed(rows(small));
  const next = Buffer.concat([Buffer.from([0, 0, 0, 2]), pixels]);
  const parts = [chunk("acTL", control), frame(0), chunk("IDAT", pixels), frame(1)];
  return file(header(small), ...parts, chunk("fdAT", next));
}

/** PNGs that a program may make by accident, and some that somebody makes on purpose. */
export const hostilePngs: Record<string, () => Buffer> = {
  "depth that its colours do not have": () => png({ ...small, depth: 4, colour: 2 }),
  "depth of three bits": () => png({ ...small, depth: 3, colour: 0 }),
  "colours of an unknown kind": () => png({ ...small, colour: 5 }),
  "unknown compression": () => png({ ...small, compression: 7 }),
  "unknown filter method": () => png({ ...small, filter: 3 }),
  "unknown filter of a row": () => pngOf(small, rows(small, 48, 9)),
  "unknown interlacing": () => pngOf({ ...small, interlace: 4 }, rows(small)),
  "interlaced, its passes missing": () => pngOf({ ...small, interlace: 1 }, rows(small, 20)),
  "interlaced, sound": () => png({ ...small, interlace: 1 }),
  "no width": () => pngOf({ ...small, width: 0 }, rows(small)),
  "no height": () => pngOf({ ...small, height: 0 }, rows(small)),
  "more rows than there are numbers": () =>
    pngOf({ width: 0xffffffff, height: 0xffffffff }, rows(small)),
  "wider than a picture may be": () => pngOf({ width: 0x7fffffff, height: 1 }, rows(small)),
  "rows missing": () => pngOf(small, rows(small, 24)),
  "rows too many": () => pngOf(small, rows(small, 96)),
  "pixels cut off, sums right": () =>
    file(header(small), chunk("IDAT", cutOff(packed(rows(small)), 0.6))),
  "pixels that are not packed": () => file(header(small), chunk("IDAT", rows(small))),
  "no pixels": () => file(header(small)),
  "empty pixels": () => file(header(small), chunk("IDAT")),
  "a wrong sum over its pixels": () =>
    file(header(small), chunk("IDAT", packed(rows(small)), false)),
  "a wrong sum inside its pixels": () => {
    const bytes = packed(rows(small));
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
    return file(header(small), chunk("IDAT", bytes));
  },
  "a wrong sum over a text": () => png(small, chunk("tEXt", Buffer.from("a\0b"), false)),
  "no header": () => file(chunk("IDAT", packed(rows(small)))),
  "two headers": () => png(small, header({ width: 9000, height: 9000 })),
  "a header too short": () => file(chunk("IHDR", Buffer.alloc(9)), chunk("IDAT")),
  "a chunk longer than the file": () => cutOff(png(small, chunk("tEXt", Buffer.alloc(5000))), 0.5),
  "an unknown chunk that must be known": () => png(small, chunk("ABCD", Buffer.alloc(9))),
  "few colours, none given": () => png(indexed),
  "few colours, fewer given than used": () => png(indexed, palette(3)),
  "few colours, sound": () => png(indexed, palette(128)),
  "few colours, one of them in parts": () => png(indexed, chunk("PLTE", Buffer.alloc(10))),
  "few colours, too many given": () => png({ ...indexed, depth: 1 }, palette(256)),
  "transparency of more colours than there are": () =>
    png(indexed, palette(128), chunk("tRNS", Buffer.alloc(256))),
  "transparency of two bytes": () => png(small, chunk("tRNS", Buffer.alloc(2))),
  "a colour profile of nothing": () => png(small, chunk("iCCP", text("p"))),
  "a colour profile of garbage": () =>
    png(small, chunk("iCCP", text("p", packed(Buffer.alloc(900, 7))))),
  "a colour profile that unpacks to 80 MB": () => png(small, chunk("iCCP", text("p", zeros(80)))),
  "a text that unpacks to 80 MB": () => png(small, chunk("zTXt", text("t", zeros(80)))),
  "texts that unpack to 6 MB, two hundred of them": () => {
    const one = chunk("zTXt", text("t", zeros(6)));
    return png(small, ...Array.from({ length: 200 }, () => one));
  },
  "ten thousand texts": () => {
    const one = chunk("tEXt", Buffer.from("t\0x"));
    return png(small, ...Array.from({ length: 10_000 }, () => one));
  },
  "gamma of nothing": () => png(small, chunk("gAMA", Buffer.alloc(4))),
  "whites of nothing": () => png(small, chunk("cHRM", Buffer.alloc(32))),
  "an animation": animated,
  "sixteen bits": () => png({ ...small, depth: 16, colour: 6 }),
  "sixteen bits of grey": () => png({ ...small, depth: 16, colour: 0 }),
  "grey half transparent": () => png({ ...small, colour: 4 }),
  "one bit": () => png({ ...small, depth: 1, colour: 0 }),
  "pixels in pieces of one byte": () => {
    const pieces = [...packed(rows(small))].map((byte) => chunk("IDAT", Buffer.from([byte])));
    return file(header(small), ...pieces);
  },
  "pixels that unpack to 80 MB more than there are": () =>
    pngOf(small, Buffer.concat([rows(small), Buffer.alloc(80 * 2 ** 20)])),
  "as many pixels as it may have": () => png({ ...large, depth: 1, colour: 0 }),
  "as many, of sixteen bits, interlaced": () =>
    png({ ...large, depth: 16, colour: 6, interlace: 1 }),
  "a row more than it may have": () => png({ width: 8192, height: 4097, depth: 1, colour: 0 }),
  "fifty million pixels, packed small": () =>
    png({ width: 10_000, height: 5000, depth: 1, colour: 0, interlace: 1 }),
  "one column": () => png({ width: 1, height: 2 ** 20, colour: 0 }),
  "one row": () => png({ width: 2 ** 20, height: 1, colour: 0 }),
};
