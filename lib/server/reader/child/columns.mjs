// @ts-check
import { partOf, sizeOf } from "./geometry.mjs";
import { brightness, cropped } from "./picture.mjs";
import { lineHeight } from "./recognise.mjs";

/**
 * @typedef {import("./picture.mjs").Picture} Picture
 * @typedef {import("./picture.mjs").Frame} Frame
 */

/** A column is looked at this wide when it is cut. */
const lookWidth = 32;
/** What an uneven cell costs against ink under a cut. */
const unevenCost = 3;

/** How much each row of a column differs within itself, 0 to 1: strokes do, the gap between characters does not. @param {Picture} picture */
function inkOf({ width, height, pixels }) {
  const rows = Array.from({ length: height }, (_, y) => {
    let [least, most] = [255, 0];
    for (let x = 2; x < width - 2; x += 1) {
      const value = brightness(pixels, (y * width + x) * 3);
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return most - least;
  });
  const top = Math.max(1, ...rows);
  return rows.map((row) => row / top);
}

/**
 * The best rows to cut a column of `count` characters at, and what the cuts cost each.
 * @param {number[]} ink
 * @param {number} count
 */
function cutsOf(ink, count) {
  const size = ink.length / count;
  const [least, most] = [Math.floor(size * 0.6), Math.ceil(size * 1.45)];
  /** @type {{ cost: number, from: number }[][]} */
  const best = [[{ cost: 0, from: 0 }]];
  for (let cell = 1; cell <= count; cell += 1) {
    /** @type {{ cost: number, from: number }[]} */
    const row = [];
    for (let end = cell * least; end <= Math.min(ink.length, cell * most); end += 1) {
      for (let long = least; long <= most; long += 1) {
        const before = best[cell - 1]?.[end - long];
        if (!before) continue;
        const edge = end === ink.length ? 0 : (ink[end] ?? 0);
        const cost = before.cost + edge + unevenCost * ((long - size) / size) ** 2;
        if (cost < (row[end]?.cost ?? Number.POSITIVE_INFINITY))
          row[end] = { cost, from: end - long };
      }
    }
    best.push(row);
  }
  const cuts = [];
  let at = ink.length;
  for (let cell = count; cell > 0; cell -= 1) {
    cuts.push(at);
    at = best[cell]?.[at]?.from ?? 0;
  }
  const cost = (best[count]?.[ink.length]?.cost ?? Number.POSITIVE_INFINITY) / count;
  return { cost, cuts: [0, ...cuts.reverse()] };
}

/** The rows that hold ink, without the margin the detector leaves. @param {number[]} ink */
function inkedSpan(ink) {
  const first = ink.findIndex((row) => row > 0.3);
  const last = ink.findLastIndex((row) => row > 0.3);
  return first < 0 ? { first: 0, last: ink.length - 1 } : { first, last };
}

/**
 * A column cut into as many characters as it seems to have, near a count, and laid side by side as
 * a line. `placeOf` tells where along the column a share of that line is.
 * @param {Picture} picture
 * @param {Frame} frame
 * @param {number} near
 * @returns {{ line: Picture, placeOf: (share: number) => number }}
 */
export function laidAsLine(picture, frame, near) {
  const { width, height } = sizeOf(frame);
  const rows = Math.max(near + 2, Math.round((height * lookWidth) / width));
  const ink = inkOf(cropped(picture, frame, lookWidth, rows));
  const { first, last } = inkedSpan(ink);
  const inked = ink.slice(first, last + 1);
  const tries = [near - 1, near, near + 1].filter((count) => count > 0 && count * 4 < inked.length);
  const [best = { cost: 0, cuts: [0, inked.length] }] = tries
    .map((count) => cutsOf(inked, count))
    .sort((a, b) => a.cost - b.cost);
  const shares = best.cuts.map((cut) => (first + cut) / rows);
  const cells = shares.slice(1).map((y1, at) => ({ y0: shares[at] ?? 0, y1 }));
  const line = sideBySide(
    cells.map(({ y0, y1 }) =>
      cropped(picture, partOf(frame, { x0: 0, x1: 1, y0, y1 }), lineHeight, lineHeight),
    ),
  );
  const placeOf = (/** @type {number} */ share) => {
    const at = Math.min(cells.length - 1, Math.max(0, Math.floor(share * cells.length)));
    const { y0, y1 } = cells[at] ?? { y0: 0, y1: 1 };
    return y0 + (y1 - y0) * (share * cells.length - at);
  };
  return { line, placeOf };
}

/** @param {Picture[]} cells @returns {Picture} */
function sideBySide(cells) {
  const width = cells.length * lineHeight;
  const pixels = new Uint8Array(width * lineHeight * 3);
  for (const [at, cell] of cells.entries()) {
    for (let y = 0; y < lineHeight; y += 1) {
      const row = cell.pixels.subarray(y * lineHeight * 3, (y + 1) * lineHeight * 3);
      pixels.set(row, (y * width + at * lineHeight) * 3);
    }
  }
  return { width, height: lineHeight, pixels };
}
