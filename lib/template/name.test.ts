import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newBlock } from "@/lib/poster/blank";
import { aPoster } from "@/lib/testing/jobs";
import { freeName, nameProblem, suggestedName } from "./name";

describe("a name", () => {
  test.each([
    "夏",
    "Summer Sale",
    "  spaces around  ",
    "<script>alert(1)</script>",
    "__proto__",
    "👩‍👩‍👧",
    "字".repeat(60),
    "𠮷".repeat(60),
  ])("may be %j", (name) => {
    expect(nameProblem(name)).toBeUndefined();
  });

  test.each([
    ["", "empty"],
    ["   \u3000", "empty"],
    ["\u200b\u202e\ufeff", "empty"],
    ["字".repeat(61), "tooLong"],
    ["a\nb", "unprintable"],
    ["a\u0000b", "unprintable"],
    ["a\u2028b", "unprintable"],
    ["\u202egnp.exe", "unprintable"],
    ["a\u2066b\u2069", "unprintable"],
    ["\ud800", "unprintable"],
  ])("may not be %j: %s", (name, problem) => {
    expect(nameProblem(name)).toBe(problem);
  });
});

describe("a name that is taken gets a number", () => {
  test.each([
    ["Sale", [], "Sale"],
    ["Sale", ["Sale"], "Sale 2"],
    ["Sale", ["Sale", "Sale 2", "Sale 3"], "Sale 4"],
    ["Sale 2", ["Sale", "Sale 2"], "Sale 3"],
    ["Sale 2", ["Sale 2"], "Sale 2 2"],
    ["Route 66", ["Route 66"], "Route 66 2"],
    ["字".repeat(60), ["字".repeat(60)], `${"字".repeat(58)} 2`],
  ])("%j beside %j is %j", (wanted, taken, name) => {
    expect(freeName(wanted, new Set(taken))).toBe(name);
  });

  test("and is always a good name that nobody has", () => {
    const names = fc.string({ unit: "grapheme", maxLength: 60 }).map((text) => text.trim());
    const good = names.filter((name) => nameProblem(name) === undefined);
    fc.assert(
      fc.property(
        good,
        fc.array(good),
        fc.integer({ min: 1, max: 30 }),
        (wanted, others, times) => {
          const taken = new Set(others);
          for (let time = 0; time < times; time += 1) {
            const name = freeName(wanted, taken);
            expect(taken.has(name)).toBe(false);
            expect(nameProblem(name)).toBeUndefined();
            taken.add(name);
          }
        },
      ),
    );
  });
});

describe("the name suggested for a poster", () => {
  const named = (...blocks: Parameters<typeof newBlock>[]) =>
    suggestedName(aPoster({ blocks: blocks.map((block) => newBlock(...block)) }));

  test("is its title, wherever that stands", () => {
    expect(named(["a", "brand", "山野"], ["b", "title", "  夏日\n清凉节 "])).toBe("夏日");
  });

  test("is its first words when it has no title, and cut when they are long", () => {
    expect(named(["a", "upperScroll", "天增岁月人增寿"])).toBe("天增岁月人增寿");
    expect(named(["a", "body", "word ".repeat(40)])).toHaveLength(59);
  });

  test("is its scene when it has no words, and nothing when that is blank too", () => {
    const scene = { ...aPoster().scene, subject: "a beach\tat noon" };
    expect(suggestedName(aPoster({ blocks: [], scene }))).toBe("a beach at noon");
    expect(suggestedName(aPoster({ blocks: [] }))).toBe("");
    expect(named(["a", "title", "\u200b"])).toBe("");
  });

  test("has no marks of direction that its words may have", () => {
    expect(named(["a", "title", "\u200fשלום\u200f 2026"])).toBe("שלום 2026");
  });
});
