import { graphemesOf } from "@/lib/poster/characters";
import { recipeOf } from "@/lib/poster/recipes";
import type { Poster } from "@/lib/poster/schema";
import { wordedBlocks } from "@/lib/poster/words";
import type { Rate } from "./chance";

/** A picture of the model that was read: what was asked for, and whether all of it was exact. */
export interface ReadPicture {
  poster: Poster;
  ratio: string;
  isExact: boolean;
  costFen: number;
}

export const rateTables = [
  "lettering",
  "language",
  "length",
  "ratio",
  "recipe",
  "expansion",
] as const;
export type RateTable = (typeof rateTables)[number];

/** One line of a table: how pictures of a kind did. */
export interface RateLine extends Rate {
  key: string;
  spentFen: number;
}

/** Characters of words up to which a poster counts as so long. */
const lengths = [10, 30, 60, 120] as const;

function lengthOf(poster: Poster): string {
  const characters = wordedBlocks(poster)
    .flatMap(({ text }) => graphemesOf(text))
    .filter((character) => character.trim() !== "").length;
  const most = lengths.find((length) => characters <= length);
  return most === undefined ? "longer" : `${most}`;
}

function languageOf(poster: Poster): "zh" | "en" | "mixed" {
  const words = wordedBlocks(poster)
    .map(({ text }) => text)
    .join("");
  const [han, latin] = [/\p{Script=Han}/u.test(words), /\p{Script=Latin}/u.test(words)];
  if (han && latin) return "mixed";
  return han ? "zh" : "en";
}

/** Where a picture counts in each table; by lettering it counts once for each it uses. */
const keysOf: Record<RateTable, (picture: ReadPicture) => string[]> = {
  lettering: ({ poster }) => [...new Set(wordedBlocks(poster).map(({ lettering }) => lettering))],
  language: ({ poster }) => [languageOf(poster)],
  length: ({ poster }) => [lengthOf(poster)],
  ratio: ({ ratio }) => [ratio],
  recipe: ({ poster }) => [recipeOf(poster)?.id ?? "own"],
  expansion: ({ poster }) => [poster.expand ? "on" : "off"],
};

/** Whether a picture tells anything: words were asked of the model. */
const isTelling = ({ poster }: ReadPicture) => !poster.bare && wordedBlocks(poster).length > 0;

/** First-pass rates of pictures with words by what was asked for, the commonest kind first. */
export function ratesBy(table: RateTable, pictures: readonly ReadPicture[]): RateLine[] {
  const lines = new Map<string, RateLine>();
  for (const picture of pictures.filter(isTelling)) {
    for (const key of keysOf[table](picture)) {
      const { exact, read, spentFen } = lines.get(key) ?? { exact: 0, read: 0, spentFen: 0 };
      lines.set(key, {
        key,
        exact: exact + Number(picture.isExact),
        read: read + 1,
        spentFen: spentFen + picture.costFen,
      });
    }
  }
  return [...lines.values()].toSorted((a, b) => b.read - a.read || a.key.localeCompare(b.key));
}
