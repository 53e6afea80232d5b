import type { Size } from "@/lib/poster/capability";
import type { Box } from "@/lib/poster/layout/drawing";
import { linesOf } from "@/lib/poster/words";
import { moved, scaled } from "./bounds";
import { largestSize, smallestSize } from "./choices";
import { layPatch } from "./drawing";
import { framed } from "./fit";
import { isPatch, type Piece } from "./piece";
import type { Erasure, Patch } from "./schema";

/** What is held: the words, or the painted line that is to go. */
export type Hold = "words" | "area";

const boxOf = (patch: Patch, hold: Hold) =>
  hold === "words" ? patch.box : (patch.cover.area ?? layPatch(patch).box);

/** The patch moved by so many pixels of the picture, no further than its edges. */
function movePatch(patch: Patch, hold: Hold, right: number, down: number, picture: Size): Patch {
  const box = moved(boxOf(patch, hold), right, down, picture);
  return hold === "words" ? { ...patch, box } : { ...patch, cover: { ...patch.cover, area: box } };
}

/** An area is never thinner, or nobody could take hold of it again. Pixels. */
const leastArea = 4;

function scaledArea(box: Box, factor: number, picture: Size): Box {
  const area = scaled(box, factor, picture);
  return area.width < leastArea || area.height < leastArea ? box : area;
}

const sizeWithin = (size: number) => Math.min(largestSize, Math.max(smallestSize, size));

/** The patch made larger or smaller about its middle; words keep their lines. */
function scalePatch(patch: Patch, hold: Hold, factor: number, picture: Size): Patch {
  if (hold === "area") {
    const area = scaledArea(boxOf(patch, hold), factor, picture);
    return { ...patch, cover: { ...patch.cover, area } };
  }
  const { box } = patch;
  const most = Math.min(factor, picture.width / box.width, picture.height / box.height);
  const size = sizeWithin(patch.size * most);
  return { ...patch, size, box: scaled(box, size / patch.size, picture) };
}

function stretched(box: Box, right: number, down: number, picture: Size): Box {
  const within = (length: number, from: number, most: number) =>
    Math.max(leastArea, Math.min(length, most - from));
  return {
    ...box,
    width: within(box.width + right, box.x, picture.width),
    height: within(box.height + down, box.y, picture.height),
  };
}

/** The area's corner pulled: its width and height change by so many pixels. */
function stretchArea(patch: Patch, right: number, down: number, picture: Size): Patch {
  const area = stretched(boxOf(patch, "area"), right, down, picture);
  return { ...patch, cover: { ...patch.cover, area } };
}

const withArea = (erasure: Erasure, area: Box): Erasure => ({
  ...erasure,
  cover: { ...erasure.cover, area },
});

/** A piece moved; of a line that is only taken out, its area. */
export function movePiece(
  piece: Piece,
  hold: Hold,
  right: number,
  down: number,
  picture: Size,
): Piece {
  if (isPatch(piece)) return movePatch(piece, hold, right, down, picture);
  return withArea(piece, moved(piece.cover.area, right, down, picture));
}

/** A piece made larger or smaller about its middle. */
export function scalePiece(piece: Piece, hold: Hold, factor: number, picture: Size): Piece {
  if (isPatch(piece)) return scalePatch(piece, hold, factor, picture);
  return withArea(piece, scaledArea(piece.cover.area, factor, picture));
}

/** A piece whose area's corner is pulled. */
export function stretchPiece(piece: Piece, right: number, down: number, picture: Size): Piece {
  if (isPatch(piece)) return stretchArea(piece, right, down, picture);
  return withArea(piece, stretched(piece.cover.area, right, down, picture));
}

export type WordsChange = Partial<
  Pick<Patch, "text" | "direction" | "lettering" | "spacing" | "alignment">
>;

const isBroken = (patch: Patch) =>
  patch.direction === "horizontal" && layPatch(patch).runs.length > linesOf(patch).length;

/**
 * The patch with other words or set another way. Lines that were whole stay whole while the picture
 * has room; those that were broken are broken at the same width.
 */
export function reword(patch: Patch, change: WordsChange, picture: Size): Patch {
  const next = { ...patch, ...change };
  if (linesOf(next).length === 0) return next;
  if (next.direction === patch.direction && isBroken(patch)) {
    const { height } = layPatch(next).box;
    const box = { ...next.box, height: Math.min(height, picture.height) };
    return { ...next, box: moved(box, 0, 0, picture) };
  }
  const { box, size } = framed(next, next.box, picture);
  const isTurned = next.direction !== patch.direction;
  // A line that is turned goes on standing about the same point.
  const middle = {
    ...box,
    x: patch.box.x + (patch.box.width - box.width) / 2,
    y: patch.box.y + (patch.box.height - box.height) / 2,
  };
  return { ...next, size, box: isTurned ? moved(middle, 0, 0, picture) : box };
}

/** The patch at a type size. */
export const resize = (patch: Patch, size: number, picture: Size): Patch =>
  scalePatch(patch, "words", sizeWithin(size) / patch.size, picture);
