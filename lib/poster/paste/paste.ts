import { newBlock } from "../blank";
import { maxBlocks } from "../choices";
import type { Block } from "../schema";
import { lineEnds } from "./cells";
import { coupletIn } from "./couplet";
import { rowsIn, type Words, wordsIn } from "./words";

/** What one may make of pasted words, besides keeping them where they landed. */
export interface PasteOffer {
  kind: "couplet" | "blocks" | "rows" | "clean";
  words: readonly Words[];
  /** Texts for which the poster has no room. */
  leftOut: readonly string[];
}

/** Where something was pasted, and what the block says without it. */
export interface PastePlace {
  blockId: string;
  rest: string;
}

/** A block nothing is left of makes room for what was pasted into it. */
const goes = (block: Block, { blockId, rest }: PastePlace) =>
  block.id === blockId && rest.trim() === "";

/** A pasted text as a block would hold it. */
const onLines = (pasted: string) =>
  pasted
    .split(lineEnds)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");

/**
 * What can be made of a pasted text, the best first; nothing for an ordinary line. Readers of
 * other kinds of text, such as whole prompts, take their place in this list.
 */
export function offersFor(
  pasted: string,
  blocks: readonly Block[],
  place: PastePlace,
): PasteOffer[] {
  const room = maxBlocks - blocks.filter((block) => !goes(block, place)).length;
  const offers: PasteOffer[] = [];
  const couplet = coupletIn(pasted);
  if (couplet && withCouplet(blocks, place, couplet).length <= maxBlocks) {
    offers.push({ kind: "couplet", words: couplet, leftOut: [] });
  }
  const all = wordsIn(pasted);
  const [only, ...others] = all;
  // One text alone is worth an offer only without what it came wrapped in.
  if (only && others.length === 0 && only.text !== onLines(pasted)) {
    offers.push({ kind: "clean", words: all, leftOut: [] });
  }
  for (const [kind, words] of [
    ["blocks", all],
    ["rows", rowsIn(pasted)],
  ] as const) {
    const taken = words.slice(0, room);
    const leftOut = words.slice(room).map(({ text }) => text);
    if (taken.length > 1) offers.push({ kind, words: taken, leftOut });
  }
  return offers;
}

/** Blocks of these words, with ids new to the poster. */
function fresh(blocks: readonly Block[], words: readonly Words[]): Block[] {
  const ids = new Set(blocks.map(({ id }) => id));
  let number = ids.size;
  return words.map(({ role, text }) => {
    do number += 1;
    while (ids.has(`b${number}`));
    return newBlock(`b${number}`, role, text);
  });
}

/** A couplet takes the place of the one there is; its look stays. */
function withCouplet(
  blocks: readonly Block[],
  place: PastePlace,
  words: readonly Words[],
): Block[] {
  const old = words.map(({ role }) => blocks.find((block) => block.role === role)?.id);
  const isNew = (_: unknown, index: number) => old[index] === undefined;
  const added = fresh(blocks, words.filter(isNew));
  return blocks
    .flatMap((block) => {
      const word = words[old.indexOf(block.id)];
      if (word) return [{ ...block, text: word.text, readings: [] }];
      if (block.id !== place.blockId) return [block];
      const own = { ...block, text: place.rest };
      return goes(block, place) ? added.splice(0) : [own, ...added.splice(0)];
    })
    .concat(added);
}

/** The poster's blocks with an offer taken; the text that was pasted leaves the block it was in. */
export function takeOffer(
  blocks: readonly Block[],
  place: PastePlace,
  { kind, words }: PasteOffer,
): Block[] {
  if (kind === "couplet") return withCouplet(blocks, place, words);
  const added = fresh(blocks, words);
  return blocks.flatMap((block) => {
    if (block.id !== place.blockId) return [block];
    if (!goes(block, place)) return [{ ...block, text: place.rest }, ...added];
    // The look someone chose for the block serves the first of its role.
    const heir = added.findIndex(({ role }) => role === block.role);
    return added.map((each, index) =>
      index === heir ? { ...block, text: each.text, readings: [] } : each,
    );
  });
}
