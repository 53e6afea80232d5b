import { defaultCapability } from "./capability";
import { countCharacters } from "./characters";
import { maxImages } from "./choices";
import { compileNegative } from "./keep-out";
import { compilePrompt, literalsOf, quotesFor, wordedBlocks } from "./prompt";
import type { Poster } from "./schema";

/** Why a poster cannot be made yet; each is a message of its own, shown at `path`. */
export type Obstacle = "empty" | "promptTooLong" | "negativeTooLong" | "tooManyImages" | "noQuotes";

/** Images an order of this poster makes: `count` for each ratio. */
export function imagesOf(poster: Pick<Poster, "ratios" | "count">): number {
  return poster.ratios.length * poster.count;
}

/** What stands between a well-formed poster and its being made, with the field each concerns. */
export function obstaclesOf(poster: Poster): { obstacle: Obstacle; path: (string | number)[] }[] {
  const found: { obstacle: Obstacle; path: (string | number)[] }[] = [];
  const prompts = poster.ratios.map((ratio) => compilePrompt(poster, ratio).prompt);
  const empty =
    poster.handPrompt === null
      ? wordedBlocks(poster).length === 0 && poster.scene.subject.trim() === ""
      : poster.handPrompt.trim() === "";
  if (empty) found.push({ obstacle: "empty", path: ["blocks"] });
  if (literalsOf(poster).some((literal) => quotesFor(literal) === undefined)) {
    found.push({ obstacle: "noQuotes", path: ["blocks"] });
  }
  if (prompts.some((prompt) => countCharacters(prompt) > defaultCapability.promptLimit)) {
    found.push({ obstacle: "promptTooLong", path: ["handPrompt"] });
  }
  if (countCharacters(compileNegative(poster)) > defaultCapability.negativeLimit) {
    found.push({ obstacle: "negativeTooLong", path: ["keepOut", "own"] });
  }
  if (imagesOf(poster) > maxImages) found.push({ obstacle: "tooManyImages", path: ["count"] });
  return found;
}
