import { emphasisIds, maxBlocks, placeIds } from "./choices";
import type { Block, Emphasis, Place } from "./schema";

const clamp = (value: number, most: number) => Math.min(most, Math.max(0, value));

const placeOf = (column: number, row: number): Place =>
  placeIds[clamp(row, 2) * 3 + clamp(column, 2)] ?? "center";

/** Column and row of a place in the 3×3 grid, from the top left. */
export function cellOf(place: Place): { column: number; row: number } {
  const at = placeIds.indexOf(place);
  return { column: at % 3, row: Math.floor(at / 3) };
}

/** The place so many cells further; the same one at the edge. */
export function placeBeside(place: Place, right: number, down: number): Place {
  const { column, row } = cellOf(place);
  return placeOf(column + right, row + down);
}

/** The place under a point of the sheet, given as shares of its width and height. */
export const placeAt = (x: number, y: number): Place =>
  placeOf(Math.floor(x * 3), Math.floor(y * 3));

/** So many steps stronger, or quieter when negative. */
export const emphasisBeside = (emphasis: Emphasis, steps: number): Emphasis =>
  emphasisIds[clamp(emphasisIds.indexOf(emphasis) + steps, emphasisIds.length - 1)] ?? emphasis;

/** An id no block of the list has. */
export function freeId(blocks: readonly Pick<Block, "id">[]): string {
  const ids = new Set(blocks.map((block) => block.id));
  let number = ids.size + 1;
  while (ids.has(`b${number}`)) number += 1;
  return `b${number}`;
}

/** The blocks with a copy after the one of that id; undefined where no more may be added. */
export function duplicated(blocks: readonly Block[], id: string): Block[] | undefined {
  const at = blocks.findIndex((block) => block.id === id);
  const block = blocks[at];
  if (!block || blocks.length >= maxBlocks) return undefined;
  return blocks.toSpliced(at + 1, 0, { ...block, id: freeId(blocks) });
}
