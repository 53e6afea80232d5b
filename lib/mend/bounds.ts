import type { Size } from "@/lib/poster/capability";
import type { Box } from "@/lib/poster/layout/drawing";
import { isPatch, type Piece } from "./piece";
import type { Area } from "./schema";

/** Rounding may put an edge this far outside. Pixels. */
const tolerance = 1;

const isWithin = ({ x, y, width, height }: Box, picture: Size) =>
  x >= -tolerance &&
  y >= -tolerance &&
  x + width <= picture.width + tolerance &&
  y + height <= picture.height + tolerance;

/** True when a piece stays on the picture with its words and with what it takes away. */
export const isOnPicture = (piece: Piece, picture: Size): boolean =>
  (!isPatch(piece) || isWithin(piece.box, picture)) &&
  (piece.cover.area === null || isWithin(piece.cover.area, picture));

/** The whole pixels a box touches on a picture. */
export function areaOf(box: Box, picture: Size): Area {
  const clip = (value: number, most: number) => Math.min(most, Math.max(0, value));
  const x = clip(Math.floor(box.x), picture.width - 1);
  const y = clip(Math.floor(box.y), picture.height - 1);
  return {
    x,
    y,
    width: Math.max(1, clip(Math.ceil(box.x + box.width), picture.width) - x),
    height: Math.max(1, clip(Math.ceil(box.y + box.height), picture.height) - y),
  };
}

/** The box moved, no further than the picture's edges. */
export function moved(box: Box, right: number, down: number, picture: Size): Box {
  const along = (from: number, by: number, length: number, most: number) =>
    Math.max(0, Math.min(from + by, most - length));
  return {
    ...box,
    x: along(box.x, right, box.width, picture.width),
    y: along(box.y, down, box.height, picture.height),
  };
}

/** The box with room around it, as far as the picture goes. */
export function padded({ x, y, width, height }: Box, by: number, picture: Size): Box {
  const left = Math.max(0, x - by);
  const top = Math.max(0, y - by);
  return {
    x: left,
    y: top,
    width: Math.min(picture.width, x + width + by) - left,
    height: Math.min(picture.height, y + height + by) - top,
  };
}

/** The box made larger about its middle, and kept on the picture. */
export function scaled(box: Box, factor: number, picture: Size): Box {
  const width = Math.min(picture.width, box.width * factor);
  const height = Math.min(picture.height, box.height * factor);
  const grown = {
    x: box.x + (box.width - width) / 2,
    y: box.y + (box.height - height) / 2,
    width,
    height,
  };
  return moved(grown, 0, 0, picture);
}
