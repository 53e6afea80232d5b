import { migratePoster } from "./migrate";
import { type Poster, posterSchema } from "./schema";

/** What a person may have typed and still has to mend; the form takes it, an order does not. */
const unfinished: ReadonlySet<string> = new Set(["tooLong", "unprintable", "noRatio", "count"]);

const isTree = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** An emptied field of numbers is kept as null, which is no number to open with. */
const withCount = (poster: unknown): unknown =>
  isTree(poster) && poster.count === null ? { ...poster, count: 1 } : poster;

/**
 * The poster of a kept text, brought up to date; null when it cannot be read. What is too long, or
 * not chosen yet, is work in progress and comes back as it was left.
 */
export function readKept(text: string | null): Poster | null {
  if (text === null) return null;
  try {
    const poster = withCount(migratePoster(JSON.parse(text)));
    const read = posterSchema.safeParse(poster);
    if (read.success) return read.data;
    const isUnfinished = read.error.issues.every(({ message }) => unfinished.has(message));
    // Its fields are all there and of their kinds: those messages speak of how long and how many.
    return isUnfinished ? (poster as Poster) : null;
  } catch {
    return null;
  }
}
