import fc from "fast-check";
import { expect, test } from "vitest";
import { blankPoster, newBlock } from "./blank";
import { maxBlockCharacters } from "./choices";
import { posterSchema } from "./schema";
import { printable, troubleOf } from "./text-trouble";

const taken = (text: string) =>
  posterSchema.safeParse({ ...blankPoster, blocks: [newBlock("a", "title", text)] }).success;

test("what is refused is said beforehand, and nothing else", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom("春", "a", "\u0007", "\ud800", "\t", "\u200b", "\n", " ") }),
    fc.nat({ max: 1300 }).map((length) => "云".repeat(length)),
  );
  fc.assert(
    fc.property(text, (written) => {
      const trouble = troubleOf(written);
      expect(trouble === undefined || trouble.is === "blank").toBe(taken(written));
      if (written.length <= maxBlockCharacters) expect(taken(printable(written))).toBe(true);
    }),
  );
});

test.each([
  ["x".repeat(10_000), { is: "tooLong", length: 10_000 }],
  ["a\u0000b\ud83d", { is: "unprintable", count: 2 }],
  [" \n\u3000", { is: "blank" }],
  ["", undefined],
  ["<script>alert(1)</script>", undefined],
  ["👩‍👩‍👧\nzero\u200bwidth", undefined],
])("%.20j", (text, trouble) => {
  expect(troubleOf(text)).toEqual(trouble);
});
