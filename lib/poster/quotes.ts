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
 * A text for the scene with its quotation marks taken off: the model paints words in quotes, and
 * the scene is not to be painted as words. Apostrophes within words stay.
 */
export function unquoted(text: string): string {
  return text
    .replaceAll(/[“”"「」『』«»‹›]/gu, "")
    .replaceAll(/(?<![\p{L}\p{N}])['‘’]|['‘’](?![\p{L}\p{N}])/gu, "");
}
