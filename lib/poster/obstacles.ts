import { defaultCapability } from "./capability";
import { countCharacters } from "./characters";
import { maxImages } from "./choices";
import { compileNegative } from "./keep-out";
import { compilePrompt } from "./prompt/prompt";
import type { Poster } from "./schema";
import { literalsOf, quotesFor, wordedBlocks } from "./words";

/** Why a poster cannot be made yet; each is a message of its own, shown at `path`. */
export type Obstacle =
  | "empty"
  | "promptTooLong"
  | "wordsTooLong"
  | "negativeTooLong"
  | "tooManyImages"
  | "noQuotes";

/** Images an order of this poster makes: `count` for each ratio. */
export function imagesOf(poster: Pick<Poster, "ratios" | "count">): number {
  return poster.ratios.length * poster.count;
}

/** Characters by which the longest prompt of a poster passes the model's limit, scene left out. */
export function promptExcess(poster: Poster): number {
  return Math.max(0, ...poster.ratios.map((ratio) => compilePrompt(poster, ratio).excess));
}

/** What stands between a well-formed poster and its being made, with the field each concerns. */
export function obstaclesOf(poster: Poster): { obstacle: Obstacle; path: (string | number)[] }[] {
  const found: { obstacle: Obstacle; path: (string | number)[] }[] = [];
  const empty =
    poster.handPrompt === null
      ? wordedBlocks(poster).length === 0 && poster.scene.subject.trim() === ""
      : poster.handPrompt.trim() === "";
  if (empty) found.push({ obstacle: "empty", path: ["blocks"] });
  if (literalsOf(poster).some((literal) => quotesFor(literal) === undefined)) {
    found.push({ obstacle: "noQuotes", path: ["blocks"] });
  }
  if (promptExcess(poster) > 0) {
    const byHand = poster.handPrompt !== null;
    found.push(
      byHand
        ? { obstacle: "promptTooLong", path: ["handPrompt"] }
        : { obstacle: "wordsTooLong", path: ["blocks"] },
    );
  }
  if (countCharacters(compileNegative(poster)) > defaultCapability.negativeLimit) {
    found.push({ obstacle: "negativeTooLong", path: ["keepOut", "own"] });
  }
  if (imagesOf(poster) > maxImages) found.push({ obstacle: "tooManyImages", path: ["count"] });
  return found;
}
