import { countCharacters, isFullWidth } from "./characters";
import { remember } from "./remember";

/**
 * Width of a string in em, estimated by class of character. Browser and server both lay out by
 * this estimate, so that lines break alike whatever font has arrived.
 */
export function measure(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

const widthOf = remember((character: string): number => {
  if (isFullWidth(character)) return 1;
  if (/\p{Mark}|\u200d|\ufe0f/u.test(character)) return 0;
  if (/[ .,:;'’‘|!iljI()[\]{}]/u.test(character)) return 0.32;
  if (/[mwMW@%]/u.test(character)) return 0.88;
  if (/[A-Z&0-9$¥€£]/u.test(character)) return 0.64;
  if (/\p{Extended_Pictographic}/u.test(character)) return 1.2;
  return 0.55;
});

/** Characters that may not begin a line. */
const notFirst = /^[，。、；：？！）》」』】’”…—,.;:?!)\]}%]/u;

/** A line's smallest part: a word with the space after it, or one full-width character. */
interface Piece {
  text: string;
  width: number;
  /** Width without the space after it. */
  bareWidth: number;
  mayBegin: boolean;
}

/** What layout asks of a line at every size it tries. Widths are in em. */
export interface Line {
  text: string;
  width: number;
  characters: number;
  /** Up to six Han characters and nothing else. */
  isSign: boolean;
  longestWord: number;
  pieces: readonly Piece[];
}

function pieceOf(text: string): Piece {
  const width = measure(text);
  return { text, width, bareWidth: measure(text.trimEnd()), mayBegin: !notFirst.test(text) };
}

/** A line as layout sees it. */
export const lineOf = remember(
  (text: string): Line => ({
    text,
    width: measure(text),
    characters: countCharacters(text),
    isSign: /^[\p{Script=Han}\s]{1,6}$/u.test(text),
    longestWord: Math.max(0, ...text.split(/\s+/u).map(measure)),
    pieces: (text.match(/[^\s\u2e80-\u9fff\uff00-\uffef]+\s*|\s+|./gu) ?? []).map(pieceOf),
  }),
);

/** Breaks a line into lines of at most `width` em, between words or full-width characters. */
export function wrap(line: Line, width: number): Line[] {
  if (line.width <= width) return [line];
  const lines: Line[] = [];
  let current = "";
  let filled = 0;
  for (const piece of line.pieces) {
    const overflows = filled + piece.bareWidth > width;
    if (overflows && piece.mayBegin && current.trim() !== "") {
      lines.push(lineOf(current.trimEnd()));
      const isSpace = piece.bareWidth === 0;
      current = isSpace ? "" : piece.text;
      filled = isSpace ? 0 : piece.width;
    } else {
      current += piece.text;
      filled += piece.width;
    }
  }
  if (current.trim() !== "") lines.push(lineOf(current.trimEnd()));
  return lines;
}
