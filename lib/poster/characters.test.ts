import fc from "fast-check";
import { expect, test } from "vitest";
import { graphemesOf } from "./characters";

const segmenter = new Intl.Segmenter("zh", { granularity: "grapheme" });

test("the short way to graphemes finds the same as the long one", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: "grapheme" }),
    fc.string({
      unit: fc.constantFrom("春", "e", "\u0301", "👩", "\u200d", "🇨", "🏽", "ำ", "각", "\r", "\n"),
    }),
  );
  fc.assert(
    fc.property(text, (written) => {
      const segments = Array.from(segmenter.segment(written), ({ segment }) => segment);
      expect(graphemesOf(written)).toEqual(segments);
    }),
    { numRuns: 2000 },
  );
});
