import { type CoupletOrder, coupletOrder, swapScrolls } from "./couplet";
import type { Block } from "./schema";

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
