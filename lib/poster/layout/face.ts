import { graphemesOf } from "../characters";
import { remember } from "../remember";
import type { Block, Lettering } from "../schema";
import { boxAdvance, findAdvance } from "./advances";
import { setQuote } from "./quote-forms";

export type Weight = 400 | 700;

/** A lettering at a weight: what decides how wide its characters are. One object for each pair. */
export interface Face {
  lettering: Lettering;
  weight: Weight;
  /** Width of a grapheme in em, as the fonts draw it; 0 for what is not drawn at all. */
  widthOf: (grapheme: string) => number;
}

const faces = new Map<string, Face>();

/** The face of a lettering at a weight; always the same object for the same pair. */
export function faceOf(lettering: Lettering, weight: Weight): Face {
  const key = `${lettering} ${weight}`;
  const known = faces.get(key);
  if (known) return known;
  const widthOf = remember((grapheme) => measureGrapheme(grapheme, lettering, weight) / 1000);
  const face = { lettering, weight, widthOf };
  faces.set(key, face);
  return face;
}

/** The weight a block is set in: titles and what is strong are bold. */
export const weightOf = ({ role, emphasis }: Pick<Block, "role" | "emphasis">): Weight =>
  emphasis === "strong" || role === "title" ? 700 : 400;

/**
 * The code points of a grapheme that are drawn: tabs and breaks as spaces, without what cannot be
 * seen, composed where there is more than one.
 */
export function shownOf(grapheme: string): string[] {
  const spaced = grapheme.replace(/[\t\n\v\f\r]/g, " ");
  const shown = [...spaced.replace(/[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu, "")];
  // A code point alone stays itself: composing would turn compatibility ideographs into others.
  return shown.length > 1 ? [...shown.join("").normalize("NFC")] : shown;
}

function measureGrapheme(grapheme: string, lettering: Lettering, weight: Weight): number {
  const quote = setQuote(grapheme, lettering, weight);
  if (quote) return quote.advance;
  const [first, ...rest] = shownOf(grapheme);
  if (first === undefined) return 0;
  return rest.length > 0 ? boxAdvance : findAdvance(first.codePointAt(0) ?? 0, lettering, weight);
}

/** Width of a string in em, without the space between its letters. */
export function measure(text: string, face: Face): number {
  let width = 0;
  for (const grapheme of graphemesOf(text)) width += face.widthOf(grapheme);
  return width;
}

/** How many characters of a text are drawn, each with a space after it. */
export function countDrawn(text: string, face: Face): number {
  return graphemesOf(text).filter((grapheme) => face.widthOf(grapheme) > 0).length;
}

/** A pure function of a text and its face that keeps its answers, as `remember` does. */
export function rememberByFace<Answer>(
  answer: (text: string, face: Face) => Answer,
  most: number,
): (text: string, face: Face) => Answer {
  const known = new Map<Face, (text: string) => Answer>();
  return (text, face) => {
    let ofFace = known.get(face);
    if (!ofFace) {
      ofFace = remember((each) => answer(each, face), most);
      known.set(face, ofFace);
    }
    return ofFace(text);
  };
}
