/** The pairs of marks that make a literal of what stands between them, in the order they are tried. */
export const quotePairs = ["“”", '""', "「」", "『』", "«»", "‹›"] as const;

/** The first pair of quotes of which neither mark occurs in the text; undefined when all do. */
export function quotesFor(text: string): readonly [string, string] | undefined {
  for (const pair of quotePairs) {
    const [open = "", close = ""] = [...pair];
    if (!text.includes(open) && !text.includes(close)) return [open, close];
  }
  return undefined;
}

/**
 * Marks people put words between, by family: within one, an editor or a keyboard may have taken any
 * of them for any other.
 */
export const quoteFamilies = {
  double: '"“”„‟＂〝〞〟',
  single: "'‘’‚‛＇",
  tick: "`",
  corner: "「」｢｣",
  hollow: "『』",
  angle: "«»",
  smallAngle: "‹›",
} as const;

const { single, ...others } = quoteFamilies;

/** A letter or digit of a script in which an apostrophe may stand within a word. */
const inWord = "(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}])[\\p{L}\\p{N}]";

/** True for a character after or before which ' continues a word, as in don't and 5'10. */
const continues = new RegExp(`^${inWord}$`, "u");

/** True when a mark between these two characters is an apostrophe within a word. */
export const isApostrophe = (before: string | undefined, after: string | undefined): boolean =>
  continues.test(before ?? "") && continues.test(after ?? "");

const marksBut = new RegExp(`[${Object.values(others).join("")}]`, "gu");
const looseSingles = new RegExp(`(?<!${inWord})[${single}]|[${single}](?!${inWord})`, "gu");

/**
 * A text for the scene with its quotation marks taken off: the model paints words in quotes, and
 * the scene is not to be painted as words. Apostrophes within words stay.
 */
export function unquoted(text: string): string {
  return text.replaceAll(marksBut, "").replaceAll(looseSingles, "");
}
