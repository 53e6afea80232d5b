import "server-only";
import { readFile } from "node:fs/promises";
import { create, type Font } from "fontkit";
import type { Slice } from "./slices";
import { unpack } from "./unpack";

/** Slices kept open, least recently used first. A poster in one lettering needs about ten. */
const capacity = 64;
const opened = new Map<string, Promise<Font | undefined>>();

async function open({ file, axis }: Slice): Promise<Font | undefined> {
  // fontkit 2.0.4 cannot vary a WOFF2 (foliojs/fontkit#377), so it is given the plain font inside.
  const font = create(await unpack(await readFile(file)));
  if (!("glyphForCodePoint" in font)) return undefined;
  return axis === undefined ? font : font.getVariation({ wght: axis });
}

async function openOrWarn(slice: Slice): Promise<Font | undefined> {
  try {
    return await open(slice);
  } catch (error) {
    process.emitWarning(`Unreadable font: ${slice.file}: ${String(error)}`);
    return undefined;
  }
}

/** The font inside a slice, at the slice's weight; undefined where the file cannot be read. */
export function openSlice(slice: Slice): Promise<Font | undefined> {
  const key = `${slice.file} ${slice.axis}`;
  const font = opened.get(key) ?? openOrWarn(slice);
  opened.delete(key);
  opened.set(key, font);
  const [oldest] = opened.keys();
  if (opened.size > capacity && oldest !== undefined) opened.delete(oldest);
  return font;
}
