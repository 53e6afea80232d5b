import type { Lettering } from "../schema";
import { advanceTable } from "./advance-table";

type Layer = ReadonlyMap<number, number>;
type Drawn = keyof typeof advanceTable.advances;

/** Advance in 1/1000 em of nearly every character, so the table leaves it out. */
export const usualAdvance = 1000;
/** Advance in 1/1000 em of the box that stands for what no font can draw; also all of its room on a sheet. */
export const boxAdvance = 1000;
/** Advance in 1/1000 em of a space that no font has. */
export const missingSpaceAdvance = 250;

const decoded = new Map<Drawn, Layer>();

/** Reads "gap[+length]=advance" in base 36: runs of code points, each begun `gap` after the last one's end. */
function decodeLayer(drawn: Drawn): Layer {
  const known = decoded.get(drawn);
  if (known) return known;
  const layer = new Map<number, number>();
  let last = 0;
  const text = advanceTable.advances[drawn];
  for (const [, gap = "", more = "0", advance = ""] of text.matchAll(/(\w+)(?:\+(\w+))?=(\w+)/g)) {
    const first = last + Number.parseInt(gap, 36);
    last = first + Number.parseInt(more, 36);
    for (let code = first; code <= last; code += 1) layer.set(code, Number.parseInt(advance, 36));
  }
  decoded.set(drawn, layer);
  return layer;
}

let han: string | undefined;

/** Whether the free hands have a Han character; they all have the same. One bit each from U+4E00 on. */
function isOfHands(code: number): boolean {
  const at = code - 0x4e00;
  if (at < 0) return false;
  han ??= atob(advanceTable.han);
  return ((han.charCodeAt(at >> 3) >> (at & 7)) & 1) === 1;
}

const { hanAdvance } = advanceTable;

function findHanAdvance(code: number, drawn: Drawn): number | undefined {
  if (!(drawn in hanAdvance) || !isOfHands(code)) return undefined;
  return hanAdvance[drawn as keyof typeof hanAdvance];
}

/** The layers that tell of a lettering, each of what differs from those after it. */
function layersOf(lettering: Lettering, weight: 400 | 700): readonly Drawn[] {
  const kai = weight === 700 ? (["regular700", "regular400"] as const) : (["regular400"] as const);
  if (lettering === "regular") return kai;
  if (lettering === "serif" || lettering === "sans") return [`${lettering}${weight}`, ...kai];
  return [lettering, `serif${weight}`, ...kai];
}

/**
 * Advance of a code point in 1/1000 em in the font that draws it: the lettering's own, else those that
 * stand in. The table is read from the fonts themselves (lib/server/type/advances.test.ts).
 */
export function findAdvance(code: number, lettering: Lettering, weight: 400 | 700): number {
  for (const drawn of layersOf(lettering, weight)) {
    const advance = decodeLayer(drawn).get(code) ?? findHanAdvance(code, drawn);
    if (advance !== undefined) return advance;
  }
  return usualAdvance;
}
