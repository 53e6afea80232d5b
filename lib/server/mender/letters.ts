import "server-only";
import { fillSmoothly, type Mask, type Plane } from "./fill";

/** A cut-out of a picture: three planes, and the part of it in which letters stand. */
export interface Cutout {
  width: number;
  height: number;
  planes: readonly [Plane, Plane, Plane];
  /** From the cut-out's own corner; what is outside it is ground for certain. */
  inner: { x: number; y: number; width: number; height: number };
}

/** Letters found on their ground. */
export interface Letters {
  /** How far each pixel stands off the ground, 0 to 255. */
  contrast: Float32Array;
  /** From here on a pixel is a letter's. */
  threshold: number;
}

/** Less than this no eye sees, and no letter is painted with. */
const leastContrast = 14;
/** The ground under letters is only compared with: a rough one will do. */
const groundSweeps = 5;
/** Fringes of letters stand off the ground less than their middles. */
const fringeShare = 0.45;

/** The value that best parts a histogram in two (Otsu 1979). */
export function parting(histogram: Float64Array): number {
  let total = 0;
  let sum = 0;
  for (let value = 0; value < histogram.length; value += 1) {
    total += histogram[value] ?? 0;
    sum += value * (histogram[value] ?? 0);
  }
  let [under, sumUnder, best, at] = [0, 0, -1, 0];
  for (let value = 0; value < histogram.length; value += 1) {
    const count = histogram[value] ?? 0;
    under += count;
    sumUnder += value * count;
    const over = total - under;
    if (under === 0 || over === 0) continue;
    const distance = sumUnder / under - (sum - sumUnder) / over;
    const between = under * over * distance * distance;
    if (between > best) [best, at] = [between, value];
  }
  return at;
}

function innerMask({ width, height, inner }: Cutout): Mask {
  const unknown = new Uint8Array(width * height);
  for (let y = inner.y; y < inner.y + inner.height; y += 1) {
    const row = y * width;
    unknown.fill(1, row + inner.x, row + inner.x + inner.width);
  }
  return { width, height, unknown };
}

/** Finds letters by their contrast to the ground as it would be without them. */
export function* findLetters(cutout: Cutout): Generator<void, Letters> {
  const mask = innerMask(cutout);
  const grounds = cutout.planes.map((plane) => plane.slice());
  yield* fillSmoothly(mask, grounds, groundSweeps);
  const [red, green, blue] = cutout.planes;
  const [redGround, greenGround, blueGround] = grounds;
  const contrast = new Float32Array(mask.unknown.length);
  const histogram = new Float64Array(256);
  for (let at = 0; at < contrast.length; at += 1) {
    if (!mask.unknown[at]) continue;
    const most = Math.max(
      Math.abs((red[at] ?? 0) - (redGround?.[at] ?? 0)),
      Math.abs((green[at] ?? 0) - (greenGround?.[at] ?? 0)),
      Math.abs((blue[at] ?? 0) - (blueGround?.[at] ?? 0)),
    );
    contrast[at] = most;
    const bin = Math.min(255, Math.round(most));
    histogram[bin] = (histogram[bin] ?? 0) + 1;
  }
  yield;
  return { contrast, threshold: Math.max(leastContrast, parting(histogram) * fringeShare) };
}

/** Marks everything within `reach` pixels of a marked one, along rows and then columns. */
export function dilated({ width, height, unknown }: Mask, reach: number): Uint8Array {
  const along = (from: Uint8Array, count: number, length: number, step: number, line: number) => {
    const to = new Uint8Array(from.length);
    for (let each = 0; each < count; each += 1) {
      const start = each * line;
      let last = Number.NEGATIVE_INFINITY;
      for (let at = 0; at < length; at += 1) {
        if (from[start + at * step]) last = at;
        if (at - last <= reach) to[start + at * step] = 1;
      }
      last = Number.POSITIVE_INFINITY;
      for (let at = length - 1; at >= 0; at -= 1) {
        if (from[start + at * step]) last = at;
        if (last - at <= reach) to[start + at * step] = 1;
      }
    }
    return to;
  };
  return along(along(unknown, height, width, 1, width), width, height, width, 1);
}

/** How far around a letter its fringe and glow are taken away with it. Pixels. */
export const reachOf = ({ width, height }: { width: number; height: number }): number =>
  Math.max(2, Math.min(9, Math.round(Math.min(width, height) * 0.045)));

/** Where nearly all is letters, there is no ground to keep between them. */
const fullShare = 0.85;

/** The pixels to be filled: letters and what is close around them, within the inner part only. */
export function maskOf(cutout: Cutout, { contrast, threshold }: Letters): Mask {
  const { width, height, inner } = cutout;
  const whole = innerMask(cutout);
  const letters = new Uint8Array(contrast.length);
  for (let at = 0; at < contrast.length; at += 1) {
    letters[at] = (contrast[at] ?? 0) > threshold ? 1 : 0;
  }
  const unknown = dilated({ width, height, unknown: letters }, reachOf(inner));
  let count = 0;
  for (let at = 0; at < unknown.length; at += 1) {
    unknown[at] = unknown[at] && whole.unknown[at] ? 1 : 0;
    count += unknown[at] ?? 0;
  }
  return count > inner.width * inner.height * fullShare ? whole : { width, height, unknown };
}
