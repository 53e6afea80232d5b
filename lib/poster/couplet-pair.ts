import { type CoupletOrder, coupletOrder, swapScrolls } from "./couplet";
import type { Block } from "./schema";

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

/** The blocks with the couplet hung in an order, also where the places did not tell one. */
export function hangScrolls(blocks: readonly Block[], order: CoupletOrder): Block[] {
  if (coupletOrder(blocks) === order) return [...blocks];
  const swapped = swapScrolls(blocks);
  if (coupletOrder(swapped) === order) return swapped;
  const [upper, lower] =
    order === "modern" ? (["left", "right"] as const) : (["right", "left"] as const);
  return blocks.map((block) => {
    if (block.role === "upperScroll") return { ...block, place: upper };
    return block.role === "lowerScroll" ? { ...block, place: lower } : block;
  });
}
