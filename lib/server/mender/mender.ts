import "server-only";
import type { Area, Ink, Removal } from "@/lib/mend/schema";
import type { LaidBlock } from "@/lib/poster/layout/drawing";
import { drawBlock } from "../type/draw";
import { pack, unpack } from "./pixels";
import { lookAtLetters, removeLetters } from "./remove-letters";

const plateSvg = ({ area, radius, colour }: Removal & { kind: "plate" }) =>
  `<rect x="${area.x}" y="${area.y}" width="${area.width}" height="${area.height}" rx="${radius}" fill="${colour}"/>`;

/**
 * A picture with painted lines taken away and words set over it as outlines of real type: a PNG of
 * exactly as many pixels. What no removal and no letter touches stays as it was.
 */
export async function mendPicture(
  bytes: Uint8Array,
  removals: readonly Removal[],
  laid: readonly LaidBlock[],
): Promise<Buffer> {
  const pixels = await unpack(bytes);
  const { width, height } = pixels;
  for (const removal of removals) {
    if (removal.kind === "inpaint") await removeLetters(pixels, removal.area);
  }
  const plates = removals.filter((removal) => removal.kind === "plate").map(plateSvg);
  const blocks = await Promise.all(laid.map(drawBlock));
  // Shapes and colours of ours only: no user text ever becomes markup.
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${plates.join("")}${blocks.join("")}</svg>`;
  return pack(pixels, svg);
}

/** One area of a picture with its letters painted over, as the mended picture will have it. PNG. */
export async function paintOver(bytes: Uint8Array, area: Area): Promise<Buffer> {
  const pixels = await unpack(bytes);
  await removeLetters(pixels, area);
  return pack(pixels, undefined, area);
}

/** The colours of letters and ground in areas of a picture, and where the letters stand. */
export async function lookAtInks(bytes: Uint8Array, areas: readonly Area[]): Promise<Ink[]> {
  const pixels = await unpack(bytes);
  const inks: Ink[] = [];
  for (const area of areas) inks.push(await lookAtLetters(pixels, area));
  return inks;
}
