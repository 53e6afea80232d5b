import "server-only";
import sharp from "sharp";
import { practiceModel } from "@/lib/poster/capability";
import { graphemesOf } from "@/lib/poster/characters";
import type { LaidBlock, Run } from "@/lib/poster/layout/drawing";
import { layOut } from "@/lib/poster/layout/layout";
import { type Palette, paletteOf } from "@/lib/poster/layout/palette";
import type { Lettering } from "@/lib/poster/schema";
import { plantTypo } from "@/lib/poster/typo";
import { glyph } from "../type/glyphs";
import type { Painter, PaintRequest } from "./port";

/** Written on every draft, so that it never passes for a model's picture. */
const stamp = "草稿 DRAFT";

const round = (value: number) => Math.round(value * 100) / 100;

async function drawRun(run: Run, lettering: Lettering, weight: 400 | 700): Promise<string> {
  const letters = await Promise.all(
    graphemesOf(run.text).map((character) => glyph(character, lettering, weight)),
  );
  const scale = run.size / 1000;
  const width = letters.reduce((sum, letter) => sum + letter.advance * scale + run.spacing, 0);
  let x = run.x - { start: 0, middle: width / 2, end: width }[run.anchor];
  const paths = letters.map(({ path, advance }) => {
    const drawn =
      path === ""
        ? ""
        : `<path transform="translate(${round(x)} ${round(run.y)}) scale(${scale})" d="${path}"/>`;
    x += advance * scale + run.spacing;
    return drawn;
  });
  const turn =
    run.rotate === 0 ? "" : ` transform="rotate(${run.rotate} ${round(run.x)} ${round(run.y)})"`;
  return `<g${turn}>${paths.join("")}</g>`;
}

async function drawBlock(block: LaidBlock): Promise<string> {
  const { x, y, width, height } = block.box;
  const frame = block.framed
    ? `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="#000" fill-opacity="0.16" stroke="${block.colour}" stroke-opacity="0.5" stroke-width="${round(width / 60)}"/>`
    : "";
  const runs = await Promise.all(
    block.runs.map((run) => drawRun(run, block.lettering, block.weight)),
  );
  return `${frame}<g fill="${block.colour}">${runs.join("")}</g>`;
}

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
    return { ok: true, picture: { bytes }, upstreamRequestId: null };
  },
};
