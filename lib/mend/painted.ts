import type { Size } from "@/lib/poster/capability";
import type { Box } from "@/lib/poster/layout/drawing";
import type { BlockProof } from "@/lib/proof/schema";
import { padded } from "./bounds";

interface Letter {
  text: string;
  box: Box;
}

/** One line or column as it was painted. */
interface PaintedLine {
  text: string;
  box: Box;
}

/** How the letters of a block were painted, as far as its proof tells. */
export interface PaintedWords {
  direction: "horizontal" | "vertical";
  lines: PaintedLine[];
}

function lettersOf({ marks }: BlockProof): Letter[] {
  return marks.flatMap(({ read, box }) =>
    read !== null && box !== null && read.trim() !== "" ? [{ text: read, box }] : [],
  );
}

const middle = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 });

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** The way from letter to letter: most steps go along the line, only a few to the next one. */
function directionOf(letters: readonly Letter[]): PaintedWords["direction"] {
  const steps = letters.slice(1).map(({ box }, at) => {
    const [from, to] = [middle(letters[at]?.box ?? box), middle(box)];
    return { right: Math.abs(to.x - from.x), down: Math.abs(to.y - from.y) };
  });
  const right = median(steps.map((step) => step.right));
  return median(steps.map((step) => step.down)) > right ? "vertical" : "horizontal";
}

function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

/** Letters side by side, or one under the other, make a line; undefined where too few were read. */
export function paintedWords(proof: BlockProof): PaintedWords | undefined {
  const letters = lettersOf(proof);
  if (letters.length < 2) return undefined;
  const direction = directionOf(letters);
  const lines: Letter[][] = [];
  for (const letter of letters) {
    const last = lines.at(-1);
    const [before, here] = [middle(last?.[0]?.box ?? letter.box), middle(letter.box)];
    const isBeside =
      direction === "horizontal"
        ? Math.abs(here.y - before.y) < letter.box.height / 2
        : Math.abs(here.x - before.x) < letter.box.width / 2;
    if (last && isBeside) last.push(letter);
    else lines.push([letter]);
  }
  return {
    direction,
    lines: lines.map((line) => ({
      text: line.map(({ text }) => text).join(""),
      box: around(line.map(({ box }) => box)),
    })),
  };
}

/** Around a painted line, as a share of its letters: strokes may reach beyond what was read. */
const areaShare = 0.16;

/** The part of a picture in which one painted line or column stands, with its strokes. */
export const areaOfLine = (line: Box, picture: Size): Box =>
  padded(line, Math.min(line.width, line.height) * areaShare, picture);

/** The part of a picture in which a block's letters stand; undefined where it was not found. */
export function areaAround(proof: BlockProof, picture: Size): Box | undefined {
  const letters = lettersOf(proof);
  if (proof.box === null || letters.length < 2) return undefined;
  const isColumn = directionOf(letters) === "vertical";
  const letter = median(letters.map(({ box }) => (isColumn ? box.width : box.height)));
  return padded(proof.box, letter * areaShare, picture);
}
