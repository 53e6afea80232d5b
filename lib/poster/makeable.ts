import { defaultCapability } from "./capability";
import { countCharacters } from "./characters";
import { maxImages } from "./choices";
import { compileNegative } from "./keep-out";
import { imagesOf, type Obstacle } from "./obstacles";
import { compilePrompt } from "./prompt/prompt";
import { quotesFor } from "./quotes";
import { type Poster, posterSchema } from "./schema";
import { literalsOf, wordedBlocks } from "./words";

/** Characters by which the longest prompt of a poster passes the model's limit, scene left out. */
function promptExcess(poster: Poster): number {
  return Math.max(0, ...poster.ratios.map((ratio) => compilePrompt(poster, ratio).excess));
}

interface Found {
  obstacle: Obstacle;
  /** The field it concerns. */
  path: (string | number)[];
  /** Characters to take away, where the prompt is too long. */
  excess?: number;
}

/** A poster that asks for nothing: neither words nor a scene, or no scene where the words are left out. */
function nothingAsked({ handPrompt, bare, blocks, scene }: Poster): Found[] {
  if (handPrompt !== null) {
    return handPrompt.trim() === "" ? [{ obstacle: "empty", path: ["blocks"] }] : [];
  }
  if (scene.subject.trim() !== "") return [];
  if (bare) return [{ obstacle: "noScene", path: ["scene", "subject"] }];
  return wordedBlocks({ blocks }).length === 0 ? [{ obstacle: "empty", path: ["blocks"] }] : [];
}

function tooLong(poster: Poster): Found[] {
  const excess = promptExcess(poster);
  if (excess === 0) return [];
  if (poster.handPrompt !== null) {
    return [{ obstacle: "promptTooLong", path: ["handPrompt"], excess }];
  }
  return poster.bare
    ? [{ obstacle: "promptTooLong", path: ["scene", "subject"], excess }]
    : [{ obstacle: "wordsTooLong", path: ["blocks"], excess }];
}

/** What stands between a well-formed poster and its being made. */
export function obstaclesOf(poster: Poster): Found[] {
  const found = nothingAsked(poster);
  const quoted = poster.bare ? [] : literalsOf(poster);
  if (quoted.some((literal) => quotesFor(literal) === undefined)) {
    found.push({ obstacle: "noQuotes", path: ["blocks"] });
  }
  found.push(...tooLong(poster));
  if (countCharacters(compileNegative(poster)) > defaultCapability.negativeLimit) {
    found.push({ obstacle: "negativeTooLong", path: ["keepOut", "own"] });
  }
  if (imagesOf(poster) > maxImages) found.push({ obstacle: "tooManyImages", path: ["count"] });
  return found;
}

/**
 * A poster that may be ordered: well formed, and nothing stands in its way. A message is a code, and
 * after it the excess where there is one: so a page tells of a long prompt without the compiler.
 */
export const makeablePosterSchema = posterSchema.check((context) => {
  for (const { obstacle, path, excess } of obstaclesOf(context.value)) {
    const message = excess === undefined ? obstacle : `${obstacle} ${excess}`;
    context.issues.push({ code: "custom", message, path, input: context.value });
  }
});
