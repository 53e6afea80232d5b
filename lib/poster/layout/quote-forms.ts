import type { Lettering } from "../schema";
import { advanceTable } from "./advance-table";

/** After a quotation mark: its full-width form, as Unicode's standardized variants have it. */
export const wide = "\ufe01";

const marks = "‘’“”";

/** How a quotation mark is set in its room, in 1/1000 em: the width of the room, and how far the glyph is moved in it. */
export interface SetQuote {
  advance: number;
  shift: number;
}

/** A font's glyph that is wider than this was made for Chinese, else for Latin. */
const widest = 600;
const em = 1000;

const keyOf = (lettering: Lettering, weight: 400 | 700) =>
  lettering === "regular" || lettering === "serif" || lettering === "sans"
    ? (`${lettering}${weight}` as const)
    : lettering;

/**
 * Room and place of a quotation mark; undefined for any other grapheme. A font has one glyph for
 * both uses: with `wide` after the mark it is set in a full square, beside the words it quotes; alone,
 * as Latin has it, as an apostrophe too, in its ink and the same space on either side.
 */
export function setQuote(
  grapheme: string,
  lettering: Lettering,
  weight: 400 | 700,
): SetQuote | undefined {
  const at = marks.indexOf(grapheme.charAt(0));
  if (at === -1 || grapheme === "" || !/^.[\ufe00\ufe01]?$/u.test(grapheme)) return undefined;
  const glyphs = advanceTable.quotes[keyOf(lettering, weight)].split(",");
  const [advance = em, left = 0, right = em] = (glyphs[at] ?? "").split(" ").map(Number);
  const isOpening = at % 2 === 0;
  if (grapheme.endsWith(wide)) {
    const isNative = advance > widest;
    if (isNative || !isOpening) return { advance: isNative ? advance : em, shift: 0 };
    return { advance: em, shift: em - Math.max(advance, right) };
  }
  if (advance <= widest) return { advance, shift: 0 };
  const bearing = isOpening ? advance - right : left;
  return { advance: right - left + 2 * bearing, shift: bearing - left };
}
