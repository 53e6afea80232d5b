import "server-only";
import type { Lettering } from "@/lib/poster/schema";
import { openSlice } from "./open-slice";
import { blank, box, type Glyph, outline } from "./outline";
import { slicesFor, type Weight } from "./slices";

/** Every family's em square about its baseline, in 1/1000 em: its middle lies 380 above. */
export const emSquare = { ascent: 880, descent: 120 } as const;

/** Where a character is sought after its own family; the last knows the rarest characters. */
const fallbacks = ["serif", "sans", "regular"] as const satisfies Lettering[];

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

const missingSpaceAdvance = 250;

function visible(character: string): string[] {
  const spaced = character.replace(/[\t\n\v\f\r]/g, " ");
  const shown = [...spaced.replace(/[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu, "")];
  // A code point alone stays itself: composing would turn compatibility ideographs into others.
  return shown.length > 1 ? [...shown.join("").normalize("NFC")] : shown;
}

async function find(
  character: string,
  lettering: Lettering,
  weight: Weight,
): Promise<Glyph | undefined> {
  const codePoint = character.codePointAt(0) ?? 0;
  for (const family of new Set<Lettering>([lettering, ...fallbacks])) {
    if (broken[family]?.includes(character)) continue;
    for (const slice of await slicesFor(codePoint, family, weight)) {
      const font = await openSlice(slice);
      if (font?.hasGlyphForCodePoint(codePoint)) return outline(font, codePoint);
    }
  }
  return undefined;
}

/**
 * Outlines one character, a grapheme, in 1/1000 em. What the lettering lacks comes from a fallback
 * family, or else is an empty box, as is a grapheme of several code points that do not compose.
 */
export async function glyph(
  character: string,
  lettering: Lettering,
  weight: Weight,
): Promise<Glyph> {
  const [first, ...rest] = visible(character);
  if (first === undefined) return blank(0);
  if (rest.length > 0) return box;
  const found = await find(first, lettering, weight);
  return found ?? (/\s/u.test(first) ? blank(missingSpaceAdvance) : box);
}
