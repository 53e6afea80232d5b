import type { Size } from "@/lib/poster/capability";
import type { Box, LaidBlock } from "@/lib/poster/layout/drawing";
import { type Face, faceOf } from "@/lib/poster/layout/face";
import { lineOf } from "@/lib/poster/layout/measure";
import type { Block } from "@/lib/poster/schema";
import type { BlockProof } from "@/lib/proof/schema";
import { moved } from "./bounds";
import { mostSpacing, smallestSize } from "./choices";
import { legible } from "./colour";
import { sizeOf, usualSpacingOf, type Words } from "./drawing";
import { areaAround, type PaintedWords, paintedWords } from "./painted";
import type { Ink, Patch } from "./schema";

/** What is known of a block on a picture before somebody mends it. */
export interface Found {
  block: Block;
  /** The block as the poster's own layout has it on a picture of that size. */
  laid: LaidBlock;
  /** What was read of it; undefined while nothing was. */
  proof: BlockProof | undefined;
  ink: Ink;
  isFromRight: boolean;
}

/** A reader's box is a little taller than the letters' square. */
const squareShare = 0.97;
/** The usual spacing is believed while the size it asks for is this near to the height of the line. */
const believed = 0.16;
/** From the top of a Han letter's square to its ink, in em. */
const inkInset = 0.05;
/** Words may fill this much of a picture. */
const roomShare = 0.97;

interface Cut {
  size: number;
  spacing: number;
}

/**
 * Type size and spacing of a painted line. Along it, letters and the spaces between them cannot be
 * told apart, so its height decides; but where the poster's usual spacing gives nearly that height,
 * the length tells better.
 */
function cutOf({ direction, lines }: PaintedWords, face: Face, usual: number): Cut {
  const cuts = lines.map(({ text, box }) => {
    const isRow = direction === "horizontal";
    const [length, height] = isRow ? [box.width, box.height] : [box.height, box.width];
    const { characters, width: em } = lineOf(text, face);
    const gaps = Math.max(1, characters - 1);
    const bySpacing = length / (em + usual * gaps);
    if (Math.abs(bySpacing / height - 1) < believed) return { size: bySpacing, spacing: usual };
    const size = height * squareShare;
    // Latin was painted in a face nobody knows, whose widths are not those of ours.
    const isHan = em > characters * 0.8;
    const spacing = isHan ? Math.max(0, Math.min(mostSpacing, (length / size - em) / gaps)) : usual;
    return { size, spacing };
  });
  const bySize = cuts.toSorted((a, b) => a.size - b.size);
  return bySize[Math.floor(bySize.length / 2)] ?? { size: smallestSize, spacing: usual };
}

/** The words made so small that they fit on the picture, and their frame about a point or an edge. */
export function framed(words: Words, at: Box, picture: Size): { size: number; box: Box } {
  const isColumn = words.direction === "vertical";
  const room = {
    width: isColumn ? picture.width * roomShare : Math.max(at.width, picture.width * roomShare),
    height: picture.height * roomShare,
  };
  let { size } = words;
  const natural = () => sizeOf({ ...words, size }, room);
  let fitted = natural();
  while ((fitted.width > room.width || fitted.height > room.height) && size > smallestSize) {
    size = Math.max(smallestSize, size * 0.94);
    fitted = natural();
  }
  const width = Math.min(fitted.width, picture.width);
  const height = Math.min(fitted.height, picture.height);
  const share = isColumn ? 0.5 : { left: 0, middle: 0.5, right: 1 }[words.alignment];
  const box = {
    x: at.x + (at.width - width) * share,
    y: isColumn ? at.y : at.y + (at.height - height) / 2,
    width,
    height,
  };
  return { size, box: moved(box, 0, 0, picture) };
}

/** Several painted lines are broken again where they were: as wide, or as tall, as the widest was. */
function frameOf(words: Words, painted: Box, lines: number, picture: Size) {
  if (lines < 2) return framed(words, painted, picture);
  const isColumn = words.direction === "vertical";
  const room = isColumn
    ? { width: picture.width, height: painted.height + words.size * 0.3 }
    : { width: painted.width + words.size * 0.3, height: picture.height };
  const natural = sizeOf(words, room);
  const box = isColumn
    ? {
        x: painted.x + (painted.width - natural.width) / 2,
        y: painted.y,
        width: Math.min(natural.width, picture.width),
        height: Math.min(room.height, picture.height),
      }
    : {
        x: painted.x + (painted.width - room.width) / 2,
        y: painted.y + (painted.height - natural.height) / 2,
        width: Math.min(room.width, picture.width),
        height: Math.min(natural.height, picture.height),
      };
  return { size: words.size, box: moved(box, 0, 0, picture) };
}

function alignmentOf({ place }: Block): Patch["alignment"] {
  if (place.endsWith("left")) return "left";
  return place.endsWith("right") ? "right" : "middle";
}

/** A block nobody found on the picture: at its place in the layout, over whatever is painted there. */
function placed({ block, laid, ink, isFromRight }: Found, picture: Size): Patch {
  const words: Words = {
    text: block.text,
    direction: block.direction,
    lettering: block.lettering,
    weight: laid.weight,
    size: Math.max(smallestSize, laid.runs[0]?.size ?? smallestSize),
    spacing: usualSpacingOf(block),
    alignment: alignmentOf(block),
    isFromRight,
  };
  // Broken as the layout broke it.
  const lines = words.direction === "horizontal" ? laid.runs.length : 1;
  const colour = legible(laid.colour, ink.ground);
  return {
    ...{ blockId: block.id, ...words, colour },
    ...frameOf(words, laid.box, lines, picture),
    cover: { kind: "none", area: null, plate: ink.ground },
  };
}

/** Where squares of letters stand whose ink is there: a column hangs by the square's top, not the ink's. */
function standOf(inked: Ink["box"], direction: Patch["direction"], size: number): Box | null {
  if (!inked || direction === "horizontal") return inked;
  return { ...inked, y: inked.y - size * inkInset };
}

/** A patch for a block: size, direction and colour as they were painted, the words as they were wanted. */
export function fitPatch(found: Found, picture: Size): Patch {
  const { block, laid, proof, ink, isFromRight } = found;
  const painted = proof && paintedWords(proof);
  const area = proof && areaAround(proof, picture);
  if (!proof?.box || !area || !painted) return placed(found, picture);
  const { direction } = painted;
  const { size, spacing } = cutOf(
    painted,
    faceOf(block.lettering, laid.weight),
    usualSpacingOf({ ...block, direction }),
  );
  const words: Words = {
    text: block.text,
    direction,
    lettering: block.lettering,
    weight: laid.weight,
    size: Math.max(smallestSize, size),
    spacing,
    alignment: alignmentOf(block),
    isFromRight: direction === "horizontal" && (proof.isFromRight || isFromRight),
  };
  return {
    ...{ blockId: block.id, ...words, colour: ink.colour },
    ...frameOf(
      words,
      standOf(ink.box, direction, size) ?? proof.box,
      painted.lines.length,
      picture,
    ),
    cover: { kind: "inpaint", area, plate: ink.ground },
  };
}
