import type { Size } from "./capability";
import type { Box, LaidBlock, Run } from "./drawing";
import { measure, wrap } from "./measure";
import { colourHex, type Palette } from "./palette";
import type { Block, Place } from "./schema";
import { setHorizontal, setVertical } from "./setting";

/** Type size of each role as a share of the short side. */
const roleSize: Record<Block["role"], number> = {
  title: 0.125,
  subtitle: 0.062,
  slogan: 0.068,
  body: 0.044,
  smallPrint: 0.036,
  label: 0.042,
  brand: 0.05,
  upperScroll: 0.07,
  lowerScroll: 0.07,
  horizontalScroll: 0.105,
};
const emphasisScale: Record<Block["emphasis"], number> = { quiet: 0.78, normal: 1, strong: 1.25 };
const marginShare = 0.065;
const gapShare = 0.045;

const rows: readonly (readonly Place[])[] = [
  ["top-left", "top", "top-right"],
  ["left", "center", "right"],
  ["bottom-left", "bottom", "bottom-right"],
];

/** A block measured for the room it may have; `draw` sets it at a top left corner. */
interface Measured {
  block: Block;
  width: number;
  height: number;
  draw: (box: Box) => Run[];
}

interface Cell {
  column: 0 | 1 | 2;
  items: Measured[];
  vertical: boolean;
  width: number;
  height: number;
}

function measureBlock(block: Block, room: Size, short: number, scale: number): Measured {
  const size = short * roleSize[block.role] * emphasisScale[block.emphasis] * scale;
  const lines = block.text.split("\n").map((line) => line.trim());
  const kept = lines.filter((line) => line !== "");
  if (block.direction === "vertical") return { block, ...setVertical(kept, size, room, block) };
  const widest = Math.max(
    ...kept.flatMap((line) => line.split(/\s+/u)).map((word) => measure(word)),
  );
  const unbreakable = /[\u2e80-\u9fff]/u.test(block.text) ? 1 : widest;
  const fitted = Math.min(size, room.width / Math.max(1, unbreakable));
  const wrapped = kept.flatMap((line) => wrap(line, room.width / fitted));
  return { block, ...setHorizontal(wrapped, fitted, block) };
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

function measureRow(
  blocks: readonly Block[],
  places: readonly Place[],
  room: Size,
  short: number,
  scale: number,
): Cell[] {
  const gap = short * gapShare;
  const cells = places
    .map((place, column) => ({
      column: column as Cell["column"],
      blocks: blocks.filter((block) => block.place === place),
    }))
    .filter((cell) => cell.blocks.length > 0);
  const build = (column: Cell["column"], list: Block[], width: number): Cell => {
    const vertical = list.every((block) => block.direction === "vertical");
    const items = list.map((block) =>
      measureBlock(block, { width, height: room.height }, short, scale),
    );
    return { column, items, vertical, ...stack(items, vertical, gap) };
  };
  const upright = cells
    .filter((cell) => cell.blocks.every((block) => block.direction === "vertical"))
    .map((cell) => build(cell.column, cell.blocks, room.width / cells.length));
  const level = cells.filter((cell) => !upright.some((done) => done.column === cell.column));
  const taken = upright.reduce((sum, cell) => sum + cell.width + gap, 0);
  // A lone middle cell between columns stays centred, so it gives way on both sides.
  const free = Math.max(
    room.width * 0.25,
    room.width - taken - gap * Math.max(0, level.length - 1),
  );
  return [...upright, ...level.map((cell) => build(cell.column, cell.blocks, free / level.length))];
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

function heightsOf(table: Cell[][]): number[] {
  return table.map((cells) => Math.max(0, ...cells.map((cell) => cell.height)));
}

/**
 * Sets every block of a poster at its place for one size: rows from the top, middle and bottom
 * edges, columns from the right, all type made smaller together until it fits. Pure.
 */
export function layOut(blocks: readonly Block[], size: Size, palette: Palette): LaidBlock[] {
  const worded = blocks.filter((block) => block.text.trim() !== "");
  if (worded.length === 0) return [];
  const short = Math.min(size.width, size.height);
  const margin = short * marginShare;
  const gap = short * gapShare;
  const room = { width: size.width - 2 * margin, height: size.height - 2 * margin };

  const measureAll = (scale: number) => {
    const [top = [], , bottom = []] = rows.map((places, index) =>
      index === 1 ? [] : measureRow(worded, places, room, short, scale),
    );
    const [topHeight = 0, bottomHeight = 0] = heightsOf([top, bottom]);
    const edges = [topHeight, bottomHeight].map((height) => (height > 0 ? height + gap : 0));
    const [above = 0, below = 0] = edges;
    const middleRoom = {
      width: room.width,
      height: Math.max(short * 0.1, room.height - above - below),
    };
    const middle = measureRow(worded, rows[1] ?? [], middleRoom, short, scale);
    return { table: [top, middle, bottom], above, below };
  };

  let scale = 1;
  let measured = measureAll(scale);
  const fits = () => {
    const [top = 0, middle = 0, bottom = 0] = heightsOf(measured.table);
    const tall = top + middle + bottom + gap * ([top, middle, bottom].filter(Boolean).length - 1);
    const wide = Math.max(
      ...measured.table.map(
        (cells) => cells.reduce((sum, cell) => sum + cell.width, 0) + gap * (cells.length - 1),
      ),
    );
    return tall <= room.height + 0.5 && wide <= room.width + 0.5;
  };
  while (!fits() && scale > 0.12) {
    scale *= 0.92;
    measured = measureAll(scale);
  }

  const [topHeight = 0, , bottomHeight = 0] = heightsOf(measured.table);
  const bands: Box[] = [
    { x: margin, y: margin, width: room.width, height: topHeight },
    {
      x: margin,
      y: margin + measured.above,
      width: room.width,
      height: room.height - measured.above - measured.below,
    },
    { x: margin, y: size.height - margin - bottomHeight, width: room.width, height: bottomHeight },
  ];
  return measured.table.flatMap((cells, row) =>
    cells.flatMap((cell) => {
      const band = bands[row] ?? { x: 0, y: 0, ...size };
      const room = row === 1 ? band : { ...band, ...alignRow(row, band, cell) };
      return placeCell(cell, room, gap).map(
        ({ measured: { block, draw }, box }) =>
          ({
            id: block.id,
            box,
            framed: isFramed(block),
            lettering: block.lettering,
            weight: block.emphasis === "strong" || block.role === "title" ? 700 : 400,
            colour: block.colour === "auto" ? palette.ink : colourHex[block.colour],
            runs: draw(box),
          }) satisfies LaidBlock,
      );
    }),
  );
}

/** Scrolls hang in a frame, as paper does on a door. */
function isFramed(block: Block): boolean {
  return block.role === "upperScroll" || block.role === "lowerScroll";
}

/** Cells of the top row hang from its top, those of the bottom row stand on its foot. */
function alignRow(row: number, band: Box, cell: Cell): { y: number; height: number } {
  return row === 0
    ? { y: band.y, height: cell.height }
    : { y: band.y + band.height - cell.height, height: cell.height };
}
