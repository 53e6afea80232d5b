import { countCharacters, isFullWidth } from "../characters";
import { remember } from "../remember";
import { unbreakableParts } from "./line-breaks";

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
  if (/\p{Mark}|\p{Default_Ignorable_Code_Point}|\p{Cc}/u.test(character)) return 0;
  if (/[ .,:;'’‘|!iljI()[\]{}]/u.test(character)) return 0.32;
  if (/[mwMW@%]/u.test(character)) return 0.88;
  if (/[A-Z&0-9$¥€£]/u.test(character)) return 0.64;
  if (/\p{Extended_Pictographic}/u.test(character)) return 1.2;
  return 0.55;
});

/** Space after every character of a line that is no signboard, in em. */
export const usualSpacing = 0.02;

const spaced = (text: string) => measure(text) + usualSpacing * countCharacters(text);

/** A line as it is set. Width in em, without spacing. */
export interface SetLine {
  text: string;
  width: number;
  characters: number;
}

/** A part of a line that is never broken, with the space after it. Widths include spacing. */
interface Part {
  text: string;
  width: number;
  /** Width without the space after it. */
  bareWidth: number;
}

/** What layout asks of a line at every size it tries. Widths are in em. */
export interface Line extends SetLine {
  parts: readonly Part[];
  widestPart: number;
}

function partOf(text: string): Part {
  return { text, width: spaced(text), bareWidth: spaced(text.trimEnd()) };
}

/** Texts kept measured: some posters' worth, for a long text is a large thing to keep. */
const most = 400;

/** A line as layout sees it. */
export const lineOf = remember((text: string): Line => {
  const parts = unbreakableParts(text).map(partOf);
  return {
    text,
    width: measure(text),
    characters: countCharacters(text),
    parts,
    widestPart: Math.max(0, ...parts.map((part) => part.bareWidth)),
  };
}, most);

function setLineOf(text: string): SetLine {
  return { text, width: measure(text), characters: countCharacters(text) };
}

/** Breaks a line into lines of at most `width` em, between its unbreakable parts. */
export function wrap(line: Line, width: number): SetLine[] {
  if (line.width + usualSpacing * line.characters <= width) return [line];
  const lines: SetLine[] = [];
  let current = "";
  let filled = 0;
  for (const part of line.parts) {
    if (filled + part.bareWidth > width && current.trim() !== "") {
      lines.push(setLineOf(current.trimEnd()));
      current = "";
      filled = 0;
    }
    current += part.text;
    filled += part.width;
  }
  if (current.trim() !== "") lines.push(setLineOf(current.trimEnd()));
  return lines;
}
