/** The version posters are written in now. */
export const posterVersion = 3;

type Written = Record<string, unknown>;

const isObject = (value: unknown): value is Written =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** One step from a version to the next; a step once released is never edited. */
export interface Step {
  from: number;
  name: string;
  up: (poster: Written) => Written;
}

export const steps: readonly Step[] = [
  {
    from: 1,
    name: "add readings of characters",
    up: ({ blocks, ...poster }) => ({
      ...poster,
      blocks: Array.isArray(blocks)
        ? blocks.map((block) => (isObject(block) ? { ...block, readings: [] } : block))
        : blocks,
    }),
  },
  {
    from: 2,
    name: "add whether the words are left out of the painting",
    up: (poster) => ({ ...poster, bare: false }),
  },
];

/** A poster as it was written, brought up to today's version; what is no poster stays as it is. */
export function migratePoster(written: unknown): unknown {
  let poster = written;
  for (const step of steps) {
    if (isObject(poster) && poster.version === step.from) {
      poster = { ...step.up(poster), version: step.from + 1 };
    }
  }
  return poster;
}
