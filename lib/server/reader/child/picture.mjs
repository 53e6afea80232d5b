// @ts-check
import sharp from "sharp";
import { unpack } from "../../decoder/child/pixels.mjs";

/**
 * @typedef {{ width: number, height: number, pixels: Uint8Array }} Picture RGB, row by row.
 * @typedef {{ x: number, y: number }} Point
 * @typedef {{ origin: Point, right: Point, down: Point }} Frame Where a crop's corner and edges lie.
 */

/** Larger pictures are read at this size: letters a person can read are still large enough. */
const longestSide = 2400;

/**
 * A picture of any kind as pixels, on white where it is transparent. `scale` is how much larger the
 * original is.
 * @param {Uint8Array} bytes
 * @returns {Promise<Picture & { scale: number }>}
 */
export async function openPicture(bytes) {
  const { data: whole, ...raw } = await unpack(bytes);
  const { data, info } = await sharp(whole, { raw })
    .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#fff" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const scale = Math.max(raw.width, raw.height) / Math.max(width, height);
  return { width, height, pixels: data, scale };
}

/**
 * @param {Picture} picture
 * @param {number} width
 * @param {number} height
 * @returns {Promise<Picture>}
 */
export async function resized(picture, width, height) {
  const raw = { width: picture.width, height: picture.height, channels: /** @type {3} */ (3) };
  const pixels = await sharp(picture.pixels, { raw })
    .resize(width, height, { fit: "fill", kernel: "linear" })
    .raw()
    .toBuffer();
  return { width, height, pixels };
}

/**
 * What lies in a frame, straightened to a size; every pixel is the mean of what it covers, for a
 * title is ten times as tall as the recogniser's line.
 * @param {Picture} picture
 * @param {Frame} frame
 * @param {number} width
 * @param {number} height
 * @returns {Picture}
 */
export function cropped({ width: w, height: h, pixels: from }, frame, width, height) {
  const { origin, right, down } = frame;
  const across = samplesFor(Math.hypot(right.x, right.y) / width);
  const along = samplesFor(Math.hypot(down.x, down.y) / height);
  const pixels = new Uint8Array(width * height * 3);
  const share = 1 / (across * along);
  for (let y = 0, to = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, to += 3) {
      let [r, g, b] = [0, 0, 0];
      for (let j = 0; j < along; j += 1) {
        const v = (y + (j + 0.5) / along) / height;
        for (let i = 0; i < across; i += 1) {
          const u = (x + (i + 0.5) / across) / width;
          const px = clamp(Math.floor(origin.x + u * right.x + v * down.x), w - 1);
          const py = clamp(Math.floor(origin.y + u * right.y + v * down.y), h - 1);
          const at = (py * w + px) * 3;
          r += from[at] ?? 0;
          g += from[at + 1] ?? 0;
          b += from[at + 2] ?? 0;
        }
      }
      pixels[to] = r * share;
      pixels[to + 1] = g * share;
      pixels[to + 2] = b * share;
    }
  }
  return { width, height, pixels };
}

/** @param {number} scale */
const samplesFor = (scale) => Math.min(6, Math.max(1, Math.round(scale * 1.5)));

/** @param {number} value @param {number} most */
const clamp = (value, most) => (value < 0 ? 0 : Math.min(value, most));

/**
 * The picture in grey, its darkest and lightest twentieth pulled to the ends.
 * @param {Picture} picture
 * @returns {Picture}
 */
export function greyed({ width, height, pixels }) {
  const greys = new Uint8Array(width * height);
  for (let at = 0; at < greys.length; at += 1) greys[at] = brightness(pixels, at * 3);
  const sorted = greys.toSorted();
  const low = sorted[Math.floor(sorted.length * 0.02)] ?? 0;
  const high = sorted[Math.floor(sorted.length * 0.98)] ?? 255;
  const stretched = new Uint8Array(pixels.length);
  for (let at = 0; at < greys.length; at += 1) {
    const value = (((greys[at] ?? 0) - low) * 255) / Math.max(24, high - low);
    stretched.fill(clamp(value, 255), at * 3, at * 3 + 3);
  }
  return { width, height, pixels: stretched };
}

/** @param {Uint8Array} pixels @param {number} at */
export const brightness = (pixels, at) =>
  0.3 * (pixels[at] ?? 0) + 0.59 * (pixels[at + 1] ?? 0) + 0.11 * (pixels[at + 2] ?? 0);
