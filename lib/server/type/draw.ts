import "server-only";
import { graphemesOf } from "@/lib/poster/characters";
import type { LaidBlock, Run } from "@/lib/poster/layout/drawing";
import type { Weight } from "@/lib/poster/layout/face";
import type { Lettering } from "@/lib/poster/schema";
import { glyph } from "./glyphs";

const round = (value: number) => Math.round(value * 100) / 100;

/** A run whose room is not asked for. */
type Stroke = Omit<Run, "length" | "parts">;

/** A run as outlines at its place: shapes only, so that no text ever becomes markup. */
export async function drawRun(run: Stroke, lettering: Lettering, weight: Weight): Promise<string> {
  const letters = await Promise.all(
    graphemesOf(run.text).map((character) => glyph(character, lettering, weight)),
  );
  const scale = run.size / 1000;
  // What is not drawn has no space after it either, as in a browser.
  const room = (advance: number) => (advance > 0 ? advance * scale + run.spacing : 0);
  const width = letters.reduce((sum, letter) => sum + room(letter.advance), 0);
  let x = run.x - { start: 0, middle: width / 2, end: width }[run.anchor];
  const paths = letters.map(({ path, advance }) => {
    const drawn =
      path === ""
        ? ""
        : `<path transform="translate(${round(x)} ${round(run.y)}) scale(${scale})" d="${path}"/>`;
    x += room(advance);
    return drawn;
  });
  const turn =
    run.rotate === 0 ? "" : ` transform="rotate(${run.rotate} ${round(run.x)} ${round(run.y)})"`;
  return `<g${turn}>${paths.join("")}</g>`;
}

/** A laid block with its frame, as SVG shapes in its colour. */
export async function drawBlock(block: LaidBlock): Promise<string> {
  const { x, y, width, height } = block.box;
  const frame = block.framed
    ? `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="#000" fill-opacity="0.16" stroke="${block.colour}" stroke-opacity="0.5" stroke-width="${round(width / 60)}"/>`
    : "";
  const runs = await Promise.all(
    block.runs.map((run) => drawRun(run, block.lettering, block.weight)),
  );
  return `${frame}<g fill="${block.colour}">${runs.join("")}</g>`;
}
