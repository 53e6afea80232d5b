import "server-only";
/** One channel's pixels, row by row; numbers so that a solver may work in them. */
export type Plane = Float32Array;

/** Which pixels of a picture are not known: 1 for those to be filled. */
export interface Mask {
  width: number;
  height: number;
  unknown: Uint8Array;
}

interface Level extends Mask {
  /** Positions of what is unknown. */
  holes: Int32Array;
}

/** Sweeps a level: each starts from the coarser one's answer, so that few are needed. */
const usualSweeps = 14;
/** Over-relaxation: near what is quickest for holes of some tens of pixels. */
const relaxation = 1.6;
const smallest = 3;

function holesOf(unknown: Uint8Array): Int32Array {
  const holes = new Int32Array(unknown.reduce((sum, each) => sum + each, 0));
  let at = 0;
  for (let index = 0; index < unknown.length; index += 1) {
    if (unknown[index]) {
      holes[at] = index;
      at += 1;
    }
  }
  return holes;
}

/** Half as wide and tall; a pixel is known when any of its four is, and then is their mean. */
function halved(mask: Mask, planes: readonly Plane[]): { mask: Mask; planes: Plane[] } {
  const width = Math.ceil(mask.width / 2);
  const height = Math.ceil(mask.height / 2);
  const unknown = new Uint8Array(width * height).fill(1);
  const counts = new Uint8Array(width * height);
  const halves = planes.map(() => new Float32Array(width * height));
  for (let y = 0; y < mask.height; y += 1) {
    for (let x = 0; x < mask.width; x += 1) {
      const from = y * mask.width + x;
      if (mask.unknown[from]) continue;
      const to = (y >> 1) * width + (x >> 1);
      unknown[to] = 0;
      counts[to] = (counts[to] ?? 0) + 1;
      // By index: an iterator for every pixel would take longer than the sums.
      for (let index = 0; index < halves.length; index += 1) {
        const half = halves[index] as Plane;
        half[to] = (half[to] ?? 0) + (planes[index]?.[from] ?? 0);
      }
    }
  }
  for (const half of halves) {
    for (let at = 0; at < half.length; at += 1) half[at] = (half[at] ?? 0) / (counts[at] || 1);
  }
  return { mask: { width, height, unknown }, planes: halves };
}

/** The coarser answer between its pixels' middles. */
function spread(coarse: Plane, width: number, level: Level, plane: Plane): void {
  const height = coarse.length / width;
  for (const hole of level.holes) {
    const x = (hole % level.width) / 2 - 0.25;
    const y = Math.floor(hole / level.width) / 2 - 0.25;
    const left = Math.max(0, Math.floor(x));
    const top = Math.max(0, Math.floor(y));
    const right = Math.min(width - 1, left + 1);
    const under = Math.min(height - 1, top + 1);
    const [u, v] = [Math.max(0, x - left), Math.max(0, y - top)];
    const at = (column: number, row: number) => coarse[row * width + column] ?? 0;
    plane[hole] =
      (at(left, top) * (1 - u) + at(right, top) * u) * (1 - v) +
      (at(left, under) * (1 - u) + at(right, under) * u) * v;
  }
}

/** Each unknown pixel towards the mean of its neighbours; beyond the edge is as at the edge. */
function sweep({ width, height, holes }: Level, plane: Plane): void {
  const last = width * (height - 1);
  for (let index = 0; index < holes.length; index += 1) {
    const at = holes[index] ?? 0;
    const column = at % width;
    const own = plane[at] ?? 0;
    const left = column === 0 ? own : (plane[at - 1] ?? 0);
    const right = column === width - 1 ? own : (plane[at + 1] ?? 0);
    const over = at < width ? own : (plane[at - width] ?? 0);
    const under = at >= last ? own : (plane[at + width] ?? 0);
    plane[at] = own + relaxation * ((left + right + over + under) / 4 - own);
  }
}

/** The mean of what is known; where nothing is, of all there is. */
function fillFlat({ unknown, holes }: Level, planes: readonly Plane[]): void {
  const isAll = holes.length === unknown.length;
  const known = isAll ? holes.length : unknown.length - holes.length;
  for (const plane of planes) {
    let sum = 0;
    for (let at = 0; at < plane.length; at += 1) if (isAll || !unknown[at]) sum += plane[at] ?? 0;
    for (const hole of holes) plane[hole] = sum / known;
  }
}

/**
 * Fills what is unknown as smoothly as may be from what is around it (the harmonic function with
 * the known pixels as its border), from coarse to fine. Writes into the planes. It yields after every
 * sweep, so that a server may do other things in between.
 */
export function* fillSmoothly(
  mask: Mask,
  planes: readonly Plane[],
  sweeps = usualSweeps,
): Generator<void, void> {
  const level = { ...mask, holes: holesOf(mask.unknown) };
  if (level.holes.length === 0) return;
  const isAll = level.holes.length === mask.unknown.length;
  if (isAll || Math.min(mask.width, mask.height) <= smallest) {
    fillFlat(level, planes);
    if (isAll) return;
  } else {
    const half = halved(mask, planes);
    yield;
    yield* fillSmoothly(half.mask, half.planes, sweeps);
    for (const [index, plane] of planes.entries()) {
      spread(half.planes[index] ?? plane, half.mask.width, level, plane);
    }
  }
  for (let count = 0; count < sweeps; count += 1) {
    for (const plane of planes) sweep(level, plane);
    yield;
  }
}
