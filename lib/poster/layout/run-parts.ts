import { graphemesOf } from "../characters";
import { type Face, rememberByFace } from "./face";
import { setQuote } from "./quote-forms";

/**
 * How a browser is to draw a part of a run: as text at its measured length; a quotation mark, moved in
 * its room; a pictograph, made as wide as its room; or as it comes, in the middle of its room, for
 * scripts that no shipped font has.
 */
type Kind = "text" | "quote" | "pictograph" | "foreign";

/** A part of a run with a place of its own. Lengths in em of the run, without spacing. */
export interface RunPart {
  text: string;
  kind: Kind;
  /** From the run's start to this part's room. */
  at: number;
  /** From the start of the room to where the text begins. */
  shift: number;
  width: number;
  /** Characters drawn before this part, and in it: each has the run's spacing after it. */
  before: number;
  characters: number;
}

/** Emoji come from the system in its own colours and widths, whatever the fonts have. */
const pictograph =
  /\p{Emoji_Presentation}|\p{Regional_Indicator}|\p{Extended_Pictographic}(?:\ufe0f|\u200d|\p{Emoji_Modifier})|\u20e3/u;
/** Letters of scripts that the shipped fonts do not have. */
const foreign =
  /[^\p{Script=Han}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Common}\p{Script=Inherited}]/u;
/** A text without any of these is of one part. */
const hasParts = new RegExp(`[‘’“”]|${pictograph.source}|${foreign.source}`, "u");

function kindOf(grapheme: string): Kind {
  if (/^[‘’“”]/u.test(grapheme)) return "quote";
  if (pictograph.test(grapheme)) return "pictograph";
  return foreign.test(grapheme) ? "foreign" : "text";
}

/** The parts of a run, in order, if any of it needs a place of its own; else none. */
export const partsOf = rememberByFace((text: string, face: Face): readonly RunPart[] => {
  if (!hasParts.test(text)) return [];
  const parts: RunPart[] = [];
  let [at, before] = [0, 0];
  for (const grapheme of graphemesOf(text)) {
    const kind = kindOf(grapheme);
    const width = face.widthOf(grapheme);
    const characters = width > 0 ? 1 : 0;
    const last = parts.at(-1);
    if (last?.kind === kind && (kind === "text" || kind === "foreign")) {
      last.text += grapheme;
      last.width += width;
      last.characters += characters;
    } else {
      const quote = setQuote(grapheme, face.lettering, face.weight);
      // The form is in the place now; left in the text it would have the browser look for a font.
      const shown = quote ? grapheme.charAt(0) : grapheme;
      const shift = (quote?.shift ?? 0) / 1000;
      parts.push({ text: shown, kind, at, shift, width, before, characters });
    }
    at += width;
    before += characters;
  }
  return parts;
}, 400);
