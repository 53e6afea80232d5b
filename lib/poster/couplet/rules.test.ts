import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newBlock } from "../blank";
import { coupletOf } from "./couplet";
import { coupletOrder, hangScrolls } from "./hanging";
import { chooseReading, readScroll, toneOf } from "./readings";
import { checkCouplet, type ReadCouplet, type Rule, rowsOf, type Scroll } from "./rules";
import { readingsOf } from "./tones";

const scroll = (text: string, chosen: Record<number, string> = {}): Scroll => {
  let block = newBlock("b1", "upperScroll", text);
  for (const [at, pinyin] of Object.entries(chosen)) {
    block = { ...block, readings: chooseReading(block, Number(at), pinyin) };
  }
  return { text, characters: readScroll(block, readingsOf(text)) };
};
const couplet = (upper: string, lower: string, horizontal?: string): ReadCouplet => ({
  upper: scroll(upper),
  lower: scroll(lower),
  ...(horizontal !== undefined && { horizontal: scroll(horizontal) }),
});
const rulesOf = (read: ReadCouplet) => checkCouplet(read).map(({ rule }) => rule);
const warningsOf = (read: ReadCouplet) =>
  checkCouplet(read).flatMap(({ rule, level }) => (level === "warn" ? [rule] : []));
const tonesOf = (text: string, chosen?: Record<number, string>) =>
  scroll(text, chosen)
    .characters.map(({ tone }) => (tone === "level" ? "平" : tone === "oblique" ? "仄" : "·"))
    .join("");

describe("tones by today's speech", () => {
  test.each([
    ["mā", "level"],
    ["má", "level"],
    ["mǎ", "oblique"],
    ["mà", "oblique"],
    ["ma", undefined],
    ["lǜ", "oblique"],
    ["lǘ", "level"],
    ["nü", undefined],
    ["", undefined],
  ])("%s is %s", (pinyin, tone) => expect(toneOf(pinyin)).toBe(tone));

  test("一 and 不 count by their own tone, whatever follows", () => {
    expect(tonesOf("一岁不变")).toBe("平仄仄仄");
  });

  test("a polyphone is read by its words, or as chosen", () => {
    expect(tonesOf("银行行长")).toBe("平平平仄");
    expect(tonesOf("海水朝朝朝朝朝朝朝落")).toHaveLength(10);
    const read = scroll("浮云长长长长长长长消", { 2: "zhǎng" });
    expect(read.characters[2]).toMatchObject({ pinyin: "zhǎng", tone: "oblique" });
    expect(read.characters[3]).toMatchObject({ pinyin: "cháng", tone: "level" });
    expect(read.characters[2]?.readings).toEqual(["cháng", "zhǎng"]);
  });

  test("a chosen reading falls silent when its character moves", () => {
    const block = newBlock("b1", "upperScroll", "长安");
    const chosen = { ...block, readings: chooseReading(block, 0, "zhǎng") };
    expect(readScroll(chosen, readingsOf(chosen.text))[0]?.pinyin).toBe("zhǎng");
    const moved = { ...chosen, text: "望长安" };
    expect(readScroll(moved, readingsOf(moved.text))[1]?.pinyin).toBe("cháng");
    expect(chooseReading(moved, 0, "wàng")).toEqual([{ at: 0, character: "望", pinyin: "wàng" }]);
  });

  test("signs, rare characters and letters neither shift the readings nor break them", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("春", "，", "a", "𠮷", "长", "🧧", " ", "々", "〇", "一", "不"), {
          maxLength: 30,
        }),
        (parts) => {
          const text = parts.join("");
          const han = parts.filter((part) => /\p{Script=Han}/u.test(part));
          expect(readingsOf(text).map(({ character }) => character)).toEqual(han);
        },
      ),
    );
  });
});

describe("couplets everyone knows", () => {
  test("天增岁月人增寿 keeps every rule; what repeats, repeats in step", () => {
    const read = couplet("天增岁月人增寿", "春满乾坤福满门", "四季长安");
    expect(warningsOf(read)).toEqual([]);
    expect(checkCouplet(read)).toEqual([
      { rule: "toneLoose", level: "note", positions: [0, 4], characters: [] },
    ]);
  });

  test("爆竹声中一岁除 opens a poem: it ends level, and 竹 is level today", () => {
    expect(checkCouplet(couplet("爆竹声中一岁除", "春风送暖入屠苏"))).toMatchObject([
      { rule: "upperEnd", positions: [6], characters: ["除"] },
      { rule: "tone", positions: [1] },
    ]);
  });

  test("海水朝朝朝朝朝朝朝落 needs readings chosen by hand", () => {
    const asRead = couplet("海水朝朝朝朝朝朝朝落", "浮云长长长长长长长消");
    expect(checkCouplet(asRead)[0]).toMatchObject({ rule: "tone", positions: [3, 5, 7] });
    const upper = { 3: "cháo", 5: "cháo", 6: "zhāo", 7: "cháo" };
    const lower = { 3: "zhǎng", 5: "zhǎng", 7: "zhǎng" };
    const read = {
      upper: scroll("海水朝朝朝朝朝朝朝落", upper),
      lower: scroll("浮云长长长长长长长消", lower),
    };
    expect(warningsOf(read)).toEqual([]);
    expect(rowsOf(read).at(3)).toMatchObject({
      upper: { pinyin: "cháo" },
      lower: { pinyin: "zhǎng" },
    });
    expect(rowsOf(read).at(3)?.clash).toBeUndefined();
  });

  test("风声雨声读书声声声入耳 may repeat 声 against 事", () => {
    const read = couplet("风声、雨声、读书声，声声入耳", "家事、国事、天下事，事事关心");
    expect(warningsOf(read)).not.toContain("uneven");
    expect(rulesOf(read)).not.toContain("repeated");
  });

  test("two that trade places, and 之 against 之, are in step", () => {
    const read = couplet("北通州南", "南通州北");
    const found = checkCouplet(read).find(({ rule }) => rule === "echoed");
    expect(found?.characters).toEqual(["北", "通", "州", "南"]);
    expect(rulesOf(read)).not.toContain("repeated");
  });
});

