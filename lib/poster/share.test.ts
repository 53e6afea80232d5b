import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { share } from "./share";

// A poster's keys are its schema's, so none of them is a prototype.
const data = fc
  .jsonValue({ maxDepth: 4 })
  .filter((value) => !JSON.stringify(value).includes("__proto__"));

describe("a shared copy", () => {
  test("says what was given, whatever was before", () => {
    fc.assert(
      fc.property(data, data, (before, after) => {
        expect(share(before, after)).toEqual(after);
      }),
    );
  });

  test("is the one from before when nothing changed", () => {
    fc.assert(
      fc.property(data, (before) => {
        expect(share(before, structuredClone(before))).toBe(before);
      }),
    );
  });

  test("keeps the parts that stayed, and only those", () => {
    const before = { blocks: [{ text: "春" }, { text: "夏" }], scene: { subject: "海" } };
    const after = structuredClone(before);
    after.blocks[1] = { text: "秋" };
    const shared = share(before, after);
    expect(shared).not.toBe(before);
    expect(shared.scene).toBe(before.scene);
    expect(shared.blocks[0]).toBe(before.blocks[0]);
    expect(shared.blocks[1]).toEqual({ text: "秋" });
  });

  test("holds nothing of what was given, so that writing there changes nothing here", () => {
    const before = { blocks: [{ text: "春" }] };
    const after = { blocks: [{ text: "春" }, { text: "夏" }] };
    const shared = share(before, after);
    after.blocks.forEach((block) => {
      block.text = "冬";
    });
    expect(shared.blocks.map(({ text }) => text)).toEqual(["春", "夏"]);
  });

  test.each([
    [
      [1, 2, 3],
      [1, 2],
    ],
    [{ a: 1, b: 2 }, { a: 1 }],
    [{ a: 1 }, { a: 1, b: 2 }],
    [[], {}],
    [{ a: undefined }, { b: undefined }],
    [null, { a: null }],
  ])("is a new one when a part was added or went: %j, %j", (before, after) => {
    expect(share<unknown>(before, after)).toEqual(after);
    expect(share<unknown>(before, after)).not.toBe(before);
  });
});
