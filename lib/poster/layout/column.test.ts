import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newBlock } from "../blank";
import { defaultCapability } from "../capability";
import { isFullWidth } from "../characters";
import { letteringIds, ratioIds } from "../choices";
import type { Block, Lettering } from "../schema";
import { columnsOf, cornerQuotes } from "./column";
import type { LaidBlock, Run } from "./drawing";
import { type Face, faceOf, measure } from "./face";
import { layOut } from "./layout";
import { lineOf } from "./measure";
import { markQuotes } from "./quotes";

const palette = { from: "#fff", to: "#eee", ink: "#111" };

/** The pieces of a column as one would describe them: how each stands, then its text. */
function described(text: string, lettering: Lettering = "serif", limit = 99): string {
  return columnsOf(lineOf(text, faceOf(lettering, 400)), limit)
    .map((column) => column.pieces.map((piece) => `${piece.stance}:${piece.text}`).join(" "))
    .join(" | ");
}

describe("a column sets", () => {
  test.each([
    ["the stops at the upper right", "好，是。", "upright:好 stop:， upright:是 stop:。"],
    ["！？：； upright on its axis", "好！？", "upright:好 centred:！ centred:？"],
    ["a colon upright, not turned as in Japanese", "时：地", "upright:时 centred:： upright:地"],
    ["brackets turned", "《诗》（上）", "mark:《 upright:诗 mark:》 mark:（ upright:上 mark:）"],
    ["a dash as one stroke", "春——夏", "upright:春 mark:—— upright:夏"],
    ["an ellipsis as one", "等……", "upright:等 mark:……"],
    ["quotation marks as corner brackets", "说“好”", "upright:说 mark:『 upright:好 mark:』"],
    ["inner ones as single", "‘好’", "mark:「 upright:好 mark:」"],
    ["an apostrophe with its word", "店Joe’s好", "upright:店 word:Joe’s upright:好"],
    ["quotes of English with the English", "“Hi there”", "word:“Hi there”"],
    ["two digits level in one square", "7月15日", "level:7 upright:月 level:15 upright:日"],
    ["three digits on their side", "第365天", "upright:第 word:365 upright:天"],
    ["a price upright, sign over figures", "仅¥99元", "upright:仅 upright:¥ level:99 upright:元"],
    ["a longer price whole, on its side", "仅¥199.9元", "upright:仅 word:¥199.9 upright:元"],
    ["a percentage with its sign", "省50%起", "upright:省 word:50% upright:起"],
    [
      "words on their side, a sentence as one",
      "用Wi-Fi and 5G上网",
      "upright:用 word:Wi-Fi and 5G upright:上 upright:网",
    ],
    ["one letter upright", "A座", "upright:A upright:座"],
    ["full-width figures upright", "２０２６", "upright:２ upright:０ upright:２ upright:６"],
    ["emoji upright and whole", "好👩‍👩‍👧🇨🇳", "upright:好 upright:👩‍👩‍👧 upright:🇨🇳"],
    ["a letter and its marks whole", "x\u0302\u0323好", "upright:x\u0302\u0323 upright:好"],
    ["a wave and an arrow turned", "1～2→", "level:1 mark:～ level:2 mark:→"],
    ["half-width stops after Han as stops", "好,是.", "upright:好 stop:, upright:是 stop:."],
    ["nothing for what cannot be seen", "春\u200b天\ufeff", "upright:春 upright:天"],
  ])("%s", (_name, text, pieces) => {
    expect(described(text)).toBe(pieces);
  });

  test("three digits upright in a lettering whose digits are narrow", () => {
    expect(described("第365天", "brush")).toBe("upright:第 level:365 upright:天");
  });
});

describe("no column", () => {
  test("begins with a closing mark or ends with an opening one", () => {
    expect(described("春天来了。", "serif", 4)).toBe(
      "upright:春 upright:天 upright:来 | upright:了 stop:。",
    );
    expect(described("我读《诗》", "serif", 3)).toBe(
      "upright:我 upright:读 | mark:《 upright:诗 mark:》",
    );
  });

  test("parts a dash, a number or a price", () => {
    expect(described("一二——", "serif", 3)).toBe("upright:一 | upright:二 mark:——");
    expect(described("一二三¥88", "serif", 4)).toBe(
      "upright:一 upright:二 upright:三 | upright:¥ level:88",
    );
  });
});

const pool = [
  ..."春天来了，。、：；！？“”‘’（）《》「」—…～·￥％７Ａがー한abW7%¥$,.!?'\"()-—— \u3000\n",
  ..."\u200b\ufeff\u0007\ud800é😀🇨🇳👩‍👩‍👧ا",
  "Summer Sale",
  "2026",
  "¥99",
  "e\u0301",
  "👩‍👩‍👧",
];
const text = fc
  .array(fc.constantFrom(...pool), { minLength: 1, maxLength: 60 })
  .map((parts) => parts.join(""));
