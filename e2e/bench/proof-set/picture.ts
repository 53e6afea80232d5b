import sharp from "sharp";
import { blankPoster } from "../../../lib/poster/blank";
import type { Size } from "../../../lib/poster/capability";
import type { Block, Colour, Lettering } from "../../../lib/poster/schema";
import { draftSvg } from "../../../lib/server/painter/draft";
import { glyph } from "../../../lib/server/type/glyphs";
import type { Planted } from "./plant";

/** A ground, and letters on it. */
export const looks: readonly { id: string; ground: string; colour: Colour }[] = [
  { id: "paper", ground: plain("#f7f2e6"), colour: "black" },
  { id: "goldOnRed", ground: plain("#a3181a"), colour: "gold" },
  { id: "dark", ground: plain("#15203a"), colour: "white" },
  { id: "lowContrast", ground: plain("#d9c7a8"), colour: "brown" },
  { id: "busy", ground: noise("#e9e2d0", 0.45), colour: "black" },
];

export const wears = ["none", "blurred", "jpeg"] as const;

function plain(colour: string): string {
  return `<rect width="100%" height="100%" fill="${colour}"/>`;
}

function noise(colour: string, strength: number): string {
  return `<filter id="n"><feTurbulence type="fractalNoise" baseFrequency="0.035" numOctaves="4" seed="7"/></filter>${plain(colour)}<rect width="100%" height="100%" filter="url(#n)" opacity="${strength}"/>`;
}

/** The picture of what was planted, on a ground and as worn as asked for. */
export async function picture(
  { blocks, blockId, malformed }: Planted,
  size: Size,
  look: (typeof looks)[number],
  wear: (typeof wears)[number],
): Promise<Uint8Array> {
  let svg = await draftSvg({ poster: { ...blankPoster, blocks: [...blocks] }, size });
  svg = svg.replace(/<rect width="100%" height="100%" fill="url\(#g\)"\/>/u, look.ground);
  const block = blocks.find(({ id }) => id === blockId);
  if (malformed && block) svg = await deform(svg, block, malformed);
  const drawn = sharp(Buffer.from(svg), { density: 72 });
  if (wear === "none") return drawn.png().toBuffer();
  if (wear === "jpeg") return drawn.jpeg({ quality: 70 }).toBuffer();
  return drawn.blur(0.7).jpeg({ quality: 82 }).toBuffer();
}

/** Draws one character of a block mirrored, or with the right half of another. */
async function deform(
  svg: string,
  block: Block,
  { character, other }: NonNullable<Planted["malformed"]>,
): Promise<string> {
  const outline = (each: string) => glyph(each, block.lettering as Lettering, weightOf(block));
  const [own, foreign] = [await outline(character), other === "" ? null : await outline(other)];
  const drawn = new RegExp(
    `<path transform="translate\\(([\\d.-]+) ([\\d.-]+)\\) scale\\(([\\d.]+)\\)" d="${own.path}"/>`,
    "u",
  );
  if (!drawn.test(svg)) throw new Error(`${character} was not drawn`);
  return svg.replace(drawn, (_path, x: string, y: string, scale: string) => {
    const [left, size] = [Number(x), Number(scale)];
    if (!foreign) {
      return `<path transform="translate(${left + own.advance * size} ${y}) scale(-${size} ${size})" d="${own.path}"/>`;
    }
    const half = own.advance / 2;
    return `<g transform="translate(${x} ${y}) scale(${scale})"><clipPath id="l"><rect x="-200" y="-1200" width="${half + 200}" height="1600"/></clipPath><clipPath id="r"><rect x="${half}" y="-1200" width="${half + 200}" height="1600"/></clipPath><path clip-path="url(#l)" d="${own.path}"/><path clip-path="url(#r)" d="${foreign.path}"/></g>`;
  });
}

const weightOf = (block: Block) =>
  block.emphasis === "strong" || block.role === "title" ? 700 : 400;
