import type { Size } from "./capability";
import { graphemesOf, isFullWidth } from "./characters";
import type { Box, Run } from "./drawing";
import { type Line, measure } from "./measure";
import { remember } from "./remember";
import type { Block } from "./schema";

/** Where the baseline of a full-width character lies under the top of its square, in em. */
const baseline = 0.88;
const lineHeight = 1.28;
const columnWidth = 1.35;
const framePadding = 0.32;

interface SetBlock extends Size {
  draw: (box: Box) => Run[];
}

/** Short display lines in Han are opened up, as on a signboard. */
function spacingOf(lines: readonly Line[], block: Block): number {
  const display = block.role === "title" || block.role === "horizontalScroll";
  return display && lines.every((line) => line.isSign) ? 0.18 : 0.02;
}

const anchors = { left: "start", middle: "middle", right: "end" } as const;

function sideOf(block: Block): keyof typeof anchors {
  if (block.place.endsWith("left")) return "left";
  return block.place.endsWith("right") ? "right" : "middle";
}

/** Sets lines one under the other, aligned to the block's side of the sheet. */
export function setHorizontal(lines: readonly Line[], size: number, block: Block): SetBlock {
  const spacing = spacingOf(lines, block) * size;
  const widthOf = (line: Line) => line.width * size + spacing * (line.characters - 1);
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
      return lines.map(({ text }, index) => ({
        text,
        x: x + nudge,
        y: box.y + index * step + size * baseline,
        size,
        anchor,
        spacing,
        rotate: 0,
      }));
    },
  };
}

/** A part of a column: a full-width character, or a run of Latin or digits. */
interface Piece {
  text: string;
  /** Two digits or one letter stand upright; longer runs lie on their side. */
  isUpright: boolean;
  /** Room along the column, in em. */
  length: number;
}

function pieceOf(text: string): Piece {
  const isUpright = isFullWidth(text) || [...text].length <= 1 || /^\d{2}$/u.test(text);
  return { text, isUpright, length: isUpright ? 1 : measure(text) + 0.2 };
}

const piecesOf = remember((line: string): readonly Piece[] => {
  const pieces: string[] = [];
  let latin = "";
  for (const segment of graphemesOf(line)) {
    if (isFullWidth(segment) || /\p{Extended_Pictographic}/u.test(segment)) {
      pieces.push(latin, segment);
      latin = "";
    } else latin += segment;
  }
  return [...pieces, latin]
    .map((text) => text.trim())
    .filter((text) => text !== "")
    .map(pieceOf);
});

const liesDown = /^[—…～（）《》「」『』【】〈〉“”‘’()[\]<>-]$/u;
const hangsRight = /^[，。、．]$/u;

/** Splits the pieces of a line into columns no longer than `limit` em. */
function columnsOf(line: string, limit: number): Piece[][] {
  const columns: Piece[][] = [[]];
  let filled = 0;
  for (const piece of piecesOf(line)) {
    const current = columns.at(-1);
    if (current && (filled + piece.length <= limit || current.length === 0)) {
      current.push(piece);
      filled += piece.length;
    } else {
      columns.push([piece]);
      filled = piece.length;
    }
  }
  return columns;
}

function drawPiece(
  { text, isUpright, length }: Piece,
  centre: number,
  top: number,
  size: number,
): Run {
  const run = { text, size, anchor: "middle", spacing: 0, rotate: 0 } as const;
  if (hangsRight.test(text)) {
    // The comma of a column sits at the upper right of its square.
    return { ...run, x: centre + size * 0.58, y: top + size * 0.3 };
  }
  if (liesDown.test(text) || !isUpright) {
    return { ...run, x: centre - size * 0.36, y: top + (length * size) / 2, rotate: 90 };
  }
  const small = [...text].length === 2 ? 0.86 : 1;
  return { ...run, size: size * small, x: centre, y: top + size * baseline };
}

/** Scrolls hang in a frame, as paper does on a door. */
export const isFramed = (block: Block): boolean =>
  block.role === "upperScroll" || block.role === "lowerScroll";

/** Sets lines as columns from the right, wrapping those taller than the room. */
export function setVertical(
  lines: readonly Line[],
  asked: number,
  room: Size,
  block: Block,
): SetBlock {
  const framed = isFramed(block);
  const setAt = (size: number) => {
    const padding = framed ? framePadding * size : 0;
    const pitch = framed ? 1.1 : 1.06;
    const limit = (room.height - 2 * padding) / (size * pitch);
    return { size, padding, pitch, columns: lines.flatMap((line) => columnsOf(line.text, limit)) };
  };
  // A scroll is one column: it would rather be smaller than be broken.
  let set = setAt(asked);
  while (framed && set.columns.length > lines.length && set.size > asked * 0.3)
    set = setAt(set.size * 0.94);
  const { size, padding, pitch, columns } = set;
  const tallOf = (column: Piece[]) =>
    column.reduce((sum, piece) => sum + piece.length, 0) * size * pitch;
  const height = Math.max(0, ...columns.map(tallOf)) + 2 * padding;
  const width =
    Math.max(1, columns.length) * columnWidth * size - (columnWidth - 1) * size + 2 * padding;
  return {
    width,
    height,
    draw: (box) =>
      columns.flatMap((column, index) => {
        const centre = box.x + box.width - padding - size / 2 - index * columnWidth * size;
        let top = box.y + padding + (size * (pitch - 1)) / 2;
        return column.map((piece) => {
          const run = drawPiece(piece, centre, top, size);
          top += piece.length * size * pitch;
          return run;
        });
      }),
  };
}
