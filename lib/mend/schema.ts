import * as z from "zod/mini";
import { directionIds, letteringIds, maxBlockCharacters, maxBlocks } from "@/lib/poster/choices";
import type { Role } from "@/lib/poster/schema";
import { isPrintable } from "@/lib/poster/text-trouble";
import { linesOf } from "@/lib/poster/words";
import type { Verdict } from "@/lib/proof/schema";
import {
  alignmentIds,
  coverIds,
  erasureIds,
  largestSize,
  maxErasures,
  mostSpacing,
  smallestSize,
  weightIds,
} from "./choices";

/** No picture is longer, and no number that arrives may be larger. Pixels. */
const longestSide = 20_000;

const position = z.number().check(z.gte(-1), z.lte(longestSide));
const length = z.number().check(z.gte(1), z.lte(longestSide));

/** A place on the picture, in its pixels. */
const boxSchema = z.object({ x: position, y: position, width: length, height: length });

const hexSchema = z.string().check(z.regex(/^#[0-9a-f]{6}$/u));

const coverSchema = z.object({
  kind: z.enum(coverIds),
  /** The painted line, where it stands; null when it is what the words cover. */
  area: z.nullable(boxSchema),
  /** The plate's colour. */
  plate: hexSchema,
});

const patchSchema = z.object({
  blockId: z.string().check(z.regex(/^[A-Za-z0-9-]{1,40}$/u)),
  text: z.string().check(
    z.maxLength(maxBlockCharacters),
    z.refine(isPrintable),
    z.refine((text) => linesOf({ text }).length > 0),
  ),
  /** The words stand in its middle; lines longer than it are broken. */
  box: boxSchema,
  direction: z.enum(directionIds),
  lettering: z.enum(letteringIds),
  weight: z.literal(weightIds),
  size: z.number().check(z.gte(smallestSize), z.lte(largestSize)),
  /** Em between letters. */
  spacing: z.number().check(z.gte(0), z.lte(mostSpacing)),
  colour: hexSchema,
  alignment: z.enum(alignmentIds),
  /** The words stand from right to left, as over a couplet. */
  isFromRight: z.boolean(),
  cover: coverSchema,
});

/** A painted line taken out, nothing set in its place. */
const erasureSchema = z.object({
  /** A dot keeps it apart from every block's id. */
  extraId: z.string().check(z.regex(/^extra\.\d{1,3}$/u)),
  cover: z.object({ kind: z.enum(erasureIds), area: boxSchema, plate: hexSchema }),
});

const areDistinct = (ids: readonly string[]) => new Set(ids).size === ids.length;

/** Words to be set in real type over the painted ones of a picture, and lines to be taken out of it. */
export const mendSchema = z
  .object({
    imageId: z.uuid(),
    patches: z.array(patchSchema).check(
      z.maxLength(maxBlocks),
      z.refine((list) => areDistinct(list.map(({ blockId }) => blockId))),
    ),
    erasures: z._default(
      z.array(erasureSchema).check(
        z.maxLength(maxErasures),
        z.refine((list) => areDistinct(list.map(({ extraId }) => extraId))),
      ),
      [],
    ),
  })
  .check(z.refine(({ patches, erasures }) => patches.length + erasures.length > 0));

/** A part of a picture whose painted letters are asked to be painted over, whole pixels. */
export const areaSchema = z.object({
  x: z.int().check(z.gte(0), z.lte(longestSide)),
  y: z.int().check(z.gte(0), z.lte(longestSide)),
  width: z.int().check(z.gte(1), z.lte(longestSide)),
  height: z.int().check(z.gte(1), z.lte(longestSide)),
});

export type Patch = z.infer<typeof patchSchema>;
export type Erasure = z.infer<typeof erasureSchema>;
export type Cover = z.infer<typeof coverSchema>;
export type Area = z.infer<typeof areaSchema>;

/** What the pixels around a painted line tell. CSS hex; the box is the letters' own, in pixels. */
export interface Ink {
  colour: string;
  ground: string;
  box: { x: number; y: number; width: number; height: number } | null;
}

/** A painted line taken away before words are set. */
export type Removal =
  | { kind: "inpaint"; area: Area }
  | { kind: "plate"; area: Area; radius: number; colour: string };

/** A line nobody asked for, with the piece that takes it out. */
export interface Erasable {
  /** What was read there. */
  text: string;
  erasure: Erasure;
}

/** A block that can be set in real type, with the patch it begins with. */
export interface Mendable {
  blockId: string;
  role: Role;
  /** What was wanted. */
  wanted: string;
  /** What was read; null while nothing was. */
  read: string | null;
  verdict: Verdict | null;
  patch: Patch;
}
