import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blankPoster, newBlock } from "./blank";
import { maxBlockCharacters } from "./choices";
import { readKept } from "./read-kept";
import type { Poster } from "./schema";
import { writeKept } from "./write-kept";

const saying = (text: string): Poster => ({
  ...blankPoster,
  blocks: [newBlock("a", "title", text), newBlock("b", "body", "第二段")],
});

/** The same data with the fields of every object in another order. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, part]) => [key, turned(part)]),
  );
};

describe("a kept poster", () => {
  test("comes back as it was, whatever was typed", () => {
    const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.string({ minLength: 400 }));
    fc.assert(
      fc.property(anyText, (text) => {
        expect(readKept(writeKept(saying(text)))).toEqual(saying(text));
      }),
    );
  });

  test("is the same text for the same poster, in whatever order its fields come", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const poster = saying(text);
        expect(writeKept(turned(poster) as Poster)).toBe(writeKept(poster));
      }),
    );
  });

  test("is not lost for what still has to be mended", () => {
    const long = saying("字".repeat(maxBlockCharacters + 1));
    expect(readKept(writeKept(long))).toEqual(long);
    expect(readKept(writeKept({ ...blankPoster, ratios: [] }))).toMatchObject({ ratios: [] });
    expect(readKept(writeKept({ ...blankPoster, count: Number.NaN }))).toMatchObject({ count: 1 });
  });

  test.each([null, "", "{", "null", "[]", '{"version":3}', '{"version":99,"blocks":[]}'])(
    "%j is none",
    (text) => expect(readKept(text)).toBeNull(),
  );
});
