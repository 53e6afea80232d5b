/** Length as the upstream counts it: every code point is one, whatever the script. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/**
 * True for scripts set on a full em square: Han, kana, hangul, full-width forms, CJK punctuation, and
 * quotation marks with U+FE01 after them.
 */
export function isFullWidth(character: string): boolean {
  return /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|[—…]|[‘’“”]\ufe01/u.test(
    character,
  );
}

/** The language most of a text is written in. */
export function languageOf(text: string): "zh" | "en" {
  let han = 0;
  let latin = 0;
  for (const character of text) {
    if (/\p{Script=Han}/u.test(character)) han += 1;
    else if (/\p{Script=Latin}/u.test(character)) latin += 1;
  }
  // One Han character carries about as much as three Latin letters.
  return han * 3 > latin ? "zh" : "en";
}

const segmenter = new Intl.Segmenter("zh", { granularity: "grapheme" });

/** Code points that may join another to one grapheme; a text without any is one grapheme each. */
const joins =
  /[\p{M}\p{C}\p{Emoji_Modifier}\p{Regional_Indicator}\u0e33\u0eb3\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/u;

/** A text as the characters a reader sees: combining marks and joined emoji stay whole. */
export function graphemesOf(text: string): string[] {
  // The segmenter takes ten times as long, and layout asks at each keystroke.
  if (!joins.test(text)) return [...text];
  // Quotation marks that layout gave their full-width form are no reason for it.
  if (!joins.test(text.replaceAll(/[‘’“”]\ufe01/gu, ""))) {
    return text.match(/[‘’“”]\ufe01|./gsu) ?? [];
  }
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** The Han characters of a text, in order. */
export const hanOf = (text: string): string[] => text.match(/\p{Script=Han}/gu) ?? [];

/** The characters of a text that a scroll counts and reads, in order: Han, and figures one by one. */
export const scrollCharactersOf = (text: string): string[] =>
  text.match(/[\p{Script=Han}\p{Nd}]/gu) ?? [];
