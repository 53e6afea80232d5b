import { placeIds } from "../choices";
import type { Block, Place } from "../schema";
import type { Finding } from "./finding";

const isTitleWithSubtitle = (one: Block, other: Block) =>
  [one.role, other.role].sort().join() === "subtitle,title";

/** The free place nearest to a place on the 3×3 grid; undefined when all are taken. */
export function freePlaceNear(place: Place, blocks: readonly Block[]): Place | undefined {
  const taken = new Set(blocks.map((block) => block.place));
  const at = placeIds.indexOf(place);
  const distance = (index: number) =>
    Math.abs((index % 3) - (at % 3)) + Math.abs(Math.floor(index / 3) - Math.floor(at / 3));
  return placeIds
    .filter((other) => !taken.has(other))
    .sort((one, other) => distance(placeIds.indexOf(one)) - distance(placeIds.indexOf(other)))[0];
}

/** Blocks that share a place with one before them; a title and its subtitle belong together. */
export function lintPlaces(blocks: readonly Block[]): Finding[] {
  return blocks.flatMap((block, index): Finding[] => {
    const before = blocks
      .slice(0, index)
      .find((other) => other.place === block.place && !isTitleWithSubtitle(other, block));
    if (!before) return [];
    const place = freePlaceNear(block.place, blocks);
    return [
      {
        rule: "samePlace",
        at: { block: block.id },
        level: "warn",
        says: { role: before.role, place: block.place, free: place ?? "" },
        ...(place ? { mend: { kind: "movePlace", blockId: block.id, place } } : {}),
      },
    ];
  });
}
