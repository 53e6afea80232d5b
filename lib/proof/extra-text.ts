import { editDistance } from "./figures";
import { visibleLetters } from "./lines";
import type { Box, Proof, ReadLine } from "./schema";

/** What the service and the draft write on every picture: small, so it is often read badly. */
const expected = ["qwen-image", "草稿draft", "草稿", "draft"];
const misreadShare = 0.35;

/** Below these a line is more likely texture than text: a lone sign must be plainer than a word. */
const plainWord = 0.6;
const plainLetter = 0.9;

/** Whether a line is what the service or the draft signs with: nobody's words, and no extra ones. */
export function isExpected(text: string): boolean {
  const read = text.toLowerCase();
  return expected.some(
    (words) => editDistance(words, read) <= Math.floor(words.length * misreadShare),
  );
}

const isWithin = (inner: Box, outer: Box): boolean => {
  const [x, y] = [inner.x + inner.width / 2, inner.y + inner.height / 2];
  return x > outer.x && x < outer.x + outer.width && y > outer.y && y < outer.y + outer.height;
};

/** The lines that nobody asked for, of those that belong to no block. */
export function extraTextOf(
  unclaimed: readonly ReadLine[],
  claimed: readonly ReadLine[],
): Proof["extras"] {
  return unclaimed
    .filter(({ letters, confidence }) => {
      const count = visibleLetters(letters).length;
      return count > 1 ? confidence >= plainWord : count === 1 && confidence >= plainLetter;
    })
    .filter(({ text }) => !isExpected(text))
    .filter(({ box }) => !claimed.some((line) => isWithin(box, line.box)))
    .map(({ text, confidence, box }) => ({ text: text.trim(), confidence, box }));
}
