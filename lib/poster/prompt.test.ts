import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blankPoster, newBlock } from "./blank";
import { ratioIds, roleIds } from "./choices";
import { obstaclesOf } from "./obstacles";
import { compilePrompt, literalsOf, missingLiterals, quotesFor } from "./prompt";
import type { Poster } from "./schema";

const posterOf = (...texts: string[]): Poster => ({
  ...blankPoster,
  blocks: texts.map((text, index) => newBlock(`b${index}`, "title", text)),
});

const words = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.constantFrom(
    "限时9.9元",
    "“Hi”",
    'say "no"',
    "it's",
    "「」",
    "《春》",
    'a“b"c「d',
    "5折 / 50%",
    "🎉节日",
  ),
);
const posters = fc.record({
  roles: fc.array(fc.tuple(fc.constantFrom(...roleIds), words), { maxLength: 6 }),
  subject: fc.string({ maxLength: 40 }),
  ratio: fc.constantFrom(...ratioIds),
  language: fc.constantFrom("auto" as const, "zh" as const, "en" as const),
});

test("every literal stands in the prompt word for word, in quotes that do not occur in it", () => {
  fc.assert(
    fc.property(posters, ({ roles, subject, ratio, language }) => {
      const poster: Poster = {
        ...blankPoster,
        promptLanguage: language,
        scene: { ...blankPoster.scene, subject },
        blocks: roles.map(([role, text], index) => newBlock(`b${index}`, role, text)),
      };
      if (obstaclesOf(poster).some(({ obstacle }) => obstacle === "noQuotes")) return;
      const { prompt, spans } = compilePrompt(poster, ratio);
      const quoted = spans.map(({ from, to }) => prompt.slice(from, to));
      expect(quoted.map((piece) => [...piece].slice(1, -1).join(""))).toEqual(literalsOf(poster));
      for (const piece of quoted) {
        const marks = [...piece];
        const literal = marks.slice(1, -1).join("");
        expect(literal).not.toContain(marks[0]);
        expect(literal).not.toContain(marks.at(-1));
      }
      expect(prompt).not.toContain("\n");
    }),
    { numRuns: 500 },
  );
});

describe("wording", () => {
  test("an English poster reads as the documentation's good prompt does", () => {
    const sale = {
      ...blankPoster,
      blocks: [
        newBlock("b1", "title", "Summer Sale"),
        newBlock("b2", "subtitle", "50% off site-wide"),
        newBlock("b3", "smallPrint", "1–15 July · in store and online"),
      ],
      scene: { ...blankPoster.scene, subject: "a fresh beach scene with open sky above" },
    };
    const { prompt } = compilePrompt(sale, "9:16");
    expect(prompt).toContain("title “Summer Sale”");
    expect(prompt).toContain("subtitle “50% off site-wide”");
    expect(prompt).toContain("background is a fresh beach scene");
    expect(prompt).toContain("vertical composition");
    expect(prompt).toMatch(/No other text appears\.$/u);
  });

  test("a couplet names both scrolls, the horizontal one and the shared lettering once", () => {
    const couplet: Poster = {
      ...blankPoster,
      blocks: [
        newBlock("b1", "upperScroll", "春回大地千山秀丽展新颜"),
        newBlock("b2", "lowerScroll", "日照神州百业兴旺谱华章"),
        newBlock("b3", "horizontalScroll", "万象更新"),
      ],
      scene: {
        ...blankPoster.scene,
        subject: "红色宣纸，淡金祥云，一对灯笼",
        styles: ["chinese"],
        lights: ["warm"],
      },
    };
    const { prompt } = compilePrompt(couplet, "3:4");
    expect(prompt).toBe(
      "一副对联，右侧上联“春回大地千山秀丽展新颜”；左侧下联“日照神州百业兴旺谱华章”；横批“万象更新”，背景是红色宣纸，淡金祥云，一对灯笼，字体为金色楷书，中国风，暖色调，竖版构图。画面中不出现其他文字。",
    );
  });

  test("composition follows the ratio", () => {
    const poster = posterOf("Sale");
    expect(compilePrompt(poster, "16:9").prompt).toContain("horizontal composition");
    expect(compilePrompt(poster, "1:1").prompt).toContain("square composition");
  });

  test("a scene without words stays a scene", () => {
    const poster = {
      ...blankPoster,
      scene: { ...blankPoster.scene, subject: "City under sunset" },
    };
    expect(compilePrompt(poster, "16:9").prompt).toBe(
      "City under sunset, horizontal composition, widescreen view",
    );
  });

  test("a hand-written prompt goes out as written, and missing words are named", () => {
    const poster = { ...posterOf("Summer Sale"), handPrompt: " A poster “Summer Sail” " };
    const { prompt } = compilePrompt(poster, "1:1");
    expect(prompt).toBe("A poster “Summer Sail”");
    expect(missingLiterals(poster, prompt)).toEqual(["Summer Sale"]);
  });
});

test("quotes change when the usual ones occur in the words, and run out in the end", () => {
  expect(quotesFor("plain")).toEqual(["“", "”"]);
  expect(quotesFor("a “b”")).toEqual(['"', '"']);
  expect(quotesFor('“"')).toEqual(["「", "」"]);
  expect(quotesFor('“"「『«‹')).toBeUndefined();
});

describe("what stands in the way", () => {
  const obstacles = (poster: Poster) => obstaclesOf(poster).map(({ obstacle }) => obstacle);

  test("nothing to paint", () => {
    expect(obstacles(blankPoster)).toEqual(["empty"]);
    expect(obstacles({ ...posterOf("Sale"), handPrompt: "  " })).toEqual(["empty"]);
  });

  test("lengths are counted in characters, as the upstream counts", () => {
    const hand = (length: number) => ({ ...blankPoster, handPrompt: "𠮷".repeat(length) });
    expect(obstacles(hand(800))).toEqual([]);
    expect(obstacles(hand(801))).toEqual(["promptTooLong"]);
    const kept = (length: number) => ({
      ...posterOf("Sale"),
      keepOut: { presets: [], own: "字".repeat(length) },
    });
    expect(obstacles(kept(500))).toEqual([]);
    expect(obstacles(kept(501))).toEqual(["negativeTooLong"]);
  });

  test("twenty images an order, counted over all ratios", () => {
    const ordered = (count: number): Poster => ({
      ...posterOf("Sale"),
      ratios: ["1:1", "3:4"],
      count,
    });
    expect(obstacles(ordered(10))).toEqual([]);
    expect(obstacles(ordered(11))).toEqual(["tooManyImages"]);
  });
});
