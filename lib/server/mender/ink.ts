import "server-only";
import type { Ink } from "@/lib/mend/schema";
import { type Cutout, dilated, type Letters, reachOf } from "./letters";

/** The middles of strokes: fringes are mixed with the ground. */
const coreShare = 0.8;
/** Rows and columns with less ink than this share of the fullest are specks. */
const speckShare = 0.02;

const hex = (colour: readonly number[]) =>
  `#${colour.map((value) => value.toString(16).padStart(2, "0")).join("")}`;

/** The middle value of each channel over some pixels; undefined over none. */
function medianColour(cutout: Cutout, isOf: (at: number) => boolean): string | undefined {
  const counts = cutout.planes.map(() => new Uint32Array(256));
  let total = 0;
  for (let at = 0; at < cutout.width * cutout.height; at += 1) {
    if (!isOf(at)) continue;
    total += 1;
    for (const [channel, plane] of cutout.planes.entries()) {
      const value = Math.max(0, Math.min(255, Math.round(plane[at] ?? 0)));
      const histogram = counts[channel];
      if (histogram) histogram[value] = (histogram[value] ?? 0) + 1;
    }
  }
  if (total === 0) return undefined;
  return hex(
    counts.map((histogram) => {
      let sum = 0;
      return Math.max(
        0,
        histogram.findIndex((count) => {
          sum += count;
          return sum * 2 >= total;
        }),
      );
    }),
  );
}

/** First and last place where there is more than a speck. */
function extent(profile: Uint32Array): [from: number, to: number] {
  const least = Math.max(1, Math.max(...profile) * speckShare);
  return [
    profile.findIndex((count) => count >= least),
    profile.findLastIndex((count) => count >= least),
  ];
}

function inkBox({ width, height }: Cutout, { contrast, threshold }: Letters): Ink["box"] {
  const columns = new Uint32Array(width);
  const rows = new Uint32Array(height);
  for (let at = 0; at < contrast.length; at += 1) {
    if ((contrast[at] ?? 0) <= threshold) continue;
    const [x, y] = [at % width, Math.floor(at / width)];
    columns[x] = (columns[x] ?? 0) + 1;
    rows[y] = (rows[y] ?? 0) + 1;
  }
  const [left, right] = extent(columns);
  const [top, bottom] = extent(rows);
  if (left === -1 || top === -1) return null;
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

/** The level that a share of all letters' pixels lies under. */
function quantile({ contrast, threshold }: Letters, share: number): number {
  const values = contrast.filter((each) => each > threshold).sort();
  return values[Math.floor(values.length * share)] ?? 0;
}

/** The colour in the middle of the strokes, the colour around them, and where they stand. */
export function inkOf(cutout: Cutout, letters: Letters): Ink {
  const { contrast, threshold } = letters;
  const core = quantile(letters, 0.9) * coreShare;
  const marks = Uint8Array.from(contrast, (each) => (each > threshold ? 1 : 0));
  const near = dilated({ ...cutout, unknown: marks }, reachOf(cutout.inner));
  const ground =
    medianColour(cutout, (at) => !near[at]) ??
    medianColour(cutout, (at) => !marks[at]) ??
    "#808080";
  const colour = medianColour(cutout, (at) => marks[at] === 1 && (contrast[at] ?? 0) >= core);
  return { colour: colour ?? ground, ground, box: inkBox(cutout, letters) };
}
