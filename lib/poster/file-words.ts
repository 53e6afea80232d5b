const longest = 30;

/** Words as part of a file name on any system: letters and digits, joined by hyphens. May be "". */
export function fileWords(words: string): string {
  const safe = words
    .normalize("NFC")
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, "-")
    .replaceAll(/^-+|-+$/gu, "");
  return [...safe].slice(0, longest).join("");
}
