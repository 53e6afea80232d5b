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

/** What stands between a well-formed poster and its being made. */
export function obstaclesOf(poster: Poster): Found[] {
  const found: Found[] = [];
  const empty =
    poster.handPrompt === null
      ? wordedBlocks(poster).length === 0 && poster.scene.subject.trim() === ""
      : poster.handPrompt.trim() === "";
  if (empty) found.push({ obstacle: "empty", path: ["blocks"] });
  if (literalsOf(poster).some((literal) => quotesFor(literal) === undefined)) {
    found.push({ obstacle: "noQuotes", path: ["blocks"] });
  }
  const excess = promptExcess(poster);
  if (excess > 0) {
    const byHand = poster.handPrompt !== null;
    found.push(
      byHand
        ? { obstacle: "promptTooLong", path: ["handPrompt"], excess }
        : { obstacle: "wordsTooLong", path: ["blocks"], excess },
    );
  }
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
