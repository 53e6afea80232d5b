import { expect, test } from "vitest";
import { blankPoster, newBlock } from "./blank";
import { migratePoster, posterVersion, steps } from "./migrate";
import { readPoster } from "./schema";

const today = { ...blankPoster, blocks: [newBlock("b1", "title", "春"), newBlock("b2", "body")] };

test("a poster of version 1 opens with no readings chosen", () => {
  const { bare: _bare, ...poster } = today;
  const blocks = poster.blocks.map(({ readings: _, ...block }) => block);
  expect(readPoster({ ...poster, version: 1, blocks })).toEqual(today);
});

test("a poster of version 2 opens with its words painted", () => {
  const { bare: _, ...poster } = today;
  expect(readPoster({ ...poster, version: 2 })).toEqual(today);
});

test("a poster of today stays as it is", () => {
  expect(readPoster(today)).toEqual(today);
});

test("what is no poster is refused, not repaired", () => {
  for (const written of [null, 7, "春", [], { version: 1 }, { ...today, version: 99 }]) {
    expect(() => readPoster(written)).toThrow();
  }
  expect(migratePoster("春")).toBe("春");
});

test("every version has one step to the next", () => {
  expect(steps.map(({ from }) => from + 1)).toEqual(
    Array.from({ length: posterVersion - 1 }, (_, index) => index + 2),
  );
});
