import { compilePrompt } from "../prompt/prompt";
import type { Poster } from "../schema";
import { type CharacterTables, lintCharacters } from "./characters";
import type { Finding, Rule } from "./finding";
import type { Records } from "./records";
import { lintSettings } from "./settings";
import { lintWords } from "./words";

/** What only matters to words the model paints. */
const ofPaintedWords: ReadonlySet<Rule> = new Set([
  "bansWords",
  "bansLogo",
  "noQuotes",
  "manyCharacters",
  "samePlace",
  "crowded",
  "rareCharacters",
  "unlistedCharacters",
]);

/**
 * Everything worth knowing about a poster before paying, what may be wrong before what to check. Without the
 * character tables nothing is said of single characters; the records are this studio's own. Pure.
 */
export function lint(poster: Poster, tables?: CharacterTables, records?: Records): Finding[] {
  const [ratio] = poster.ratios;
  const prompt = ratio ? compilePrompt(poster, ratio).prompt : "";
  const all = [
    ...lintWords(poster),
    ...(tables ? lintCharacters(poster, tables, records) : []),
    ...lintSettings(poster, prompt),
  ];
  const findings = poster.bare ? all.filter(({ rule }) => !ofPaintedWords.has(rule)) : all;
  const isCheck = ({ level }: Finding) => Number(level === "check");
  return findings.sort((one, other) => isCheck(one) - isCheck(other));
}
