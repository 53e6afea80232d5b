import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellOf, duplicated, emphasisBeside, freeId, placeAt, placeBeside } from "./arrange";
import { newBlock } from "./blank";
import { emphasisIds, maxBlocks, placeIds } from "./choices";

describe("places", () => {
  test("are walked cell by cell and end at the edge", () => {
    expect(placeBeside("center", 1, 0)).toBe("right");
    expect(placeBeside("center", 0, -1)).toBe("top");
    expect(placeBeside("bottom-left", -1, 1)).toBe("bottom-left");
    expect(placeBeside("top-left", 9, 9)).toBe("bottom-right");
  });

  test("are found again under the middle of their own cell, and outside the sheet at its edge", () => {
    for (const place of placeIds) {
      const { column, row } = cellOf(place);
      expect(placeAt((column + 0.5) / 3, (row + 0.5) / 3)).toBe(place);
    }
    expect(placeAt(-4, 7)).toBe("bottom-left");
    expect(placeAt(1, 1)).toBe("bottom-right");
  });
});

test("emphasis goes step by step and stays within what there is", () => {
  expect(emphasisBeside("quiet", 1)).toBe("normal");
  expect(emphasisBeside("strong", 1)).toBe("strong");
  expect(emphasisBeside("normal", -5)).toBe("quiet");
  for (const emphasis of emphasisIds) expect(emphasisBeside(emphasis, 0)).toBe(emphasis);
});

describe("a duplicate", () => {
  const blocks = [newBlock("b1", "title", "A"), newBlock("b3", "body", "B")];

  test("stands after its original, alike but for its id", () => {
    const more = duplicated(blocks, "b1");
    expect(more?.map(({ text }) => text)).toEqual(["A", "A", "B"]);
    expect(new Set(more?.map(({ id }) => id)).size).toBe(3);
    expect({ ...more?.[1], id: "b1" }).toEqual(blocks[0]);
  });

  test("is refused where no block may be added, and of a block that is not there", () => {
    const full = Array.from({ length: maxBlocks }, (_, at) => newBlock(`b${at}`, "label"));
    expect(duplicated(full, "b1")).toBeUndefined();
    expect(duplicated(blocks, "none")).toBeUndefined();
  });

  test("has an id no other block has", () => {
    const ids = fc.uniqueArray(
      fc.nat({ max: 30 }).map((number) => ({ id: `b${number}` })),
      {
        selector: ({ id }) => id,
      },
    );
    fc.assert(
      fc.property(ids, (taken) => {
        expect(taken.map(({ id }) => id)).not.toContain(freeId(taken));
      }),
    );
  });
});
