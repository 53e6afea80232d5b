import fc from "fast-check";
import { expect, test } from "vitest";
import { posters } from "../testing/posters";
import { newBlock } from "./blank";
import { posterSchema } from "./schema";
import { plantTypo, withSlip } from "./typo";

test.each([
  ["日照神州百业兴", "日照神洲百业兴"],
  ["Summer Sale", "Summerr Sale"],
  ["春", "春春"],
  [" ", " "],
])("%s becomes %s", (text, slip) => {
  expect(withSlip(text)).toBe(slip);
});

test("one block only, the first that can have a look-alike", () => {
  const blocks = [
    newBlock("a", "title", "Sale"),
    newBlock("b", "slogan", "大吉"),
    newBlock("c", "body", "大"),
  ];
  expect(plantTypo(blocks).map(({ text }) => text)).toEqual(["Sale", "太吉", "大"]);
});

test("any poster stays one that can be made, and differs in one block at most", () => {
  fc.assert(
    fc.property(posters, (poster) => {
      const blocks = plantTypo(poster.blocks);
      const changed = blocks.filter(({ text }, index) => text !== poster.blocks[index]?.text);
      expect(changed.length).toBeLessThanOrEqual(1);
      const tooLong = blocks.some(({ text }) => text.length > 600);
      expect(tooLong || posterSchema.safeParse({ ...poster, blocks }).success).toBe(true);
    }),
  );
});
