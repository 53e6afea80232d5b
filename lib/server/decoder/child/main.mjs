// @ts-check
import { createHash } from "node:crypto";
import sharp from "sharp";
import { detailOf, serve } from "../../child/serve.mjs";
import { unpack } from "./pixels.mjs";

/**
 * The process that unpacks pictures, one at a time: bytes that anybody may have made.
 * @typedef {{ want: "look" | "pixels", bytes: Uint8Array }} Request
 * @typedef {{ width: number, height: number, sha256: string }} Measured
 *   What is told as soon as all pixels are unpacked; the thumbnail comes a little later.
 * @typedef {import("./pixels.mjs").Pixels} Pixels
 * @typedef {{ kind: "thumbnail", bytes: Uint8Array } | { kind: "pixels", pixels: Pixels }
 *   | { kind: "undecodable", detail: string }} Decoded
 */

/** Long side of a thumbnail, pixels. */
const side = 640;

/** @param {Pixels} pixels */
async function shrink({ data, width, height, channels }) {
  return sharp(data, { raw: { width, height, channels } })
    .resize(side, side, { fit: "inside", kernel: "linear" })
    .webp({ quality: 80, effort: 0 })
    .toBuffer();
}

/** @param {Request} request @param {(measured: Measured) => void} tell @returns {Promise<Decoded>} */
async function decode({ want, bytes }, tell) {
  let pixels;
  try {
    pixels = await unpack(bytes);
  } catch (error) {
    return { kind: "undecodable", detail: detailOf(error) };
  }
  if (want === "pixels") return { kind: "pixels", pixels };
  const { width, height } = pixels;
  tell({ width, height, sha256: createHash("sha256").update(bytes).digest("hex") });
  return { kind: "thumbnail", bytes: await shrink(pixels) };
}

serve({ niceness: 0, open: async () => decode });
