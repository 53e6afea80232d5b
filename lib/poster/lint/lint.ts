import { compilePrompt } from "../prompt/prompt";
import type { Poster } from "../schema";
import { type CharacterTables, lintCharacters } from "./characters";
import type { Finding } from "./finding";
import type { Records } from "./records";
import { lintSettings } from "./settings";
import { lintWords } from "./words";

/**
 * Everything worth knowing about a poster before paying, what may be wrong before what to check. Without the
 * character tables nothing is said of single characters; the records are this studio's own. Pure.
 */
export function lint(poster: Poster, tables?: CharacterTables, records?: Records): Finding[] {
  const [ratio] = poster.ratios;
  const prompt = ratio ? compilePrompt(poster, ratio).prompt : "";
  const findings = [
    ...lintWords(poster),
    ...(tables ? lintCharacters(poster, tables, records) : []),
    ...lintSettings(poster, prompt),
  ];
  const isCheck = ({ level }: Finding) => Number(level === "check");
  return findings.sort((one, other) => isCheck(one) - isCheck(other));
}
