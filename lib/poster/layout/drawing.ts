import type { Lettering } from "../schema";
import type { Weight } from "./face";
import type { RunPart } from "./run-parts";

/** One stroke of type: a string at a baseline, or one character of a column. Pixels of the poster. */
export interface Run {
  text: string;
  x: number;
  y: number;
  size: number;
  anchor: "start" | "middle" | "end";
  /** Space added after every character. */
  spacing: number;
  /** Degrees about (x, y): 90 lays Latin and brackets on their side in a column. */
  rotate: 0 | 90;
  /** From the start of the first character to the end of the last one's spacing. */
  length: number;
  /** What the run is made of, where a part of it needs a place of its own; else none. */
  parts: readonly RunPart[];
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface LaidBlock {
  id: string;
  box: Box;
  /** Scrolls hang in a frame. */
  framed: boolean;
  lettering: Lettering;
  weight: Weight;
  colour: string;
  runs: Run[];
}
