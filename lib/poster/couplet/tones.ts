import { pinyin } from "pinyin-pro";
import { scrollCharactersOf } from "../characters";
import type { Reading } from "./readings";

/** How the figures 0 to 9 are read one by one. */
const figures = ["líng", "yī", "èr", "sān", "sì", "wǔ", "liù", "qī", "bā", "jiǔ"];

/**
 * How each Han character and figure of a text is read, judged by the words around it. Its own tone
 * counts, not the one 一 and 不 take before others. Brings a dictionary: import it when needed only.
 */
export function readingsOf(text: string): Reading[] {
  const han = pinyin(text, { type: "all", toneSandhi: false }).filter(({ origin }) =>
    /\p{Script=Han}/u.test(origin),
  );
  return scrollCharactersOf(text).map((character): Reading => {
    if (/\p{Nd}/u.test(character)) {
      const said = figures[Number(character.normalize("NFKC"))];
      return { character, pinyin: said ?? "", readings: said ? [said] : [] };
    }
    const found = han.shift();
    if (!found?.isZh) return { character, pinyin: "", readings: [] };
    const { pinyin: usual, polyphonic } = found;
    return { character, pinyin: usual, readings: [...new Set([usual, ...polyphonic])] };
  });
}
