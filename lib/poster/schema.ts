import * as z from "zod/mini";
import {
  colourIds,
  directionIds,
  emphasisIds,
  keepOutIds,
  letteringIds,
  lightIds,
  maxBlockCharacters,
  maxBlocks,
  maxImages,
  placeIds,
  promptLanguageIds,
  qualityIds,
  ratioIds,
  roleIds,
  styleIds,
} from "./choices";
import { migratePoster, posterVersion } from "./migrate";
import { isPrintable } from "./text-trouble";

const text = (max: number) =>
  z
    .string()
    .check(z.maxLength(max, { error: "tooLong" }), z.refine(isPrintable, { error: "unprintable" }));

const setOf = <T extends readonly [string, ...string[]]>(ids: T) =>
  z
    .array(z.enum(ids))
    .check(z.refine((list) => new Set(list).size === list.length, { error: "repeated" }));

/** How one character of a scroll is read, where it can be read in several ways. */
const readingSchema = z.object({
  /** Its position among the characters a scroll counts, Han and figures, from 0. */
  at: z.int().check(z.gte(0), z.lt(maxBlockCharacters)),
  character: z.string().check(z.maxLength(8)),
  /** Pinyin with its tone mark; a light reading has none. */
  pinyin: z.string().check(z.maxLength(12)),
});

const blockSchema = z.object({
  id: z.string().check(z.regex(/^[A-Za-z0-9-]{1,40}$/)),
  role: z.enum(roleIds),
  text: text(maxBlockCharacters),
  place: z.enum(placeIds),
  direction: z.enum(directionIds),
  lettering: z.enum(letteringIds),
  colour: z.enum(colourIds),
  emphasis: z.enum(emphasisIds),
  /** Readings chosen by hand; those whose character has moved say nothing. */
  readings: z.array(readingSchema).check(z.maxLength(maxBlockCharacters)),
});

const sceneSchema = z.object({
  subject: text(800),
  styles: setOf(styleIds),
  style: text(200),
  lights: setOf(lightIds),
  light: text(200),
  qualities: setOf(qualityIds),
});

/** A poster as data: what the form edits, the action receives, the database keeps, remix opens. */
export const posterSchema = z.object({
  version: z.literal(posterVersion),
  ratios: setOf(ratioIds).check(z.minLength(1, { error: "noRatio" })),
  blocks: z.array(blockSchema).check(z.maxLength(maxBlocks, { error: "tooManyBlocks" })),
  scene: sceneSchema,
  keepOut: z.object({ presets: setOf(keepOutIds), own: text(500) }),
  promptLanguage: z.enum(promptLanguageIds),
  /** The prompt as the user rewrote it; null while it is compiled from the words. */
  handPrompt: z.nullable(text(4000)),
  expand: z.boolean(),
  watermark: z.boolean(),
  /** Painted without its words, which are set in real type afterwards. */
  bare: z.boolean(),
  /** Images for each chosen ratio. */
  count: z
    .int({ error: "count" })
    .check(z.gte(1, { error: "count" }), z.lte(maxImages, { error: "count" })),
});

/** A poster as it was stored, of any version. Throws a ZodError when it is none. */
export const readPoster = (written: unknown): Poster => posterSchema.parse(migratePoster(written));

export type Poster = z.infer<typeof posterSchema>;
export type Block = z.infer<typeof blockSchema>;
export type Ratio = (typeof ratioIds)[number];
export type Role = (typeof roleIds)[number];
export type Place = (typeof placeIds)[number];
export type Lettering = (typeof letteringIds)[number];
export type Colour = (typeof colourIds)[number];
export type Emphasis = (typeof emphasisIds)[number];
export type Style = (typeof styleIds)[number];
export type Light = (typeof lightIds)[number];
export type Quality = (typeof qualityIds)[number];
export type KeepOut = (typeof keepOutIds)[number];
