import { hanOf, scrollCharactersOf } from "../characters";
import { remember } from "../remember";
import type { Block } from "../schema";

/** 平, which is held, and 仄, which is cut: the two tones a couplet sets against each other. */
export type Tone = "level" | "oblique";

/** A character with the ways it can be read. */
export interface Reading {
  character: string;
  /** Pinyin with its tone mark; "" where no reading is known. */
  pinyin: string;
  readings: readonly string[];
}

export interface ReadCharacter extends Reading {
  tone: Tone | undefined;
}

/**
 * The tone of a reading by today's speech (新韵): the first two tones are level, the other two
 * oblique. A light syllable has none of the four, so it fits either and is undefined here.
 */
export function toneOf(pinyin: string): Tone | undefined {
  const marks = pinyin.normalize("NFD");
  if (/[\u0304\u0301]/u.test(marks)) return "level";
  return /[\u030c\u0300]/u.test(marks) ? "oblique" : undefined;
}

type Chosen = Block["readings"];

/**
 * Where a chosen reading belongs; nowhere once its character has moved. Older ones were counted
 * among the Han characters alone.
 */
function placeOf({ at, character }: Chosen[number], characters: readonly string[]) {
  if (characters[at] === character) return at;
  const han = characters.flatMap((each, place) => (hanOf(each).length > 0 ? [place] : []));
  const place = han[at];
  return place !== undefined && characters[place] === character ? place : undefined;
}

/** A way to read a character is always the same object: what shows it need not be drawn again. */
const readAs = remember((said: string): ReadCharacter => {
  const [character = "", pinyin = "", ...readings] = said.split(" ");
  return { character, pinyin, readings, tone: toneOf(pinyin) };
});

/** A scroll's characters as they are read: as chosen by hand, else as the words around suggest. */
export function readScroll(
  block: Pick<Block, "text" | "readings">,
  readings: readonly Reading[],
): ReadCharacter[] {
  const characters = scrollCharactersOf(block.text);
  const chosen = new Map(
    block.readings.flatMap((reading) => {
      const place = placeOf(reading, characters);
      return place === undefined ? [] : [[place, reading.pinyin] as const];
    }),
  );
  return characters.map((character, at) => {
    const usual = readings[at]?.character === character ? readings[at] : undefined;
    const pinyin = chosen.get(at) ?? usual?.pinyin ?? "";
    const all = new Set([...(usual?.readings ?? []), pinyin].filter((each) => each !== ""));
    return readAs([character, pinyin, ...all].join(" "));
  });
}

/** The chosen readings with one more; those whose character has moved are dropped. */
export function chooseReading(
  block: Pick<Block, "text" | "readings">,
  at: number,
  pinyin: string,
): Chosen {
  const characters = scrollCharactersOf(block.text);
  const others = block.readings.flatMap((reading) => {
    const place = placeOf(reading, characters);
    return place === undefined || place === at ? [] : [{ ...reading, at: place }];
  });
  const character = characters[at];
  return character === undefined ? others : [...others, { at, character, pinyin }];
}