const column = fc.record({
  text,
  role: fc.constantFrom("title", "body", "upperScroll", "label"),
  lettering: fc.constantFrom(...letteringIds),
}) as fc.Arbitrary<Pick<Block, "text" | "role" | "lettering">>;

const seen = (written: string) =>
  written.replaceAll(/[\s\p{Default_Ignorable_Code_Point}\p{Cc}]/gu, "");

/** Where the ink of a run of a column may be: along the column, and across it. */
function extentOf({ text: drawn, x, y, size, rotate }: Run, face: Face) {
  if (rotate === 90) {
    const half = (measure(drawn, face) * size) / 2;
    return { left: x - 0.14 * size, right: x + 0.9 * size, top: y - half, bottom: y + half };
  }
  if (/^[，。、．,.]$/u.test(drawn)) {
    const half = isFullWidth(drawn) ? 0.46 : 0.1;
    return { left: x - half * size, right: x, top: y - 0.25 * size, bottom: y + 0.2 * size };
  }
  if (/^[：；！？]$/u.test(drawn)) {
    return {
      left: x - 0.5 * size,
      right: x + 0.3 * size,
      top: y - 0.85 * size,
      bottom: y + 0.12 * size,
    };
  }
  if (drawn === "·") return { left: x, right: x, top: y - 0.4 * size, bottom: y - 0.3 * size };
  const half = Math.min(0.55, (measure(drawn, face) / 2) * 0.9);
  return {
    left: x - half * size,
    right: x + half * size,
    top: y - 0.88 * size,
    bottom: y + 0.13 * size,
  };
}

function expectSound(laid: LaidBlock): void {
  const { box } = laid;
  const face = faceOf(laid.lettering, laid.weight);
  const extents = laid.runs.map((run) => extentOf(run, face));
  for (const { left, right, top, bottom } of extents) {
    const slack = (laid.runs[0]?.size ?? 0) * 0.12;
    expect(left).toBeGreaterThanOrEqual(box.x - slack);
    expect(right).toBeLessThanOrEqual(box.x + box.width + slack);
    expect(top).toBeGreaterThanOrEqual(box.y - slack);
    expect(bottom).toBeLessThanOrEqual(box.y + box.height + slack);
  }
  for (const [index, one] of extents.entries()) {
    const next = extents[index + 1];
    const size = laid.runs[index]?.size ?? 0;
    if (!next) continue;
    // Below the one before, or in a column to its left.
    const isBelow = next.top >= one.bottom - 0.2 * size;
    expect(isBelow || next.right <= one.left + 0.6 * size).toBe(true);
  }
}

test("whatever is written, a column draws each character once, in order, inside its box, on no other", () => {
  fc.assert(
    fc.property(column, fc.constantFrom(...ratioIds), (look, ratio) => {
      const block: Block = { ...newBlock("a", look.role), ...look, direction: "vertical" };
      const [laid] = layOut([block], defaultCapability.sizes[ratio], palette);
      const lines = block.text.split("\n").map((line) => cornerQuotes(markQuotes(line.trim())));
      expect(seen((laid?.runs ?? []).map((run) => run.text).join(""))).toBe(seen(lines.join("")));
      if (laid) expectSound(laid);
    }),
    { numRuns: 400 },
  );
});

const mayNotBegin = /^[，。、：；！？”’）》」』]/u;
const mayNotEnd = /[“‘（《「『]$/u;

test("no line is begun by a closing mark nor ended by an opening one, level or upright", () => {
  const prose = fc
    .array(
      fc.constantFrom(
        "春天来了",
        "，",
        "。",
        "（上）",
        "《诗》",
        "说",
        "Sale",
        "50%",
        "“好”",
        "——",
      ),
      {
        minLength: 8,
        maxLength: 60,
      },
    )
    .map((parts) => `始${parts.join("")}`)
    // Marks in a heap have no good break; people do not write them.
    .filter((written) => !/[，。——]{6}/u.test(written));
  fc.assert(
    fc.property(prose, fc.constantFrom("horizontal", "vertical"), (written, direction) => {
      const block: Block = { ...newBlock("a", "body", written), direction, place: "left" };
      const [laid] = layOut([block], defaultCapability.sizes["3:4"], palette);
      const runs = laid?.runs ?? [];
      const starts = runs.filter((run, index) => index === 0 || run.y < (runs[index - 1]?.y ?? 0));
      const lines = direction === "horizontal" ? runs : starts;
      for (const run of lines) expect(run.text).not.toMatch(mayNotBegin);
      if (direction === "horizontal") {
        for (const run of lines) expect(run.text).not.toMatch(mayNotEnd);
      }
    }),
  );
});
