// @ts-check
import sharp from "sharp";

/**
 * @typedef {{ width: number, height: number, channels: 3 | 4, data: Uint8Array }} Pixels
 *   A picture unpacked, upright: rows of RGB or RGBA, eight bits each.
 */

/** Twice 4096 × 4096: more than any model paints, and about 130 MB unpacked. */
const maxPixels = 2 ** 25;

// Whatever else a library can load, nobody paints: less to go wrong.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["VipsForeignLoadPng", "VipsForeignLoadJpeg", "VipsForeignLoadWebp"],
});
// One picture is never asked for twice.
sharp.cache(false);

/**
 * Unpacks a picture, of several the first. The one way in which bytes become pixels: what it cannot
 * unpack is no picture, and what it can is one for gallery, reader and mender alike. Throws.
 * @param {Uint8Array} bytes
 * @returns {Promise<Pixels>}
 */
export async function unpack(bytes) {
  const { data, info } = await sharp(bytes, { limitInputPixels: maxPixels, failOn: "error" })
    .autoOrient()
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const isGrey = info.channels < 3;
  const channels = info.channels % 2 === 0 ? 4 : 3;
  return { width, height, channels, data: isGrey ? coloured(data, channels) : data };
}

/** Grey as three channels alike. @param {Uint8Array} grey @param {3 | 4} channels */
function coloured(grey, channels) {
  const step = channels - 2;
  const data = new Uint8Array((grey.length / step) * channels);
  for (let from = 0, to = 0; from < grey.length; from += step, to += channels) {
    data.fill(grey[from] ?? 0, to, to + 3);
    if (channels === 4) data[to + 3] = grey[from + 1] ?? 0;
  }
  return data;
}
