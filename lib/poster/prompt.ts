import { defaultCapability } from "./capability";
import { countCharacters, languageOf } from "./characters";
import { type Span, sayingOf } from "./saying";
import { type Phrase, phrasesOf } from "./scene";
import type { Poster, Ratio } from "./schema";
import { chineseTerms, englishTerms } from "./terms";
import { literalsOf, wordedBlocks } from "./words";

export interface CompiledPrompt {
  prompt: string;
  spans: Span[];
  language: "zh" | "en";
  /** Words of the scene that were left out to keep the limit, in the order they went. */
  dropped: string[];
  /** Blocks left out because a line of theirs holds a mark of every pair of quotes. */
  refused: string[];
  /** Characters above the limit with every word of the scene left out; 0 when the prompt fits. */
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

/**
 * The prompt of a poster for one ratio: every literal once, verbatim, in quotes that do not occur
 * in it, then background, lettering, style, light, quality and composition. What does not fit in
 * the model's limit is left out of the scene from the end of that list, then from the background,
 * never from the words. Pure and stable: same poster, same prompt.
 */
export function compilePrompt(poster: Poster, ratio: Ratio): CompiledPrompt {
  const language = promptLanguage(poster);
  if (poster.handPrompt !== null) {
    const prompt = poster.handPrompt.trim();
    const excess = Math.max(0, countCharacters(prompt) - defaultCapability.promptLimit);
    return { prompt, spans: [], language, dropped: [], refused: [], excess };
  }
  const terms = language === "zh" ? chineseTerms : englishTerms;
  const { text, spans, shared, refused } = sayingOf(wordedBlocks(poster), terms);
  const hasWords = spans.length > 0;
  const phrases = phrasesOf(poster.scene, ratio, terms, { hasWords, shared });
  const write = (kept: readonly Phrase[]) => {
    const rest = kept.reduce(
      (said, phrase) => said + (said === "" ? "" : phrase.joint) + phrase.text,
      "",
    );
    return [text, rest].filter(Boolean).join(terms.comma) + (hasWords ? terms.nothingElse : "");
  };
  return { spans, language, refused, ...shorten(phrases, write) };
}
