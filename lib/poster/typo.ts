import { graphemesOf } from "./characters";
import type { Block } from "./schema";

/** Characters with one that looks much the same and means something else; a reader can tell them apart. */
const lookAlikes = new Map(
  [
    ..."大太人入天夫千干未末土士州洲今令白自万方王玉问间木本开井元无上土山出力刀又叉心必小少门闩",
  ].map((character, index, all) => [character, all[index % 2 === 0 ? index + 1 : index - 1] ?? ""]),
);

const isLetter = (character: string) => /^[a-z]$/iu.test(character);

/** A text with one slip a painter might make: a look-alike, else a letter or character twice. Unchanged where none fits. */
export function withSlip(text: string): string {
  const characters = graphemesOf(text);
  const at = characters.findIndex((character) => lookAlikes.has(character));
  if (at >= 0) return characters.with(at, lookAlikes.get(characters[at] ?? "") ?? "").join("");
  const middle = Math.floor(characters.length / 2);
  const twice = characters.findIndex((character, index) => index >= middle && isLetter(character));
  const chosen = twice >= 0 ? twice : middle;
  const doubled = characters[chosen] ?? "";
  return doubled.trim() === "" ? text : characters.toSpliced(chosen, 0, doubled).join("");
}

/** A poster's blocks with one typo planted, in the first block that can have one. */
export function plantTypo(blocks: readonly Block[]): Block[] {
  const slips = blocks.map((block) => ({ ...block, text: withSlip(block.text) }));
  const hasPair = (block: Block) => [...block.text].some((character) => lookAlikes.has(character));
  const can = (index: number) => slips[index]?.text !== blocks[index]?.text;
  const best = blocks.findIndex((block, index) => hasPair(block) && can(index));
  const at = best >= 0 ? best : blocks.findIndex((_, index) => can(index));
  return blocks.map((block, index) => (index === at ? (slips[index] ?? block) : block));
}
