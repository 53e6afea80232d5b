import type { Size } from "../capability";
import { graphemesOf } from "../characters";
import { maxBlockCharacters, maxBlocks } from "../choices";
import { isReadFromRight } from "../couplet/hanging";
import type { Block, Place } from "../schema";
import { colourHex } from "./colour-hex";
import type { Box, LaidBlock } from "./drawing";
import { weightOf } from "./face";
import { type Measured, measureBlock } from "./measured";
import type { Palette } from "./palette";
import { isFramed } from "./setting";

const marginShare = 0.065;
const gapShare = 0.045;
/** The most of a row's width that a side takes beside the middle. */
const sideShare = 0.3;

const placeRows: readonly [readonly Place[], readonly Place[], readonly Place[]] = [
  ["top-left", "top", "top-right"],
  ["left", "center", "right"],
  ["bottom-left", "bottom", "bottom-right"],
];

/** Type is made smaller in steps of this factor, at most so many. */
const scaleStep = 0.92;
const smallestStep = 48;
/** From here on type is so small that columns are rather broken. */
const smallStep = 16;
const crowdedEdgeShare = 0.4;

/** Room between blocks; it shrinks with the type, but less. Pixels. */
const gapOf = (short: number, scale: number) => short * gapShare * Math.sqrt(scale);

/** How a table is tried: type made smaller by so many steps; when crowded, columns share the height. */
interface Trial {
  step: number;
  isCrowded: boolean;
}

interface Cell {
  column: 0 | 1 | 2;
  items: Measured[];
  vertical: boolean;
  /** The width it may take. */
  room: number;
  width: number;
  height: number;
}

function stack(items: Measured[], vertical: boolean, gap: number): Size {
  const widths = items.map((item) => item.width);
  const heights = items.map((item) => item.height);
  const total = (sizes: number[]) =>
    sizes.reduce((sum, size) => sum + size, 0) + gap * Math.max(0, sizes.length - 1);
  return vertical
    ? { width: total(widths), height: Math.max(0, ...heights) }
    : { width: Math.max(0, ...widths), height: total(heights) };
}

/** Widths of the cells of a row: sides as wide as their words up to a share, the middle what is left. */
function widthsOf(natural: readonly [number, number, number], room: number, gap: number): number[] {
  const [left, middle, right] = natural;
  if (middle > 0) {
    // The middle stays in the middle, so it gives way on both sides.
    const side = (width: number) => Math.min(width, room * sideShare);
    const widest = Math.max(side(left), side(right));
    return [side(left), room - 2 * (widest > 0 ? widest + gap : 0), side(right)];
  }
  if (left === 0 || right === 0 || left + right + gap <= room) return [room, room, room];
  const share = Math.min(1 - sideShare, Math.max(sideShare, left / (left + right)));
  return [(room - gap) * share, 0, (room - gap) * (1 - share)];
}

/** The blocks of a row's three places. */
type RowBlocks = readonly Block[][];

function measureRow(
  lists: RowBlocks,
  room: Size,
  short: number,
  { step, isCrowded }: Trial,
): Cell[] {
  const scale = scaleStep ** step;
  const gap = gapOf(short, scale);
  const build = (list: Block[], width: number, column: Cell["column"]): Cell => {
    const vertical = list.every((block) => block.direction === "vertical");
    const height = isCrowded && !vertical ? room.height / list.length : room.height;
    const items = list.map((block) => measureBlock(block, { width, height }, short * scale));
    return { column, items, vertical, room: width, ...stack(items, vertical, gap) };
  };
  const natural = (column: number) => {
    const list = lists[column] ?? [];
    return list.length === 0 ? 0 : build(list, Number.POSITIVE_INFINITY, 0).width;
  };
  const widths = widthsOf([natural(0), natural(1), natural(2)], room.width, gap);
  return ([0, 1, 2] as const).flatMap((column) => {
    const list = lists[column] ?? [];
    return list.length === 0 ? [] : [build(list, widths[column] ?? room.width, column)];
  });
}

