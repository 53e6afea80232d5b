import type { Block } from "../schema";

export interface Couplet {
  upper: Block;
  lower: Block;
  horizontal?: Block;
}

/** The poster's couplet: its first upper and lower scroll, and what hangs above them. */
export function coupletOf(blocks: readonly Block[]): Couplet | undefined {
  const first = (role: Block["role"]) => blocks.find((block) => block.role === role);
  const [upper, lower] = [first("upperScroll"), first("lowerScroll")];
  const horizontal = first("horizontalScroll");
  return upper && lower && { upper, lower, ...(horizontal && { horizontal }) };
}
