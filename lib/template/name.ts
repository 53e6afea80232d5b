import { isPlainName, withoutDirections } from "@/lib/plain-name";
import { countCharacters } from "@/lib/poster/characters";
import type { Poster } from "@/lib/poster/schema";
import { literalsOf } from "@/lib/poster/words";
import { maxNameCharacters } from "./limits";

export type NameProblem = "empty" | "tooLong" | "unprintable";

/** Why a name cannot be a template's; undefined when it can. Blanks around it do not count. */
export function nameProblem(name: string): NameProblem | undefined {
  const trimmed = name.trim();
  // Nothing but joiners and marks of direction would be a name nobody sees.
  if (!/[^\p{Cf}\p{Zs}]/u.test(trimmed)) return "empty";
  if (!isPlainName(trimmed)) return "unprintable";
  return countCharacters(trimmed) > maxNameCharacters ? "tooLong" : undefined;
}

const cut = (text: string, length: number) => [...text].slice(0, length).join("").trimEnd();

/** The name wanted, or the first of "name 2", "name 3" … that nobody has. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  const numbered = /^(.*\S) \d+$/u.exec(wanted)?.[1];
  // A copy of "Sale 2" is "Sale 3", but one of "Route 66" is "Route 66 2".
  const base = numbered !== undefined && taken.has(numbered) ? numbered : wanted;
  for (let number = 2; ; number += 1) {
    const name = `${cut(base, maxNameCharacters - `${number}`.length - 1)} ${number}`;
    if (!taken.has(name)) return name;
  }
}

/** What a poster would be called by its own words: its title, else its first words, else its scene. */
export function suggestedName(poster: Pick<Poster, "blocks" | "scene">): string {
  const titles = poster.blocks.filter(({ role }) => role === "title");
  const words = literalsOf({ blocks: titles })[0] ?? literalsOf(poster)[0] ?? poster.scene.subject;
  const name = cut(withoutDirections(words).replaceAll(/\s+/gu, " ").trim(), maxNameCharacters);
  return nameProblem(name) === undefined ? name : "";
}
