import type { Block, Poster } from "./schema";

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

const isVisible = (line: string) => /[^\s\p{Default_Ignorable_Code_Point}]/u.test(line);

/** The lines of a block that have something to see, without the space around them. */
export const linesOf = (block: Pick<Block, "text">): string[] =>
  block.text
    .split("\n")
    .map((line) => line.trim())
    .filter(isVisible);

/** The blocks that have words, in order. */
export function wordedBlocks(poster: Pick<Poster, "blocks">): Block[] {
  return poster.blocks.filter((block) => isVisible(block.text));
}

/** Every literal of the poster as the prompt must quote it: one a line. */
export function literalsOf(poster: Pick<Poster, "blocks">): string[] {
  return poster.blocks.flatMap(linesOf);
}

/** Literals a hand-written prompt no longer holds word for word. */
export function missingLiterals(poster: Pick<Poster, "blocks">, prompt: string): string[] {
  return literalsOf(poster).filter((literal) => !prompt.includes(literal));
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
