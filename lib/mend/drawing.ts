import type { Size } from "@/lib/poster/capability";
import { graphemesOf } from "@/lib/poster/characters";
import type { Box, LaidBlock } from "@/lib/poster/layout/drawing";
import { type Face, faceOf, weightOf } from "@/lib/poster/layout/face";
import { lineOf, type SetLine, usualSpacing, wrap } from "@/lib/poster/layout/measure";
import { columnPitch, setHorizontal, setVertical, spacingOf } from "@/lib/poster/layout/setting";
import type { Block } from "@/lib/poster/schema";
import { linesOf } from "@/lib/poster/words";
import type { Patch } from "./schema";

/** What decides how the words of a patch run; the rest is where they stand and how they look. */
export type Words = Pick<
  Patch,
  "text" | "direction" | "lettering" | "weight" | "size" | "spacing" | "alignment" | "isFromRight"
>;

/** A frame is this much wider than its words: rounding must not break a line. */
const slack = 1.005;

const places = { left: "left", middle: "center", right: "right" } as const;

/** The patch as a block, so that it is set by the poster's own rules. Frames are painted already. */
function blockOf({ text, direction, lettering, alignment }: Words): Block {
  return {
    id: "patch",
    role: "body",
    text,
    place: places[alignment],
    direction,
    lettering,
    colour: "auto",
    emphasis: "normal",
    readings: [],
  };
}

/** Lines broken for a width in em; `wrap` reckons with the usual space between letters. */
function broken(text: string, face: Face, width: number, spacing: number): SetLine[] {
  const line = lineOf(text, face);
  const real = line.width + spacing * (line.characters - 1);
  const usual = line.width + usualSpacing * line.characters;
  return wrap(line, real <= width ? usual : width * (usual / real));
}

/** The words set for a room, as the sheet and the Draft would: natural size, and how to draw them. */
function set(words: Words, room: Size) {
  const block = blockOf(words);
  const { size, spacing, isFromRight } = words;
  const turn = (line: string) => (isFromRight ? graphemesOf(line).reverse().join("") : line);
  const lines = linesOf(words).map(turn);
  const face = faceOf(words.lettering, words.weight);
  if (words.direction === "vertical") {
    const columns = lines.map((line) => lineOf(line, face));
    return setVertical(columns, size, room, block, 1 + spacing);
  }
  const wrapped = lines.flatMap((line) => broken(line, face, room.width / size, spacing));
  return setHorizontal(wrapped, size, block, spacing);
}

/** The size of words in a room; in boundless room, of the lines as they were typed. Pixels. */
export function sizeOf(words: Words, room?: Size): Size {
  const boundless = { width: Number.POSITIVE_INFINITY, height: Number.POSITIVE_INFINITY };
  const { width, height } = set(words, room ?? boundless);
  return { width: width * slack, height: height * slack };
}

/** The space a block's letters have by the poster's own rules, in em. */
export function usualSpacingOf(block: Block): number {
  if (block.direction === "vertical") return columnPitch - 1;
  const face = faceOf(block.lettering, weightOf(block));
  return spacingOf(
    linesOf(block).map((line) => lineOf(line, face)),
    block,
  );
}

/** A patch as it is drawn, on the page as in the picture: in the middle of its box. */
export function layPatch(patch: Patch): LaidBlock {
  const { box, blockId, lettering, weight, colour, alignment } = patch;
  const { width, height, draw } = set(patch, box);
  const isColumn = patch.direction === "vertical";
  const share = isColumn ? 0.5 : { left: 0, middle: 0.5, right: 1 }[alignment];
  const stand: Box = {
    x: box.x + (box.width - width) * share,
    // Columns hang from the top, as they were painted.
    y: isColumn ? box.y : box.y + (box.height - height) / 2,
    width,
    height,
  };
  return { id: blockId, box: stand, framed: false, lettering, weight, colour, runs: draw(stand) };
}
