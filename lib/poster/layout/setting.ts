import type { Size } from "../capability";
import type { Block } from "../schema";
import { baseline, columnLength, columnsOf, drawPiece } from "./column";
import type { Box, Run } from "./drawing";
import { type Line, type SetLine, usualSpacing } from "./measure";
import { partsOf } from "./run-parts";

const lineHeight = 1.28;
const columnWidth = 1.35;
/** From one letter of a column to the next, in em. */
export const columnPitch = 1.06;
const framePadding = 0.32;

interface SetBlock extends Size {
  draw: (box: Box) => Run[];
}

/** Up to six Han characters and nothing else. */
const isSign = ({ text, characters }: SetLine) =>
  characters <= 6 && /^[\p{Script=Han}\s]+$/u.test(text);

/** Short display lines in Han are opened up, as on a signboard. */
export function spacingOf(lines: readonly SetLine[], block: Block): number {
  const display = block.role === "title" || block.role === "horizontalScroll";
  if (display && lines.every(isSign)) return 0.18;
  // Two dashes or ellipses are one stroke, and space would break it.
  return lines.some((line) => /——|……/u.test(line.text)) ? 0 : usualSpacing;
}

const anchors = { left: "start", middle: "middle", right: "end" } as const;

function sideOf(block: Block): keyof typeof anchors {
  if (block.place.endsWith("left")) return "left";
  return block.place.endsWith("right") ? "right" : "middle";
}

/** Sets lines one under the other, aligned to the block's side of the sheet; spacing in em. */
export function setHorizontal(
  lines: readonly SetLine[],
  size: number,
  block: Block,
  spacingEm = spacingOf(lines, block),
): SetBlock {
  const spacing = spacingEm * size;
  const widthOf = (line: SetLine) => line.width * size + spacing * Math.max(0, line.characters - 1);
  const width = Math.max(0, ...lines.map(widthOf));
  const step = size * lineHeight;
  const height = lines.length === 0 ? 0 : step * (lines.length - 1) + size;
  const anchor = anchors[sideOf(block)];
  return {
    width,
    height,
    draw: (box) => {
      const x = { start: box.x, middle: box.x + box.width / 2, end: box.x + box.width }[anchor];
      // The space after the last character is drawn too; half of it shifts a centred line.
      const nudge = { start: 0, middle: spacing / 2, end: spacing }[anchor];
      return lines.map(({ text, face, width: em, characters }, index) => ({
        text,
        x: x + nudge,
        y: box.y + index * step + size * baseline,
        size,
        anchor,
        spacing,
        rotate: 0,
        length: em * size + spacing * characters,
        parts: partsOf(text, face),
      }));
    },
  };
}

/** Scrolls hang in a frame, as paper does on a door. */
export const isFramed = (block: Block): boolean =>
  block.role === "upperScroll" || block.role === "lowerScroll";

/** Sets lines as columns from the right, wrapping those taller than the room; pitch in em. */
export function setVertical(
  lines: readonly Line[],
  asked: number,
  room: Size,
  block: Block,
  pitch = isFramed(block) ? 1.1 : columnPitch,
): SetBlock {
  const framed = isFramed(block);
  const paddingAt = (size: number) => (framed ? framePadding * size : 0);
  const limitAt = (size: number) => (room.height - 2 * paddingAt(size)) / (size * pitch);
  // A scroll is one column: it would rather be smaller than be broken.
  const tallest = Math.max(0, ...lines.map(columnLength));
  let size = asked;
  while (framed && tallest > limitAt(size) && size > asked * 0.3) size *= 0.94;
  const padding = paddingAt(size);
  const columns = lines.flatMap((line) => columnsOf(line, limitAt(size)));
  const longest = Math.max(0, ...columns.map((column) => column.length));
  const height = longest * size * pitch + 2 * padding;
  const width =
    Math.max(1, columns.length) * columnWidth * size - (columnWidth - 1) * size + 2 * padding;
  return {
    width,
    height,
    draw: (box) =>
      columns.flatMap(({ pieces, face }, index) => {
        const centre = box.x + box.width - padding - size / 2 - index * columnWidth * size;
        let top = box.y + padding;
        return pieces.flatMap((piece) => {
          const room = piece.length * size * pitch;
          const inset = (room - piece.length * size) / 2;
          const run = drawPiece(piece, centre, top + inset, size, face);
          top += room;
          return run ?? [];
        });
      }),
  };
}
