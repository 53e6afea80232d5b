import { unquoted } from "../quotes";
import type { Poster, Ratio } from "../schema";
import type { Terms } from "./terms";

/** A piece of what the prompt says besides the words. */
export interface Phrase {
  text: string;
  /** What stands between it and the phrase before. */
  joint: string;
  /** Phrases go in falling order when the prompt is too long; 0 never goes. */
  goes: number;
}

/** A text of the user's on one line, without quotes and the stop at its end. */
const said = (text: string) =>
  unquoted(text)
    .replaceAll(/\s+/gu, " ")
    .trim()
    .replace(/[,，.。;；、\s]+$/u, "");

/** A subject as phrases, each with the mark that joins it to the one before. */
function subjectPhrases(
  subject: string,
  lead: Terms["background"],
  comma: string,
): Omit<Phrase, "goes">[] {
  const pieces = said(subject).split(/((?:[,;.]\s+)|[，。；、]\s*)/u);
  const phrases: Omit<Phrase, "goes">[] = [];
  for (let index = 0; index < pieces.length; index += 2) {
    const text = pieces[index] ?? "";
    if (text === "") continue;
    const isFirst = phrases.length === 0;
    phrases.push({
      text: isFirst ? lead(text) : text,
      joint: isFirst ? comma : (pieces[index - 1] ?? comma),
    });
  }
  return phrases;
}

/** The order phrases go in, last to stay first: `place` is where in its group one stands. */
const rank = { subject: 1, composition: 2000, styles: 3000, style: 4000, lights: 5000 } as const;
const lateRank = { light: 6000, qualities: 7000 } as const;

interface Beside {
  hasWords: boolean;
  /** The lettering all blocks share; said here because the words come first. */
  shared: string | undefined;
}

/** Everything the prompt says besides the words, in the order it is said. */
export function phrasesOf(
  scene: Poster["scene"],
  ratio: Ratio,
  terms: Terms,
  { hasWords, shared }: Beside,
): Phrase[] {
  const one = (text: string, goes: number): Phrase[] =>
    text === "" ? [] : [{ text, joint: terms.comma, goes }];
  const each = <Id extends string>(ids: readonly Id[], table: Record<Id, string>, goes: number) =>
    ids.flatMap((id, place) => one(table[id], goes + place));
  const subject = subjectPhrases(scene.subject, hasWords ? terms.background : String, terms.comma);
  const phrases = [
    // A picture without words is nothing without its subject: its first phrase never goes.
    ...subject.map((phrase, place) => ({
      ...phrase,
      goes: place === 0 && !hasWords ? 0 : rank.subject + place,
    })),
    ...one(shared === undefined ? "" : terms.font(shared), 0),
    ...each(scene.styles, terms.styles, rank.styles),
    ...one(said(scene.style), rank.style),
    ...each(scene.lights, terms.lights, rank.lights),
    ...one(said(scene.light), lateRank.light),
    ...each(scene.qualities, terms.qualities, lateRank.qualities),
  ];
  if (!hasWords && phrases.length === 0) return [];
  return [...phrases, ...one(terms.compositions[ratio], rank.composition)];
}
