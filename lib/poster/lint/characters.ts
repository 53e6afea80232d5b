import type { Block, Poster } from "../schema";
import { wordedBlocks } from "../words";
import type { Finding } from "./finding";

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

interface Sorted {
  /** Characters of level 2, of level 3, and in no level. */
  second: string[];
  third: string[];
  unlisted: string[];
  traditional: string[];
  simplified: string[];
}

/** Sorts the distinct Han characters of a text by how well the model can be expected to write them. */
function sortCharacters(text: string, tables: CharacterTables): Sorted {
  const sorted: Sorted = { second: [], third: [], unlisted: [], traditional: [], simplified: [] };
  for (const character of new Set(text)) {
    if (!han.test(character)) continue;
    const plain = tables.simplified.get(character);
    const level = tables.levels.get(character) ?? (plain && tables.levels.get(plain));
    if (level === 2) sorted.second.push(character);
    else if (level === 3) sorted.third.push(character);
    else if (level === undefined) sorted.unlisted.push(character);
    if (plain !== undefined && !tables.levels.has(character)) sorted.traditional.push(character);
    else if (tables.isSimplifiedOnly(character)) sorted.simplified.push(character);
  }
  return sorted;
}

function rareFindings(block: Block, { second, third, unlisted }: Sorted): Finding[] {
  const finding = (rule: Finding["rule"], level: string, found: readonly string[]): Finding[] =>
    found.length === 0
      ? []
      : [
          {
            rule,
            at: { block: block.id },
            level: "warn",
            says: { level, characters: found.join("") },
          },
        ];
  return [
    ...finding("rareCharacters", "2", second),
    ...finding("rareCharacters", "3", third),
    ...finding("unlistedCharacters", "", unlisted),
  ];
}

/** Rare characters by block, and blocks in which simplified and traditional forms are mixed. */
export function lintCharacters(poster: Poster, tables: CharacterTables): Finding[] {
  return wordedBlocks(poster).flatMap((block) => {
    const sorted = sortCharacters(block.text, tables);
    const findings = rareFindings(block, sorted);
    if (sorted.traditional.length > 0 && sorted.simplified.length > 0) {
      findings.push({
        rule: "mixedScripts",
        at: { block: block.id },
        level: "warn",
        says: {
          traditional: sorted.traditional.join(""),
          simplified: sorted.simplified.join(""),
        },
        mend: { kind: "simplify", blockId: block.id },
      });
    }
    return findings;
  });
}

/** A text with every traditional form written in its simplified one. */
export function simplify(text: string, tables: CharacterTables): string {
  return Array.from(text, (character) =>
    tables.levels.has(character) ? character : (tables.simplified.get(character) ?? character),
  ).join("");
}
