import { isFullWidth } from "./characters";
import { remember } from "./remember";

/**
 * Width of a string in em, estimated by class of character. Browser and server both lay out by
 * this estimate, so that lines break alike whatever font has arrived.
 */
export const measure = remember((text: string): number => {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
});

function widthOf(character: string): number {
  if (isFullWidth(character)) return 1;
  if (/\p{Mark}|\u200d|\ufe0f/u.test(character)) return 0;
  if (/[ .,:;'’‘|!iljI()[\]{}]/u.test(character)) return 0.32;
  if (/[mwMW@%]/u.test(character)) return 0.88;
  if (/[A-Z&0-9$¥€£]/u.test(character)) return 0.64;
  if (/\p{Extended_Pictographic}/u.test(character)) return 1.2;
  return 0.55;
}

/** Characters that may not begin a line. */
const notFirst = /^[，。、；：？！）》」』】’”…—,.;:?!)\]}%]/u;

/** A line's smallest parts: a word with the space after it, or one full-width character. */
const cut = remember(
  (line: string): readonly string[] =>
    line.match(/[^\s\u2e80-\u9fff\uff00-\uffef]+\s*|\s+|./gu) ?? [line],
);

/** Breaks one line into lines of at most `width` em, between words or full-width characters. */
export function wrap(line: string, width: number): string[] {
  if (measure(line) <= width) return [line];
  const lines: string[] = [];
  let current = "";
  let filled = 0;
  for (const piece of cut(line)) {
    const overflows = filled + measure(piece.trimEnd()) > width;
    if (overflows && current.trim() !== "" && !notFirst.test(piece)) {
      lines.push(current.trimEnd());
      current = piece.trimStart();
      filled = measure(current);
    } else {
      current += piece;
      filled += measure(piece);
    }
  }
  if (current.trim() !== "") lines.push(current.trimEnd());
  return lines;
}
