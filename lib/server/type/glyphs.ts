import "server-only";
import type { Font } from "fontkit";
import type { Lettering } from "@/lib/poster/schema";
import { openSlice } from "./open-slice";
import { blank, box, type Glyph, outline } from "./outline";
import { slicesFor, type Weight } from "./slices";

/** Every family's em square about its baseline, in 1/1000 em: its middle lies 380 above. */
export const emSquare = { ascent: 880, descent: 120 } as const;

/** Where a character is sought after its own family; the last knows the rarest characters. */
const fallbacks = ["serif", "sans", "regular"] as const satisfies Lettering[];

/** Characters a family has but fills solid; the browser's clerical-repair.css names the same. */
const broken: Partial<Record<Lettering, string>> = { clerical: "回圃圄圊崮徊痼蛔" };

const missingSpaceAdvance = 250;

function visible(character: string): string {
  const spaced = character.replace(/[\t\n\v\f\r]/g, " ");
  const shown = spaced.replace(/[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu, "");
  // A code point alone stays itself: composing would turn compatibility ideographs into others.
  return [...shown].length > 1 ? shown.normalize("NFC") : shown;
}

/** The first font along the fallbacks that has all the characters. */
async function fontFor(
  characters: string,
  lettering: Lettering,
  weight: Weight,
): Promise<Font | undefined> {
  const codePoints = Array.from(characters, (each) => each.codePointAt(0) ?? 0);
  for (const family of new Set<Lettering>([lettering, ...fallbacks])) {
    if (broken[family]?.includes(characters)) continue;
    for (const slice of await slicesFor(codePoints, family, weight)) {
      const font = await openSlice(slice);
      if (font && codePoints.every((each) => font.hasGlyphForCodePoint(each))) return font;
    }
  }
  return undefined;
}

/**
 * Outlines one character, or a few that are drawn as one such as "——" or a letter with its marks,
 * in 1/1000 em. What the lettering lacks comes from a fallback family, or else is an empty box.
 */
export async function glyph(
  character: string,
  lettering: Lettering,
  weight: Weight,
): Promise<Glyph> {
  const shown = visible(character);
  if (shown === "") return blank(0);
  const font = await fontFor(shown, lettering, weight);
  if (font) return outline(font, shown);
  return /^\s+$/u.test(shown) ? blank(missingSpaceAdvance) : box;
}
