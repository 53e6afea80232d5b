import type { Box } from "@/lib/poster/layout/drawing";

/** To which side a target that is too small for a finger grows: back (−1), on (1), or both (0). */
export type Growth = -1 | 0 | 1;

/** How a target lies among the others: where it grows to, and above how many it lies. */
export interface TargetRoom {
  across: Growth;
  down: Growth;
  rank: number;
}

/** A side of a box: where it begins, and where it ends. */
type Side = readonly [begin: number, end: number];

const across = ({ x, width }: Box): Side => [x, x + width];
const down = ({ y, height }: Box): Side => [y, y + height];
const meets = ([a, b]: Side, [c, d]: Side): boolean => a < d && c < b;
const middle = ([begin, end]: Side): number => (begin + end) / 2;
const lengthOf = ([begin, end]: Side): number => end - begin;
const areaOf = ({ width, height }: Box): number => width * height;

/** A neighbour so many times as long has room to spare for what lies on top of it. */
const roomy = 3;

/** Away from the nearer of two neighbours; to both sides where there is none. */
function growthOf(own: Side, beside: readonly Side[]): Growth {
  const narrow = beside.filter((other) => lengthOf(other) < roomy * lengthOf(own));
  const before = narrow.filter((other) => middle(other) < middle(own));
  const after = narrow.filter((other) => middle(other) > middle(own));
  const back = Math.min(...before.map(([, end]) => own[0] - end));
  const on = Math.min(...after.map(([begin]) => begin - own[1]));
  if (back === on) return 0;
  return back < on ? 1 : -1;
}

/**
 * How each of some boxes can be taken hold of beside the others (WCAG 2.2, 2.5.8): what must grow
 * grows away from its neighbour, and of two that overlap the smaller lies on top.
 */
export function findTargetRooms(boxes: readonly Box[]): TargetRoom[] {
  return boxes.map((box) => {
    const others = boxes.filter((other) => other !== box);
    const column = others.filter((other) => meets(across(other), across(box))).map(down);
    const row = others.filter((other) => meets(down(other), down(box))).map(across);
    return {
      across: growthOf(across(box), row),
      down: growthOf(down(box), column),
      rank: others.filter((other) => areaOf(other) > areaOf(box)).length,
    };
  });
}
