/** Most signs a reader sees, and most bytes of them: some systems take 143 for a whole name. */
const longest = 30;
const longestBytes = 120;

const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });
const bytesOf = (text: string) => new TextEncoder().encode(text).length;

/**
 * Words as part of a file name on any system: letters with their marks (vowel signs, accents) and
 * digits, joined by hyphens. May be "".
 */
export function fileWords(words: string): string {
  const safe = words
    .normalize("NFC")
    // Joiners within a word and selectors of a shape are nothing to read: without them it stays one word.
    .replaceAll(/(?<=[\p{L}\p{M}])[\u200c\u200d](?=\p{L})|\p{Variation_Selector}/gu, "")
    .replaceAll(/(?<![\p{L}\p{M}])\p{M}+/gu, "-")
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replaceAll(/^-+|-+$/gu, "");
  let kept = "";
  // By signs as they are seen: a cut between a letter and its mark would make another letter of it.
  for (const { segment } of [...segmenter.segment(safe)].slice(0, longest)) {
    if (bytesOf(kept + segment) > longestBytes) break;
    kept += segment;
  }
  return kept.replace(/-+$/u, "");
}
