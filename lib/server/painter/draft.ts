import "server-only";
import sharp from "sharp";
import { practiceModel } from "@/lib/poster/capability";
import { layOut } from "@/lib/poster/layout/layout";
import { type Palette, paletteOf } from "@/lib/poster/layout/palette";
import { plantTypo } from "@/lib/poster/typo";
import { drawBlock, drawRun } from "../type/draw";
import type { Painter, PaintRequest } from "./port";

/** Written on every draft, so that it never passes for a model's picture. */
const stamp = "草稿 DRAFT";

async function drawStamp(sheet: PaintRequest["size"], palette: Palette): Promise<string> {
  const { width, height } = sheet;
  const size = Math.min(width, height) * 0.018;
  const run = { text: stamp, x: width - size, y: height - size, size, spacing: size * 0.1 };
  const drawn = await drawRun({ ...run, anchor: "end", rotate: 0 }, "sans", 400);
  return `<g fill="${palette.ink}" fill-opacity="0.6">${drawn}</g>`;
}

/** The draft as SVG: only shapes and colours of ours, so no user text ever becomes markup. */
export async function draftSvg({
  poster,
  size,
}: Pick<PaintRequest, "poster" | "size">): Promise<string> {
  const palette = paletteOf(poster);
  const { width, height } = size;
  const blocks = (await Promise.all(layOut(poster.blocks, size, palette).map(drawBlock))).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs><linearGradient id="g" x1="0.2" y1="0" x2="0.8" y2="1"><stop offset="0" stop-color="${palette.from}"/><stop offset="1" stop-color="${palette.to}"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/>${blocks}${await drawStamp(size, palette)}</svg>`;
}

/** Typesets the words for real, free and without a key, on the colours of the scene. */
export const draftPainter: Painter = {
  id: "draft",
  async paint({ model, poster, size }) {
    const blocks = model === practiceModel ? plantTypo(poster.blocks) : poster.blocks;
    const svg = Buffer.from(await draftSvg({ poster: { ...poster, blocks }, size }));
    const bytes = await sharp(svg, { density: 72 }).png({ compressionLevel: 6 }).toBuffer();
    return {
      ok: true,
      picture: { inside: [bytes], addresses: [], expiresAt: null },
      upstreamRequestId: null,
    };
  },
};