describe("figures on a scroll", () => {
  test.each(["２０２６年春到福来", "2026年春到福来"])(
    "%s counts and reads each of them",
    (upper) => {
      expect(tonesOf(upper)).toBe("仄平仄仄平平仄平平");
      const read = couplet(upper, "一〇〇〇里路通天下");
      expect(rulesOf(read)).not.toContain("length");
      expect(rulesOf(read)).not.toContain("signs");
      expect(rowsOf(read)[0]?.upper).toMatchObject({ pinyin: "èr" });
    },
  );

  test("a reading chosen while only Han characters counted stays with its character", () => {
    const block = newBlock("b1", "upperScroll", "2026长安");
    const old = { ...block, readings: [{ at: 0, character: "长", pinyin: "zhǎng" }] };
    expect(readScroll(old, readingsOf(old.text))[4]?.pinyin).toBe("zhǎng");
    const again = chooseReading(old, 5, "ān");
    expect(again).toContainEqual({ at: 4, character: "长", pinyin: "zhǎng" });
  });
});

describe("each rule", () => {
  test.each<[name: Rule, upper: string, lower: string, horizontal?: string]>([
    ["length", "天增岁月人增寿", "春满乾坤福满"],
    ["repeated", "春来江水绿", "日暖早春归"],
    ["uneven", "天增岁月人增寿", "春满乾坤福到门"],
    ["tone", "天增岁月人增寿", "春风乾坤福满门"],
    ["upperEnd", "春满乾坤福满门", "春满乾坤福满门"],
    ["lowerEnd", "天增岁月人增寿", "天增岁月人增寿"],
    ["reversed", "春满乾坤福满门", "天增岁月人增寿"],
    ["lowerMissing", "天增岁月人增寿", ""],
    ["upperMissing", " ", "春满乾坤福满门"],
    ["horizontal", "天增岁月人增寿", "春满乾坤福满门", "万象新"],
    ["signs", "天增岁月人增寿！", "春满乾坤福满门"],
    ["echoed", "天之岁", "人之门"],
  ])("%s", (rule, upper, lower, horizontal) => {
    expect(rulesOf(couplet(upper, lower, horizontal))).toContain(rule);
  });

  test("length names the places that face nothing", () => {
    const [found] = checkCouplet(couplet("天增岁月人增寿", "春满乾坤福"));
    expect(found).toMatchObject({ rule: "length", positions: [5, 6] });
  });

  test("tones are strict at second, fourth, sixth and last place, each clause by itself", () => {
    const clashes = (text: string) =>
      rowsOf(couplet(text, text)).map(({ clash }) => clash === "strict");
    expect(clashes("天增岁月人增寿")).toEqual([false, true, false, true, false, true, true]);
    expect(clashes("天增岁，月人")).toEqual([false, true, true, false, true]);
  });

  test("light syllables and unknown characters clash with nothing", () => {
    expect(tonesOf("孩子们")).toBe("平··");
    expect(rowsOf(couplet("𠮷的", "春的")).map(({ clash }) => clash)).toEqual([
      undefined,
      undefined,
    ]);
  });

  test("an empty couplet has nothing said about it", () => {
    expect(checkCouplet(couplet("", ""))).toEqual([]);
  });
});

const characters = fc.constantFrom(..."春夏秋冬天地人之长朝，a 🧧𠮷\n");
const anyText = fc.array(characters, { maxLength: 40 }).map((parts) => parts.join(""));

test("whatever is typed, rows face each other and findings point at rows", () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (upper, lower, horizontal) => {
      const read = couplet(upper, lower, horizontal);
      const rows = rowsOf(read);
      expect(rows.map((row) => row.upper?.character ?? "").join("")).toBe(
        read.upper.characters.map(({ character }) => character).join(""),
      );
      const findings = checkCouplet(read);
      for (const { positions } of findings) {
        for (const at of positions) expect(rows[at]).toBeDefined();
      }
      expect(new Set(findings.map(({ rule }) => rule)).size).toBe(findings.length);
      // A clash is a clash from either side.
      const mirrored = rowsOf({ upper: read.lower, lower: read.upper });
      expect(mirrored.map(({ clash }) => clash)).toEqual(rows.map(({ clash }) => clash));
    }),
  );
});

describe("the pair on a poster", () => {
  const blocks = [
    newBlock("a", "title"),
    newBlock("b", "upperScroll"),
    newBlock("c", "lowerScroll"),
    newBlock("d", "upperScroll"),
  ];

  test("is the first of each, and needs both", () => {
    expect(coupletOf(blocks)).toEqual({ upper: blocks[1], lower: blocks[2] });
    expect(coupletOf(blocks.slice(0, 2))).toBeUndefined();
  });

  test("hangs as asked, wherever it hung before", () => {
    const places = fc.constantFrom("top", "left", "center", "right", "top-left", "bottom-right");
    fc.assert(
      fc.property(
        places,
        places,
        fc.constantFrom("modern" as const, "traditional" as const),
        (upper, lower, order) => {
          const hung = hangScrolls(
            [
              { ...newBlock("b", "upperScroll"), place: upper as "top" },
              { ...newBlock("c", "lowerScroll"), place: lower as "top" },
            ],
            order,
          );
          expect(coupletOrder(hung)).toBe(order);
        },
      ),
    );
  });
});
