import type { Poster } from "./schema";

const isTree = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * A poster as the text that is kept of it in a browser. Equal posters give equal texts, whatever
 * order their fields came in, so that two tabs can compare what they have by the text alone.
 */
export const writeKept = (poster: Poster): string =>
  JSON.stringify(poster, (_key, value: unknown) =>
    isTree(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