function placeCell(cell: Cell, room: Box, gap: number): { measured: Measured; box: Box }[] {
  const spare = room.width - cell.width;
  const left = room.x + spare * (cell.column / 2);
  const top = room.y + (room.height - cell.height) / 2;
  let offset = 0;
  // Columns are read from the right.
  const items = cell.vertical ? [...cell.items].reverse() : cell.items;
  return items.map((measured) => {
    const { width, height } = measured;
    const x = cell.vertical ? left + offset : left + (cell.width - width) * (cell.column / 2);
    const y = cell.vertical ? top : top + offset;
    offset += (cell.vertical ? width : height) + gap;
    return { measured, box: { x, y, width, height } };
  });
}

type TableBlocks = readonly [top: RowBlocks, middle: RowBlocks, bottom: RowBlocks];

interface Table {
  gap: number;
  /** Top, middle and bottom row. */
  rows: readonly [Cell[], Cell[], Cell[]];
  /** Height the edges keep from the middle, gaps included. */
  above: number;
  below: number;
}

const heightOf = (cells: Cell[]) => Math.max(0, ...cells.map((cell) => cell.height));

function measureTable(rows: TableBlocks, room: Size, short: number, trial: Trial): Table {
  const gap = gapOf(short, scaleStep ** trial.step);
  const [tops, middles, bottoms] = rows;
  const edge = (cells: Cell[]) => (cells.length === 0 ? 0 : heightOf(cells) + gap);
  const edgeRoom = {
    width: room.width,
    height: room.height * (trial.isCrowded ? crowdedEdgeShare : 1),
  };
  const top = measureRow(tops, edgeRoom, short, trial);
  const bottom = measureRow(bottoms, edgeRoom, short, trial);
  const [above, below] = [edge(top), edge(bottom)];
  const left = { width: room.width, height: Math.max(short * 0.1, room.height - above - below) };
  const middle = measureRow(middles, left, short, trial);
  return { gap, rows: [top, middle, bottom], above, below };
}

function fits({ gap, rows, above, below }: Table, room: Size): boolean {
  const middle = heightOf(rows[1]);
  const tall = above + middle + below - (middle === 0 ? gap : 0);
  return tall <= room.height + 0.5 && rows.flat().every((cell) => cell.width <= cell.room + 0.5);
}

interface Fit {
  step: number;
  table: Table | undefined;
}

/** The fewest steps at which the table fits, found by halving: a keystroke has no time for them all. */
function fewestSteps(tableAt: (step: number) => Table, room: Size): Fit {
  const full = tableAt(0);
  if (fits(full, room)) return { step: 0, table: full };
  let tooLarge = 0;
  let smallEnough: Fit = { step: smallestStep, table: undefined };
  while (smallEnough.step - tooLarge > 1) {
    const step = Math.floor((tooLarge + smallEnough.step) / 2);
    const table = tableAt(step);
    if (fits(table, room)) smallEnough = { step, table };
    else tooLarge = step;
  }
  return smallEnough;
}

/** The table at the largest type that fits, all blocks made smaller together. */
function fitTable(blocks: readonly Block[], room: Size, short: number): Table {
  const listOf = (place: Place) => blocks.filter((block) => block.place === place);
  const [tops, middles, bottoms] = placeRows;
  const rows: TableBlocks = [tops.map(listOf), middles.map(listOf), bottoms.map(listOf)];
  const at = (isCrowded: boolean) => (step: number) =>
    measureTable(rows, room, short, { step, isCrowded });
  const whole = fewestSteps(at(false), room);
  if (whole.step <= smallStep && whole.table) return whole.table;
  // Long columns take the whole height however small they are, so they are broken earlier.
  const shared = fewestSteps(at(true), room);
  const best = shared.table && shared.step < whole.step ? shared : whole;
  return best.table ?? at(true)(smallestStep);
}

