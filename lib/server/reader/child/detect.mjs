// @ts-check
import { frameAround } from "./geometry.mjs";
import { resized } from "./picture.mjs";

/**
 * @typedef {import("./picture.mjs").Picture} Picture
 * @typedef {import("./picture.mjs").Frame} Frame
 */

/** What a pixel, and a region on the whole, must score to be text; how far a region is grown. */
const pixelScore = 0.3;
const regionScore = 0.5;
const growth = 1.6;
const smallestSide = 3;

/** The means and deviations the network was trained at; its channels are blue, green, red. */
const mean = [0.485, 0.456, 0.406];
const deviation = [0.229, 0.224, 0.225];

/** @param {Picture} picture */
function inputOf({ width, height, pixels }) {
  const plane = width * height;
  const values = new Float32Array(plane * 3);
  for (let channel = 0; channel < 3; channel += 1) {
    const scale = 1 / (255 * (deviation[channel] ?? 1));
    const shift = (mean[channel] ?? 0) / (deviation[channel] ?? 1);
    for (let at = 0; at < plane; at += 1) {
      values[channel * plane + at] = (pixels[at * 3 + 2 - channel] ?? 0) * scale - shift;
    }
  }
  return values;
}

/** @param {number} side */
const multiple = (side) => Math.max(32, Math.round(side / 32) * 32);

/**
 * Where text stands: one frame a line or column, in pixels of the picture.
 * @param {import("./runtime.mjs").Network} network
 * @param {Picture} picture
 * @param {number} longest the picture's longest side as the network sees it
 * @returns {Promise<Frame[]>}
 */
export async function detect(network, picture, longest) {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const width = multiple(picture.width * scale);
  const height = multiple(picture.height * scale);
  const small = await resized(picture, width, height);
  const { values } = await network(inputOf(small), [1, 3, height, width]);
  const toX = picture.width / width;
  const toY = picture.height / height;
  return regionsOf(values, width, height).flatMap((edge) => {
    const points = edge.map(({ x, y }) => ({ x: x * toX, y: y * toY }));
    const least = smallestSide * Math.max(toX, toY);
    let isSmall = false;
    const frame = frameAround(points, (w, h) => {
      isSmall = Math.min(w, h) < (Math.max(w, h) < 4 * least ? least : least / 2);
      return (w * h * growth) / (2 * (w + h));
    });
    return isSmall ? [] : [frame];
  });
}

/**
 * The outlines of connected regions that score as text.
 * @param {Float32Array} scores
 * @param {number} width
 * @param {number} height
 */
function regionsOf(scores, width, height) {
  const seen = new Uint8Array(scores.length);
  const regions = [];
  for (let start = 0; start < scores.length; start += 1) {
    if (seen[start] || (scores[start] ?? 0) <= pixelScore) continue;
    const { cells, sum } = flood(scores, seen, start, width, height);
    if (sum / cells.length >= regionScore) regions.push(outlineOf(cells, width));
  }
  return regions;
}

/** @param {Float32Array} scores @param {Uint8Array} seen @param {number} start @param {number} width @param {number} height */
function flood(scores, seen, start, width, height) {
  const cells = [start];
  seen[start] = 1;
  let sum = 0;
  for (let next = 0; next < cells.length; next += 1) {
    const at = cells[next] ?? 0;
    sum += scores[at] ?? 0;
    const [x, y] = [at % width, Math.floor(at / width)];
    for (let dy = -1; dy <= 1; dy += 1) {
      for (let dx = -1; dx <= 1; dx += 1) {
        const [nx, ny] = [x + dx, y + dy];
        if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue;
        const beside = ny * width + nx;
        if (seen[beside] || (scores[beside] ?? 0) <= pixelScore) continue;
        seen[beside] = 1;
        cells.push(beside);
      }
    }
  }
  return { cells, sum };
}

/** The corners of each row's first and last pixel: the hull needs no more. @param {number[]} cells @param {number} width */
function outlineOf(cells, width) {
  /** @type {Map<number, { least: number, most: number }>} */
  const rows = new Map();
  for (const at of cells) {
    const [x, y] = [at % width, Math.floor(at / width)];
    const row = rows.get(y);
    if (row) {
      row.least = Math.min(row.least, x);
      row.most = Math.max(row.most, x);
    } else rows.set(y, { least: x, most: x });
  }
  return [...rows].flatMap(([y, { least, most }]) => [
    { x: least, y },
    { x: most + 1, y },
    { x: least, y: y + 1 },
    { x: most + 1, y: y + 1 },
  ]);
}
