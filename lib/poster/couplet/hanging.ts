import type { Block, Place } from "../schema";

/** By tradition a couplet is read from the right: its upper scroll hangs there. */
export type CoupletOrder = "traditional" | "modern";

/** True for the upper and the lower scroll. */
export const isScroll = ({ role }: Pick<Block, "role">): boolean =>
  role === "upperScroll" || role === "lowerScroll";

/** True for the two scrolls and the horizontal one above them. */
export const isCouplet = (block: Pick<Block, "role">): boolean =>
  isScroll(block) || block.role === "horizontalScroll";

type Side = "left" | "right";

/** The side of the sheet a place is on; undefined in the middle. */
export function sideOf(place: Place): Side | undefined {
  if (place.endsWith("left")) return "left";
  return place.endsWith("right") ? "right" : undefined;
}

/** The order the places of the scrolls make; tradition where they do not tell. */
export function coupletOrder(blocks: readonly Block[]): CoupletOrder {
  const at = (role: Block["role"]) => blocks.find((block) => block.role === role)?.place;
  const [upper, lower] = [at("upperScroll"), at("lowerScroll")];
  const isModern =
    (upper !== undefined && sideOf(upper) === "left") ||
    (upper === undefined && lower !== undefined && sideOf(lower) === "right");
  return isModern ? "modern" : "traditional";
}

/**
 * True for a horizontal scroll over scrolls hung the traditional way: it is read from the right as
 * they are. Latin words are read from the left wherever they hang.
 */
export function isReadFromRight(block: Block, blocks: readonly Block[]): boolean {
  return (
    block.role === "horizontalScroll" &&
    block.direction === "horizontal" &&
    /\p{Script=Han}/u.test(block.text) &&
    !/\p{Script=Latin}/u.test(block.text) &&
    blocks.some(isScroll) &&
    coupletOrder(blocks) === "traditional"
  );
}

const mirrored: Partial<Record<Place, Place>> = {
  "top-left": "top-right",
  left: "right",
  "bottom-left": "bottom-right",
  "top-right": "top-left",
  right: "left",
  "bottom-right": "bottom-left",
};

/** The blocks with their scrolls hung on the other side each. */
function swapScrolls(blocks: readonly Block[]): Block[] {
  return blocks.map((block) =>
    isScroll(block) ? { ...block, place: mirrored[block.place] ?? block.place } : block,
  );
}

/** True when the scrolls are one upper and one lower in this order, facing each other at the sides. */
export function isPlainPair(blocks: readonly Block[]): boolean {
  const [upper, lower, ...others] = blocks.filter(isScroll);
  if (upper?.role !== "upperScroll" || lower?.role !== "lowerScroll" || others.length > 0) {
    return false;
  }
  const places = `${upper.place} ${lower.place}`;
  return places === "right left" || places === "left right";
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
