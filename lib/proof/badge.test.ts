import { describe, expect, test } from "vitest";
import { newBlock } from "@/lib/poster/blank";
import { loadTables } from "@/lib/poster/lint/tables";
import { readColumn, reading, readLine } from "@/lib/testing/reading";
import { badgeOf } from "./badge";
import { expectedPictures, rateOf, successAt } from "./chance";
import { proofOf } from "./proof";
import type { Judgements, ReadLine } from "./schema";
import { summaryOf } from "./summary";

const { simplified } = await loadTables();
const sans = (id: string, text: string) => ({
  ...newBlock(id, "title", text),
  lettering: "sans" as const,
});

function badge(blocks: ReturnType<typeof sans>[], lines: ReadLine[], judgements: Judgements = {}) {
  const summary = summaryOf(proofOf({ blocks }, reading(lines), simplified), judgements);
  return { summary, ...badgeOf({ is: "read", summary }) };
}

describe("a badge says the worst thing first", () => {
  test("exact", () => {
    const lines = [readLine("新年快乐"), readLine("万事如意", { row: 1 })];
    expect(badge([sans("a", "新年快乐"), sans("b", "万事如意")], lines)).toMatchObject({
      tone: "ok",
      says: "exact",
      values: { exact: 2, blocks: 2 },
    });
  });

  test.each([
    ["日照神洲百业兴", "slip", { wanted: "州", read: "洲" }],
    ["日照神百业兴", "lost", { wanted: "州" }],
    ["日照神州州百业兴", "surplus", { read: "州" }],
  ])("one wrong character is shown as what it is: %s", (read, says, values) => {
    const said = badge([sans("a", "日照神州百业兴")], [readLine(read)]);
    expect(said).toMatchObject({ tone: "bad", says, values });
  });

  test("a line nobody asked for wants a look", () => {
    const lines = [readLine("新年快乐"), readLine("内部资料", { row: 1 })];
    expect(badge([sans("a", "新年快乐")], lines)).toMatchObject({ tone: "look", says: "extra" });
  });

  test("a picture painted without words says so, and what appears all the same", () => {
    const bare = (lines: ReadLine[]) => {
      const proof = { ...proofOf({ blocks: [] }, reading(lines), simplified), isBare: true };
      return badgeOf({ is: "read", summary: summaryOf(proof, {}) });
    };
    expect(bare([])).toEqual({ tone: "quiet", says: "bare", values: {} });
    expect(bare([readLine("内部资料")])).toEqual({
      tone: "look",
      says: "bareExtra",
      values: { count: 1 },
    });
  });

  test("a picture on which none of the words was found says so once", () => {
    const blocks = [sans("a", "新年快乐"), sans("b", "万事如意"), sans("c", "Qwen Autumn")];
    const lines = [readLine("Qwen-Image"), readLine("小桥流水", { row: 1 })];
    expect(badge(blocks, lines)).toMatchObject({ tone: "look", says: "notFound", values: {} });
    // One word of a person, and it is no longer nothing.
    expect(badge(blocks, lines, { a: "wrong" })).toMatchObject({ tone: "bad", says: "characters" });
    expect(badge(blocks, [...lines, readLine("新年快乐", { row: 2 })]).says).toBe("extra");
  });

  test("scrolls on the wrong sides", () => {
    const blocks = [
      newBlock("u", "upperScroll", "春回大地千山秀"),
      newBlock("l", "lowerScroll", "日照神州百业兴"),
    ];
    const lines = [readColumn("春回大地千山秀", 100), readColumn("日照神州百业兴", 800)];
    const summary = summaryOf(proofOf({ blocks }, reading(lines), simplified), {});
    expect(badgeOf({ is: "read", summary })).toMatchObject({ tone: "bad", says: "swapped" });
  });

  test.each([
    [{ is: "waiting" } as const, "reading"],
    [{ is: "unread", failure: "off" } as const, "unread"],
  ])("%o is %s", (state, says) => {
    expect(badgeOf(state)).toMatchObject({ tone: "quiet", says });
  });
});

describe("a person's word", () => {
  const blocks = [sans("a", "日照神州百业兴")];
  test("accepts what the machine calls wrong", () => {
    const said = badge(blocks, [readLine("日照神洲百业兴")], { a: "right" });
    expect(said).toMatchObject({ tone: "ok", summary: { isExact: true, isHuman: true } });
  });

  test("calls wrong what the machine takes for exact", () => {
    const said = badge(blocks, [readLine("日照神州百业兴")], { a: "wrong" });
    expect(said).toMatchObject({ tone: "bad", says: "lines", summary: { isExact: false } });
  });
});

describe("chances", () => {
  test("success@k is 1 − (1 − p)^k", () => {
    expect(successAt(1, 0.4)).toBeCloseTo(0.4);
    expect(successAt(3, 0.5)).toBeCloseTo(0.875);
  });

  test.each([
    [1, 0.25, 1],
    [2, 0.5, 1.5],
    [3, 0.5, 1.75],
    [1000, 0.25, 4],
    [3, 1, 1],
    [3, 0, 3],
  ])(
    "of at most %i pictures, each exact with chance %d, %d are made on average",
    (most, p, made) => {
      expect(expectedPictures(most, p)).toBeCloseTo(made);
    },
  );

  test("too few pictures give no rate", () => {
    expect(rateOf({ exact: 19, read: 19 })).toBeUndefined();
    expect(rateOf({ exact: 10, read: 20 })).toBe(0.5);
  });
});
