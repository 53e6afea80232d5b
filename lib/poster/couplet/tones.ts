import { pinyin } from "pinyin-pro";
import type { Reading } from "./readings";

/**
 * How each Han character of a text is read, judged by the words around it. Its own tone counts,
 * not the one 一 and 不 take before others. Brings a dictionary: import it when needed only.
 */
export function readingsOf(text: string): Reading[] {
  return pinyin(text, { type: "all", toneSandhi: false })
    .filter(({ origin }) => /\p{Script=Han}/u.test(origin))
    .map(({ origin, pinyin: usual, polyphonic, isZh }) => ({
      character: origin,
      pinyin: isZh ? usual : "",
      readings: isZh ? [...new Set([usual, ...polyphonic])] : [],
    }));
}
