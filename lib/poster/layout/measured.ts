import type { Size } from "../capability";
import type { Block } from "../schema";
import type { Box, Run } from "./drawing";
import { type Face, faceOf, rememberByFace, weightOf } from "./face";
import { type Line, lineOf, wrap } from "./measure";
import { setHorizontal, setVertical } from "./setting";

/** Type size of each role as a share of the sheet's reach. */
const roleSize: Record<Block["role"], number> = {
  title: 0.112,
  subtitle: 0.062,
  slogan: 0.082,
  body: 0.044,
  smallPrint: 0.036,
  label: 0.042,
  brand: 0.05,
  upperScroll: 0.07,
  lowerScroll: 0.07,
  horizontalScroll: 0.105,
};
const emphasisScale: Record<Block["emphasis"], number> = { quiet: 0.78, normal: 1, strong: 1.25 };
/** A block measured for the room it may have; `draw` sets it at a top left corner. */
export interface Measured {
  block: Block;
  width: number;
  height: number;
  draw: (box: Box) => Run[];
}

const isDisplay = (block: Block) => block.role !== "body" && block.role !== "smallPrint";

interface Words {
  lines: readonly Line[];
  /** Width in em of the widest part that cannot be broken. */
  unbreakable: number;
}

const wordsOf = rememberByFace((text: string, face: Face): Words => {
  const trimmed = text.split("\n").map((line) => line.trim());
  const lines = trimmed.filter((line) => line !== "").map((line) => lineOf(line, face));
  return { lines, unbreakable: Math.max(1, ...lines.map((line) => line.widestPart)) };
}, 400);

function setBlock(block: Block, room: Size, reach: number): Measured {
  const size = reach * roleSize[block.role] * emphasisScale[block.emphasis];
  const { lines, unbreakable } = wordsOf(block.text, faceOf(block.lettering, weightOf(block)));
  if (block.direction === "vertical") return { block, ...setVertical(lines, size, room, block) };
  let fitted = Math.min(size, room.width / unbreakable);
  const wrapAll = () => lines.flatMap((line) => wrap(line, room.width / fitted));
  let wrapped = wrapAll();
  // Display lines would rather be smaller than be broken twice.
  while (isDisplay(block) && wrapped.length > lines.length + 1 && fitted > size * 0.5) {
    fitted *= 0.94;
    wrapped = wrapAll();
  }
  return { block, ...setHorizontal(wrapped, fitted, block) };
}

const mostRooms = 200;
const knownRooms = new WeakMap<Block, Map<string, Measured>>();

/**
 * A block set for a room (pixels) on a sheet of that reach (pixels). Blocks are never written to:
 * an edit makes a new one, so the others are remembered in every room they were tried in.
 */
export function measureBlock(block: Block, room: Size, reach: number): Measured {
  let rooms = knownRooms.get(block);
  if (!rooms || rooms.size >= mostRooms) {
    rooms = new Map();
    knownRooms.set(block, rooms);
  }
  // Only columns are broken by height.
  const height = block.direction === "vertical" ? room.height : 0;
  const key = `${room.width} ${height} ${reach}`;
  let measured = rooms.get(key);
  if (!measured) {
    measured = setBlock(block, room, reach);
    rooms.set(key, measured);
  }
  return measured;
}
