import "server-only";
import type { Mask, Plane } from "./fill";

/** Ground smoother than this is left smooth; brightness levels. */
const leastGrain = 0.8;
/** Rougher ground is texture, which noise would not look like. */
const mostGrain = 6;

/** Numbers that look random and are always the same: a preview must show what will be saved. */
function* noise(): Generator<number, never> {
  let state = 0x2545f491;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  // Near enough to normal: the sum of four.
  for (;;) yield (next() + next() + next() + next() - 2) * Math.sqrt(3);
}

/** How much known pixels differ from the mean of their two neighbours, as a standard deviation. */
function grainOf({ unknown, width }: Mask, plane: Plane): number {
  const differences: number[] = [];
  for (let at = 1; at < plane.length - 1; at += 3) {
    const isEdge = at % width === 0 || at % width === width - 1;
    if (isEdge || unknown[at - 1] || unknown[at] || unknown[at + 1]) continue;
    const mean = ((plane[at - 1] ?? 0) + (plane[at + 1] ?? 0)) / 2;
    differences.push(Math.abs((plane[at] ?? 0) - mean));
  }
  differences.sort((a, b) => a - b);
  const median = differences[Math.floor(differences.length / 2)] ?? 0;
  // Median of |x| to σ is 1/0.674; the mean of two neighbours adds half a variance.
  return median / 0.674 / Math.sqrt(1.5);
}

/** Gives what was filled the grain of its surroundings, without which it would look ironed. */
export function grained(mask: Mask, planes: readonly Plane[]): void {
  const [, green] = planes;
  const grain = green ? Math.min(mostGrain, grainOf(mask, green)) : 0;
  if (grain < leastGrain) return;
  const random = noise();
  for (let at = 0; at < mask.unknown.length; at += 1) {
    if (!mask.unknown[at]) continue;
    const by = random.next().value * grain;
    for (const plane of planes) plane[at] = (plane[at] ?? 0) + by;
  }
}