/** Where a cell may stand: top row from the top margin, bottom row to the bottom one. */
function bandOf(row: number, cell: Cell, table: Table, sheet: Box): Box {
  if (row === 0) return { ...sheet, height: cell.height };
  if (row === 2) return { ...sheet, y: sheet.y + sheet.height - cell.height, height: cell.height };
  return { ...sheet, y: sheet.y + table.above, height: sheet.height - table.above - table.below };
}

const drawnBefore = new WeakMap<Measured, LaidBlock>();

/** A measured block at its place; the same object while it stays there in the same colour. */
function drawn(measured: Measured, box: Box, palette: Palette): LaidBlock {
  const { block } = measured;
  const colour = block.colour === "auto" ? palette.ink : colourHex[block.colour];
  const before = drawnBefore.get(measured);
  if (before && before.box.x === box.x && before.box.y === box.y && before.colour === colour) {
    return before;
  }
  const laid: LaidBlock = {
    id: block.id,
    box,
    framed: isFramed(block),
    lettering: block.lettering,
    weight: weightOf(block),
    colour,
    runs: measured.draw(box),
  };
  drawnBefore.set(measured, laid);
  return laid;
}

const cutBlocks = new WeakMap<Block, Block>();

/** The block as far as it may go on a poster: what is over the limit is not set, nor waited for. */
function cut(block: Block): Block {
  if (block.text.length <= maxBlockCharacters) return block;
  const known = cutBlocks.get(block);
  if (known) return known;
  const text = [...block.text.slice(0, 2 * maxBlockCharacters)];
  const short = { ...block, text: text.slice(0, maxBlockCharacters).join("") };
  cutBlocks.set(block, short);
  return short;
}

const turnedBlocks = new WeakMap<Block, Block>();

/** The block with its characters set from the right. */
function turned(block: Block): Block {
  const known = turnedBlocks.get(block);
  if (known) return known;
  const turn = (line: string) => graphemesOf(line).reverse().join("");
  const fromRight = { ...block, text: block.text.split("\n").map(turn).join("\n") };
  turnedBlocks.set(block, fromRight);
  return fromRight;
}

/** The sheet's reach: a wide one is read from as far away as its height asks for, a little more. */
const reachOf = ({ width, height }: Size) => Math.min(width, height * 1.15);

/** What is kept free along every edge of a sheet. Pixels. */
export const marginOf = (size: Size): number => reachOf(size) * marginShare;

function lay(blocks: readonly Block[], size: Size, palette: Palette): LaidBlock[] {
  const worded = blocks.slice(0, maxBlocks).filter((block) => block.text.trim() !== "");
  if (worded.length === 0) return [];
  const short = reachOf(size);
  const margin = marginOf(size);
  const room = { width: size.width - 2 * margin, height: size.height - 2 * margin };
  const set = worded
    .map(cut)
    .map((block) => (isReadFromRight(block, worded) ? turned(block) : block));
  const table = fitTable(set, room, short);
  return table.rows.flatMap((cells, row) =>
    cells
      .flatMap((cell) => {
        const band = bandOf(row, cell, table, { x: margin, y: margin, ...room });
        return placeCell(cell, band, table.gap);
      })
      .map(({ measured, box }) => drawn(measured, box, palette)),
  );
}

interface Known {
  palette: Palette;
  laid: LaidBlock[];
}

const known = new WeakMap<readonly Block[], Map<Size, Known>>();

/**
 * Sets every block of a poster at its place for one size: rows from the top, middle and bottom
 * edges, columns from the right, all type made smaller together until it fits. Pure. Lists of
 * blocks are never written to, so the sheet, the editor over it and the linter share one answer.
 */
export function layOut(blocks: readonly Block[], size: Size, palette: Palette): LaidBlock[] {
  const sizes = known.get(blocks) ?? new Map<Size, Known>();
  known.set(blocks, sizes);
  const last = sizes.get(size);
  if (last?.palette === palette) return last.laid;
  const laid = lay(blocks, size, palette);
  sizes.set(size, { palette, laid });
  return laid;
}
