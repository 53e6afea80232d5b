import type { Poster } from "./schema";

/** Why a poster cannot be made yet; each is a message of its own, shown at `path`. */
export type Obstacle =
  | "empty"
  | "noScene"
  | "promptTooLong"
  | "wordsTooLong"
  | "negativeTooLong"
  | "tooManyImages"
  | "noQuotes";

/** Images an order of this poster makes: `count` for each ratio. */
export function imagesOf(poster: Pick<Poster, "ratios" | "count">): number {
  return poster.ratios.length * poster.count;
}
