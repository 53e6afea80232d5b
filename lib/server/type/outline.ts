import "server-only";
import type { Font, Path } from "fontkit";

/** Edges in 1/1000 em from the baseline's left end, y down. */
export interface Bounds {
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

interface Piece {
  path: string;
  bounds: Bounds;
}

/** A font's path at an offset, both in the font's own units and y up. */
function draw({ commands, bbox }: Path, scale: number, dx: number, dy: number): Piece {
  const right = (value: number) => tenths((value + dx) * scale);
  const down = (value: number) => tenths(-(value + dy) * scale);
  const steps = commands.map(({ command, args }) => {
    const numbers = args.map((value, index) => (index % 2 === 0 ? right(value) : down(value)));
    return letters[command] + numbers.join(" ");
  });
  const { minX, minY, maxX, maxY } = bbox;
  return {
    path: steps.join(""),
    bounds: { x0: right(minX), y0: down(maxY), x1: right(maxX), y1: down(minY) },
  };
}

/** The outline of characters the font is known to have, set as Chinese text sets them. */
export function outline(font: Font, characters: string): Glyph {
  // Named so, since the browser's lang="zh-CN" has the font choose its Chinese dashes and quotes.
  const { glyphs, positions } = font.layout(characters, undefined, "hani", "ZHS ");
  const scale = 1000 / font.unitsPerEm;
  const pieces: Piece[] = [];
  let pen = 0;
  for (const [index, { path }] of glyphs.entries()) {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
    if (path.commands.length > 0) pieces.push(draw(path, scale, pen + xOffset, yOffset));
    pen += xAdvance;
  }
  const advance = tenths(pen * scale);
  const bounds = pieces.map((piece) => piece.bounds);
  if (bounds.length === 0) return blank(advance);
  return {
    path: pieces.map((piece) => piece.path).join(""),
    advance,
    bounds: {
      x0: Math.min(...bounds.map(({ x0 }) => x0)),
      y0: Math.min(...bounds.map(({ y0 }) => y0)),
      x1: Math.max(...bounds.map(({ x1 }) => x1)),
      y1: Math.max(...bounds.map(({ y1 }) => y1)),
    },
  };
}

/** The empty box that stands for a character no family has. */
export const box: Glyph = {
  path: "M90 -790L910 -790L910 30L90 30ZM130 -750L130 -10L870 -10L870 -750Z",
  advance: 1000,
  bounds: { x0: 90, y0: -790, x1: 910, y1: 30 },
};
