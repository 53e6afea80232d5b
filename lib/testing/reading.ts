import type { Box, Reading, ReadLetter, ReadLine } from "../proof/schema";

const size = 40;

/** Letters as a reader without a doubt has them, side by side in a box. */
export function readLetters(text: string, box: Box, confidence = 0.99): ReadLetter[] {
  const letters = [...text];
  return letters.map((each, at) => ({
    text: each,
    confidence,
    box: {
      ...box,
      x: box.x + at * (box.width / letters.length),
      width: box.width / letters.length,
    },
    others: [],
  }));
}

/** A line as a reader has it; without a place, `row` lines down the picture. */
export function readLine(
  text: string,
  changes: Partial<ReadLine> & { row?: number } = {},
): ReadLine {
  const { row = 0, ...rest } = changes;
  const box = changes.box ?? {
    x: 100,
    y: 100 + row * 80,
    width: [...text].length * size,
    height: 48,
  };
  const letters = readLetters(text, box, changes.confidence);
  return { text, confidence: 0.99, box, direction: "horizontal", letters, seconds: [], ...rest };
}

/** A column; `x` is its left edge. */
export function readColumn(text: string, x: number): ReadLine {
  const box = { x, y: 100, width: 48, height: [...text].length * size };
  return readLine(text, { box, direction: "vertical" });
}

/** What a reader saw, every wanted character known to it. */
export const reading = (lines: readonly ReadLine[], unknown = ""): Reading => ({
  lines,
  unknown: new Set(unknown),
});
