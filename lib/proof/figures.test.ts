import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bagFiguresOf, cerOf, editDistance, nedOf } from "./figures";

/** The vectors of the market study: intended, read, distance, NED, recall (WAC). */
const vectors = [
  ["新年快乐", "新年快乐", 0, 1, 1],
  ["新年快乐", "新年决乐", 1, 0.75, 0.75],
  ["新年快乐", "快乐新年", 4, 0, 1],
  ["限时9.9元", "限时99元", 1, 0.833, 5 / 6],
  ["新年快乐", "新年快乐2026", 4, 0.5, 1],
  ["GRAND OPENING SALE", "GRAND OPENNING SALE", 1, 0.941, 1],
  ["GRAND OPENING SALE", "Grand Opening Sale", 13, 0.188, 0.188],
] as const;

describe("the field's figures, strict on punctuation and case", () => {
  test.each(vectors)("%s read as %s", (wanted, read, distance, ned, recall) => {
    expect(editDistance(wanted, read)).toBe(distance);
    expect(nedOf(wanted, read)).toBeCloseTo(ned, 2);
    expect(bagFiguresOf(wanted, read).characterRecall).toBeCloseTo(recall, 2);
  });

  test("punctuation is a character: the lost point of a price costs a sixth of recall", () => {
    const { characterPrecision, characterRecall } = bagFiguresOf("限时9.9元", "限时99元");
    expect(characterPrecision).toBe(1);
    expect(characterRecall).toBeCloseTo(5 / 6);
  });

  test("what nobody asked for costs precision", () => {
    const { characterPrecision, characterRecall, characterF1 } = bagFiguresOf(
      "新年快乐",
      "新年快乐2026",
    );
    expect({ characterPrecision, characterRecall }).toEqual({
      characterPrecision: 0.5,
      characterRecall: 1,
    });
    expect(characterF1).toBeCloseTo(0.667, 3);
  });

  test("CER is over all texts together and may pass 1", () => {
    expect(cerOf([{ wanted: "新年快乐", read: "新年决乐" }])).toBe(0.25);
    expect(cerOf([{ wanted: "福", read: "三个字" }])).toBe(3);
    expect(
      cerOf([
        { wanted: "新年快乐", read: "" },
        { wanted: "福如东海", read: "福如东海" },
      ]),
    ).toBe(0.5);
    expect(cerOf([])).toBe(0);
  });

  test("two empty texts are alike", () => {
    expect(nedOf("", " ")).toBe(1);
    expect(bagFiguresOf("", "")).toEqual({
      characterPrecision: 1,
      characterRecall: 1,
      characterF1: 1,
    });
  });
});

const text = fc.string({ unit: "grapheme", maxLength: 12 });

test("the distance is a metric: nothing to itself, the same both ways, no shorter by a detour", () => {
  fc.assert(
    fc.property(text, text, text, (a, b, c) => {
      expect(editDistance(a, a)).toBe(0);
      expect(editDistance(a, b)).toBe(editDistance(b, a));
      expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
    }),
  );
});
