import type { Block, Poster } from "./schema";

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
