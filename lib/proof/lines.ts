import { lettersOf } from "./sameness";
import type { Box, ReadLetter, ReadLine } from "./schema";

/** What was read, one compared character each; spaces are left out. */
export const visibleLetters = (letters: readonly ReadLetter[]): ReadLetter[] =>
  letters.flatMap((letter) => lettersOf(letter.text).map((text) => ({ ...letter, text })));

/** The box around boxes; null around none. */
export function boxAround(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** How much of a box another covers, as a share of its area. */
export function overlapOf(box: Box, other: Box): number {
  const width = Math.min(box.x + box.width, other.x + other.width) - Math.max(box.x, other.x);
  const height = Math.min(box.y + box.height, other.y + other.height) - Math.max(box.y, other.y);
  const area = box.width * box.height;
  return area <= 0 ? 0 : (Math.max(0, width) * Math.max(0, height)) / area;
}

/**
 * The lines without what an earlier one shows too: the reader's frames overlap at their ends, and the
 * letters there are read twice.
 */
export function withoutRepeats<Held extends { line: ReadLine }>(held: readonly Held[]): Held[] {
  return held.map((each, at) => {
    const seen = held.slice(0, at).flatMap(({ line }) => line.letters);
    const isNew = (letter: ReadLetter) =>
      !seen.some(({ text, box }) => text === letter.text && isSamePlace(box, letter.box));
    const { letters, seconds } = each.line;
    if (letters.every(isNew)) return each;
    const line = {
      ...each.line,
      letters: letters.filter(isNew),
      seconds: seconds.map((second) => second.filter(isNew)),
    };
    return { ...each, line };
  });
}

const isSamePlace = (box: Box, other: Box) =>
  Math.max(overlapOf(box, other), overlapOf(other, box)) > 0.5;

/** Lines in the order they are read: rows from the top, columns from the right. */
export function inReadingOrder<Held extends { line: ReadLine }>(held: readonly Held[]): Held[] {
  const columns = held.filter(({ line }) => line.direction === "vertical").length;
  return columns * 2 > held.length
    ? inBands(
        held,
        ({ x, width }) => [-x - width, -x],
        ({ y }) => y,
      )
    : inBands(
        held,
        ({ y, height }) => [y, y + height],
        ({ x }) => x,
      );
}

/** Bands (rows or columns) one after another; within one, by place. Its members share most of its depth. */
function inBands<Held extends { line: ReadLine }>(
  held: readonly Held[],
  depthOf: (box: Box) => [near: number, far: number],
  placeOf: (box: Box) => number,
): Held[] {
  const middleOf = ({ line }: Held) => depthOf(line.box).reduce((a, b) => a + b) / 2;
  const bands: Held[][] = [];
  for (const each of [...held].sort((a, b) => middleOf(a) - middleOf(b))) {
    const first = bands.at(-1)?.[0];
    const [near, far] = first ? depthOf(first.line.box) : [0, 0];
    if (first && middleOf(each) > near && middleOf(each) < far) bands.at(-1)?.push(each);
    else bands.push([each]);
  }
  return bands.flatMap((band) => band.sort((a, b) => placeOf(a.line.box) - placeOf(b.line.box)));
}
