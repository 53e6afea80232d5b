import type { Block } from "../../../lib/poster/schema";
import type { Random } from "./random";
import { commonCharacters, lookAlikes } from "./words";

export const plantKinds = [
  "lookAlike",
  "random",
  "missing",
  "doubled",
  "malformed",
  "latin",
  "digit",
  "swappedScrolls",
  "extraLine",
] as const;

export type PlantKind = (typeof plantKinds)[number];

/** What the picture is to show instead of the poster: other blocks, or one character drawn wrong. */
export interface Planted {
  blocks: readonly Block[];
  blockId: string | null;
  malformed?: { character: string; other: string };
}

const han = /\p{Script=Han}/u;
/** Mirrored or halved, these stay themselves. */
const symmetric =
  /[一二三十人入八大天太中山日月田口回王土士个小木本未末不平由甲申白百目自品只兴里言全林竹雨业圆事开采卖关金合春]/u;

function replacedAt(block: Block, at: number, text: string): Block {
  return { ...block, text: [...block.text].toSpliced(at, 1, ...text).join("") };
}

/** The places of a text whose character is of a kind. */
const placesOf = (block: Block, isOf: (character: string) => boolean): number[] =>
  [...block.text].flatMap((character, at) => (isOf(character) ? [at] : []));

/** Plants one error of a kind; undefined where the poster has no place for it. */
export function plant(
  kind: PlantKind,
  blocks: readonly Block[],
  random: Random,
): Planted | undefined {
  if (kind === "swappedScrolls") return swapScrolls(blocks);
  if (kind === "extraLine") return addLine(blocks, random);
  const isOf = {
    lookAlike: (each: string) => lookAlikes.some((pair) => pair.includes(each)),
    random: (each: string) => han.test(each),
    missing: (each: string) => han.test(each) || /\p{L}/u.test(each),
    doubled: (each: string) => han.test(each),
    malformed: (each: string) => han.test(each) && !symmetric.test(each),
    latin: (each: string) => /[a-z]/iu.test(each),
    digit: (each: string) => /\d/u.test(each),
  }[kind];
  const open = blocks.filter((block) => placesOf(block, isOf).length > 0);
  if (open.length === 0) return undefined;
  const block = random.pick(open);
  const at = random.pick(placesOf(block, isOf));
  const character = [...block.text][at] ?? "";
  if (kind === "malformed") {
    const other = random.next() < 0.5 ? "" : otherThan(character, random);
    return { blocks, blockId: block.id, malformed: { character, other } };
  }
  const changed = change(kind, block, at, character, random);
  if (changed.text === block.text) return undefined;
  return { blocks: blocks.map((each) => (each === block ? changed : each)), blockId: block.id };
}

function change(
  kind: "lookAlike" | "random" | "missing" | "doubled" | "latin" | "digit",
  block: Block,
  at: number,
  character: string,
  random: Random,
): Block {
  const pair = lookAlikes.find((each) => each.includes(character)) ?? "";
  const text = {
    lookAlike: () => pair.replace(character, ""),
    random: () => otherThan(character, random),
    missing: () => "",
    doubled: () => character + character,
    latin: () => latinTypo(character, random),
    digit: () => String((Number(character) + 1 + random.below(9)) % 10),
  }[kind]();
  return replacedAt(block, at, text);
}

function otherThan(character: string, random: Random): string {
  const other = random.pick([...commonCharacters]);
  return other === character ? otherThan(character, random) : other;
}

function latinTypo(character: string, random: Random): string {
  const kind = random.below(3);
  if (kind === 0) return "";
  if (kind === 1) return character + character;
  const letters = /[a-z]/u.test(character) ? "aeghmnrtd" : "AEGHMNRTD";
  return random.pick([...letters].filter((each) => each !== character));
}

function swapScrolls(blocks: readonly Block[]): Planted | undefined {
  const [upper, lower] = (["upperScroll", "lowerScroll"] as const).map((role) =>
    blocks.find((block) => block.role === role),
  );
  if (!upper || !lower) return undefined;
  const swapped = blocks.map((block) => {
    if (block === upper) return { ...block, text: lower.text };
    return block === lower ? { ...block, text: upper.text } : block;
  });
  return { blocks: swapped, blockId: null };
}

function addLine(blocks: readonly Block[], random: Random): Planted | undefined {
  const [model] = blocks;
  if (!model) return undefined;
  const text = random.pick(["欢迎光临", "Limited", "仅此一天", "敬请期待"]);
  const line: Block = {
    ...model,
    id: "extra",
    role: "label",
    text,
    place: "bottom-left",
    direction: "horizontal",
    emphasis: "normal",
  };
  return { blocks: [...blocks, line], blockId: null };
}
