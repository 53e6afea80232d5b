import { defaultCapability } from "../capability";
import { countCharacters, languageOf } from "../characters";
import { placeIds } from "../choices";
import type { Block, Poster, Ratio } from "../schema";
import { literalsOf, wordedBlocks } from "../words";
import { type Span, sayingOf } from "./saying";
import { type Phrase, phrasesOf } from "./scene";
import { chineseTerms, englishTerms, type Terms } from "./terms";

export interface CompiledPrompt {
  prompt: string;
  spans: Span[];
  language: "zh" | "en";
  /** What was left out to keep the limit, in the order it went: scene first, then looks. */
  dropped: string[];
  /** Blocks left out because a line of theirs holds a mark of every pair of quotes. */
  refused: string[];
  /** Characters above the limit with all but the words left out; 0 when the prompt fits. */
  excess: number;
}

/** The language a poster's prompt is written in: chosen, or that of its words and scene. */
function promptLanguage(poster: Poster): "zh" | "en" {
  if (poster.promptLanguage !== "auto") return poster.promptLanguage;
  return languageOf([...literalsOf(poster), poster.scene.subject].join(""));
}

/** Leaves out phrases, those of the highest `goes` first, until the prompt is short enough. */
function shorten(
  phrases: readonly Phrase[],
  write: (kept: readonly Phrase[]) => string,
): { prompt: string; dropped: string[]; excess: number } {
  const { promptLimit } = defaultCapability;
  const going = [...phrases].sort((one, other) => other.goes - one.goes);
  const gone = new Set<Phrase>();
  let prompt = write(phrases);
  while (countCharacters(prompt) > promptLimit && gone.size < going.length) {
    const next = going[gone.size];
    if (!next || next.goes === 0) break;
    gone.add(next);
    prompt = write(phrases.filter((phrase) => !gone.has(phrase)));
  }
  return {
    prompt,
    dropped: [...gone].map(({ text }) => text),
    excess: Math.max(0, countCharacters(prompt) - promptLimit),
  };
}

/** Says less of each block, once the whole scene is gone: first no lettering, then no places. */
function shortenWords(blocks: readonly Block[], terms: Terms, gone: readonly string[]) {
  const say = (detail: "placed" | "bare") => {
    const { text, spans, untold } = sayingOf(blocks, terms, detail);
    const prompt = text + terms.nothingElse;
    const excess = Math.max(0, countCharacters(prompt) - defaultCapability.promptLimit);
    return { prompt, spans, dropped: [...gone, ...untold], excess };
  };
  const placed = say("placed");
  return placed.excess === 0 ? placed : say("bare");
}

/** Phrases one after the other, each with its joint. */
const joined = (phrases: readonly Phrase[]): string =>
  phrases.reduce((said, { joint, text }) => said + (said === "" ? "" : joint) + text, "");

/** The scene alone, with quiet room where the words will be set; not one of the words themselves. */
function compileBare(poster: Poster, ratio: Ratio, terms: Terms) {
  const taken = new Set(wordedBlocks(poster).map(({ place }) => place));
  const places = placeIds.filter((id) => taken.has(id)).map((id) => terms.places[id]);
  const phrases = phrasesOf(poster.scene, ratio, terms, { hasWords: false, shared: undefined });
  if (places.length > 0) {
    phrases.push({ text: terms.room(places), joint: terms.comma, goes: 0 });
  }
  const write = (kept: readonly Phrase[]) =>
    [terms.bare, joined(kept)].filter(Boolean).join(terms.comma) + terms.noText;
  return { spans: [], refused: [], ...shorten(phrases, write) };
}

/**
 * The prompt of a poster for one ratio: every literal once, verbatim, in quotes that do not occur
 * in it, then background, lettering, style, light, quality and composition. What does not fit in
 * the model's limit is left out of the scene from the end of that list, then from the background,
 * then from what is said of lettering and places, never from the words. A bare poster asks for its
 * scene without any. Pure and stable.
 */
export function compilePrompt(poster: Poster, ratio: Ratio): CompiledPrompt {
  const language = promptLanguage(poster);
  if (poster.handPrompt !== null) {
    const prompt = poster.handPrompt.trim();
    const excess = Math.max(0, countCharacters(prompt) - defaultCapability.promptLimit);
    return { prompt, spans: [], language, dropped: [], refused: [], excess };
  }
  const terms = language === "zh" ? chineseTerms : englishTerms;
  if (poster.bare) return { language, ...compileBare(poster, ratio, terms) };
  const blocks = wordedBlocks(poster);
  const { text, spans, shared, refused } = sayingOf(blocks, terms, "full");
  const hasWords = spans.length > 0;
  const phrases = phrasesOf(poster.scene, ratio, terms, { hasWords, shared });
  const write = (kept: readonly Phrase[]) =>
    [text, joined(kept)].filter(Boolean).join(terms.comma) + (hasWords ? terms.nothingElse : "");
  const full = shorten(phrases, write);
  if (full.excess === 0 || !hasWords) return { spans, language, refused, ...full };
  return { language, refused, ...shortenWords(blocks, terms, full.dropped) };
}
