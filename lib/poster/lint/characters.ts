import type { Block, Poster } from "../schema";
import { wordedBlocks } from "../words";
import type { Finding } from "./finding";
import { isPaintedBadly, isPaintedWell, type PaintedRecord, type Records } from "./records";

/** What is known of single characters; loaded when first needed, since it weighs more than the rest. */
export interface CharacterTables {
  /** Level in the 《通用规范汉字表》: 1 common (3500), 2 (3000), 3 (1605). */
  levels: ReadonlyMap<string, 1 | 2 | 3>;
  /** Traditional forms with their simplified one, where the two differ. */
  simplified: ReadonlyMap<string, string>;
  /** Simplified forms whose traditional one differs. */
  isSimplifiedOnly: (character: string) => boolean;
}

const han = /\p{Script=Han}/u;

/** The distinct Han characters of a text. */
const hanOf = (text: string) => [...new Set(text)].filter((character) => han.test(character));

type Level = 1 | 2 | 3 | undefined;

/**
 * Traditional forms that the table has too, for names and a word or two: wherever traditional text
 * stands, they are ordinary.
 */
const namesakes = new Set("於徵夥祕蒐谿剋扞氾麽");
/** Simplified words that are written with one of them. */
const ownWords = /宫商角徵羽|变徵|角徵|徵羽|樊於期|於菟|商於/gu;

/** The level of a character, or of its simplified form where that is commoner; undefined in none. */
function levelOf(character: string, { levels, simplified }: CharacterTables): Level {
  const own = levels.get(character);
  const simple = levels.get(simplified.get(character) ?? "");
  return own === undefined || (simple !== undefined && simple < own) ? simple : own;
}

const isTraditional = (character: string, { levels, simplified }: CharacterTables) =>
  simplified.has(character) && (!levels.has(character) || namesakes.has(character));

/** The records that change what is said of a character: good ones of rare ones, and all bad ones. */
export function tellingRecords(records: Records, tables: CharacterTables): Records {
  return new Map(
    [...records].filter(([character, record]) => {
      const isRare = levelOf(character, tables) !== 1;
      return isPaintedBadly(record) || (isRare && isPaintedWell(record));
    }),
  );
}

const shareOf = (record: PaintedRecord | undefined) => (record ? record.right / record.painted : 1);

/** The character this studio has most often painted wrong, with its figure, and the others by name. */
function badFindings(at: Finding["at"], bad: readonly string[], records: Records): Finding[] {
  const [worst, ...others] = bad.toSorted(
    (one, other) => shareOf(records.get(one)) - shareOf(records.get(other)),
  );
  const record = records.get(worst ?? "");
  if (worst === undefined || !record) return [];
  const says = {
    character: worst,
    right: `${record.right}`,
    painted: `${record.painted}`,
    others: others.join("") || "none",
  };
  return [{ rule: "oftenWrong", at, level: "warn", says }];
}

/** What is to be expected of a text's characters: by this studio's records, and else by the table. */
function rareFindings(block: Block, tables: CharacterTables, records: Records): Finding[] {
  const at = { block: block.id };
  const characters = hanOf(block.text);
  const isOf = (is: (record: PaintedRecord) => boolean) => (character: string) => {
    const record = records.get(character);
    return record !== undefined && is(record);
  };
  const bad = characters.filter(isOf(isPaintedBadly));
  const known = new Set([...bad, ...characters.filter(isOf(isPaintedWell))]);
  const finding = (rule: Finding["rule"], level: Level): Finding[] => {
    const found = characters.filter(
      (character) => !known.has(character) && levelOf(character, tables) === level,
    );
    const says = { level: `${level ?? ""}`, characters: found.join("") };
    return found.length === 0 ? [] : [{ rule, at, level: "warn", says }];
  };
  return [
    ...badFindings(at, bad, records),
    ...finding("rareCharacters", 2),
    ...finding("rareCharacters", 3),
    ...finding("unlistedCharacters", undefined),
  ];
}

/** Simplified and traditional forms of a text where it has both. */
function mixedFindings(block: Block, tables: CharacterTables): Finding[] {
  const characters = hanOf(block.text.replaceAll(ownWords, ""));
  const traditional = characters.filter((character) => isTraditional(character, tables));
  const simplified = hanOf(block.text).filter(
    (character) => !isTraditional(character, tables) && tables.isSimplifiedOnly(character),
  );
  if (traditional.length === 0 || simplified.length === 0) return [];
  const says = { traditional: traditional.join(""), simplified: simplified.join("") };
  const mend = { kind: "simplify", blockId: block.id } as const;
  return [{ rule: "mixedScripts", at: { block: block.id }, level: "warn", says, mend }];
}

/**
 * Rare characters by block, as the table has them unless this studio's own records know better, and
 * blocks in which simplified and traditional forms are mixed.
 */
export function lintCharacters(
  poster: Poster,
  tables: CharacterTables,
  records: Records = new Map(),
): Finding[] {
  return wordedBlocks(poster).flatMap((block) => [
    ...rareFindings(block, tables, records),
    ...mixedFindings(block, tables),
  ]);
}

/** A text with every traditional form written in its simplified one. */
export function simplify(text: string, tables: CharacterTables): string {
  const simple = (part: string) =>
    Array.from(part, (character) =>
      isTraditional(character, tables)
        ? (tables.simplified.get(character) ?? character)
        : character,
    ).join("");
  const kept = [...text.matchAll(ownWords), undefined];
  let done = 0;
  return kept
    .map((word) => {
      const part = simple(text.slice(done, word?.index));
      done = (word?.index ?? 0) + (word?.[0].length ?? 0);
      return part + (word?.[0] ?? "");
    })
    .join("");
}
