import { countDrawn, type Face, measure, rememberByFace } from "./face";
import { unbreakableParts } from "./line-breaks";
import { markQuotes } from "./quotes";

/** Space after every character of a line that is no signboard, in em. */
export const usualSpacing = 0.02;

/** A line as it is set. Width in em, without spacing. */
export interface SetLine {
  /** With `wide` after quotation marks that are Chinese. */
  text: string;
  face: Face;
  width: number;
  /** Characters that are drawn, each with a space after it. */
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

const measureSpaced = (text: string, face: Face) =>
  measure(text, face) + usualSpacing * countDrawn(text, face);

const partOf = (text: string, face: Face): Part => ({
  text,
  width: measureSpaced(text, face),
  bareWidth: measureSpaced(text.trimEnd(), face),
});

/** Texts kept measured: some posters' worth, for a long text is a large thing to keep. */
const most = 400;

/** A line whose quotation marks are told apart already, measured by the fonts that draw it. */
export const measureLine = rememberByFace((text: string, face: Face): Line => {
  const parts = unbreakableParts(text).map((part) => partOf(part, face));
  const widestPart = Math.max(0, ...parts.map((part) => part.bareWidth));
  return { ...setLineOf(text, face), parts, widestPart };
}, most);

/** A line, as it was typed, as layout sees it. */
export const lineOf = (typed: string, face: Face): Line => measureLine(markQuotes(typed), face);

function setLineOf(text: string, face: Face): SetLine {
  return { text, face, width: measure(text, face), characters: countDrawn(text, face) };
}

/** Breaks a line into lines of at most `width` em, between its unbreakable parts. */
export function wrap(line: Line, width: number): SetLine[] {
  if (line.width + usualSpacing * line.characters <= width) return [line];
  const lines: SetLine[] = [];
  let current = "";
  let filled = 0;
  for (const part of line.parts) {
    if (filled + part.bareWidth > width && current.trim() !== "") {
      lines.push(setLineOf(current.trimEnd(), line.face));
      current = "";
      filled = 0;
    }
    current += part.text;
    filled += part.width;
  }
  if (current.trim() !== "") lines.push(setLineOf(current.trimEnd(), line.face));
  return lines;
}
