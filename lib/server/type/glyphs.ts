import "server-only";
import { missingSpaceAdvance } from "@/lib/poster/layout/advances";
import { shownOf, type Weight } from "@/lib/poster/layout/face";
import { type SetQuote, setQuote } from "@/lib/poster/layout/quote-forms";
import { standIns } from "@/lib/poster/layout/stand-ins";
import type { Lettering } from "@/lib/poster/schema";
import { openSlice } from "./open-slice";
import { blank, box, type Glyph, outline } from "./outline";
import { slicesFor } from "./slices";

/** Every family's em square about its baseline, in 1/1000 em: its middle lies 380 above. */
export const emSquare = { ascent: 880, descent: 120 } as const;

/** 破折号 and 省略号, which only 楷 has as strokes that join and lie in the middle of the line. */
const strokes = "—…";

/**
 * Characters drawn wrongly by a family that has them: filled solid, or made for Latin. The
 * browser's repairs (components/poster/fonts/*.css) are for the same ones.
 */
const broken: Partial<Record<Lettering, string>> = {
  clerical: `回圃圄圊崮徊痼蛔${strokes}`,
  serif: strokes,
  sans: strokes,
  running: strokes,
  brush: strokes,
  handwriting: strokes,
};

/**
 * The families a character is sought in, in order: its own, then those that stand in for it, but none
 * that draws it wrongly.
 */
export function familiesFor(character: string, lettering: Lettering): Lettering[] {
  const families = new Set<Lettering>([lettering, ...standIns]);
  return [...families].filter((family) => !broken[family]?.includes(character));
}

async function find(
  character: string,
  lettering: Lettering,
  weight: Weight,
  quote: SetQuote | undefined,
): Promise<Glyph | undefined> {
  const codePoint = character.codePointAt(0) ?? 0;
  for (const family of familiesFor(character, lettering)) {
    for (const slice of await slicesFor(codePoint, family, weight)) {
      const font = await openSlice(slice);
      if (font?.hasGlyphForCodePoint(codePoint)) return outline(font, codePoint, quote);
    }
  }
  return undefined;
}

/**
 * Outlines one character, a grapheme, in 1/1000 em. What the lettering lacks comes from a family that
 * stands in, or else is an empty box, as is a grapheme of several code points that do not compose. A
 * quotation mark stands in its room as the layout has it.
 */
export async function glyph(
  character: string,
  lettering: Lettering,
  weight: Weight,
): Promise<Glyph> {
  const [first, ...rest] = shownOf(character);
  if (first === undefined) return blank(0);
  if (rest.length > 0) return box;
  const found = await find(first, lettering, weight, setQuote(character, lettering, weight));
  return found ?? (/\s/u.test(first) ? blank(missingSpaceAdvance) : box);
}
