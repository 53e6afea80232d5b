import "server-only";
import type { Font } from "fontkit";
import { boxAdvance } from "@/lib/poster/layout/advances";
import type { SetQuote } from "@/lib/poster/layout/quote-forms";

/** Edges in 1/1000 em from the baseline's left end, y down. */
interface Bounds {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** A drawn character in units of 1/1000 em, y down, its origin at the baseline's left end. */
export interface Glyph {
  /** SVG path data; empty for a space. */
  path: string;
  advance: number;
  bounds: Bounds;
}

const letters = {
  moveTo: "M",
  lineTo: "L",
  quadraticCurveTo: "Q",
  bezierCurveTo: "C",
  closePath: "Z",
} as const;

const tenths = (value: number) => Math.round(value * 10) / 10;

/** A glyph without ink, `advance` in 1/1000 em. */
export function blank(advance: number): Glyph {
  return { path: "", advance, bounds: { x0: 0, y0: 0, x1: 0, y1: 0 } };
}

/**
 * The outline, in 1/1000 em, of a character that the font is known to have; a quotation mark in the
 * room it is given. Advances are whole units, as browsers round those of a variable font.
 */
export function outline(font: Font, codePoint: number, quote?: SetQuote): Glyph {
  const { path, advanceWidth } = font.glyphForCodePoint(codePoint);
  const scale = 1000 / font.unitsPerEm;
  const shift = quote?.shift ?? 0;
  const advance = quote?.advance ?? Math.round(advanceWidth * scale);
  const right = (value: number) => tenths(value * scale + shift);
  const down = (value: number) => tenths(-value * scale);
  if (path.commands.length === 0) return blank(advance);
  const steps = path.commands.map(({ command, args }) => {
    const numbers = args.map((value, index) => (index % 2 === 0 ? right(value) : down(value)));
    return letters[command] + numbers.join(" ");
  });
  const { minX, minY, maxX, maxY } = path.bbox;
  return {
    path: steps.join(""),
    advance,
    bounds: { x0: right(minX), y0: down(maxY), x1: right(maxX), y1: down(minY) },
  };
}

/** The empty box that stands for a character no family has. */
export const box: Glyph = {
  path: "M90 -790L910 -790L910 30L90 30ZM130 -750L130 -10L870 -10L870 -750Z",
  advance: boxAdvance,
  bounds: { x0: 90, y0: -790, x1: 910, y1: 30 },
};
