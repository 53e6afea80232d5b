import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newBlock } from "../blank";
import { maxBlockCharacters, maxBlocks } from "../choices";
import { isPrintable } from "../text-trouble";
import { offersFor, takeOffer } from "./paste";

const place = { blockId: "b1", rest: "" };
const blocks = [newBlock("b1", "title")];
const offersOf = (pasted: string) => offersFor(pasted, blocks, place);
const coupletOf = (pasted: string) => offersOf(pasted).find(({ kind }) => kind === "couplet");
const wordsOf = (pasted: string) =>
  offersOf(pasted)
    .find(({ kind }) => kind === "blocks")
    ?.words.map(({ role, text }) => [role, text]);

describe("a couplet is offered for", () => {
  const upper = "天增岁月人增寿";
  const lower = "春满乾坤福满门";
  test.each([
    `${upper}\n${lower}`,
    ` ${upper}，\r\n\r\n${lower}。`,
    `${upper}，${lower}`,
    `${upper}；${lower}。`,
    `${upper} ${lower}`,
    `上联：${upper}\n下联：${lower}`,
    `上联：${upper} 下联：${lower}`,
    `【上联】${upper}【下联】${lower}`,
    `Upper scroll: ${upper}\nLower scroll: ${lower}`,
  ])("%j", (pasted) => {
    expect(coupletOf(pasted)?.words).toEqual([
      { role: "upperScroll", text: upper },
      { role: "lowerScroll", text: lower },
    ]);
  });

  test.each([
    `${upper}\n${lower}\n四季长安`,
    `四季长安\n${upper}\n${lower}`,
    `${upper}，${lower}\n四季长安`,
    `上联：${upper}；下联：${lower}；横批：四季长安`,
    `横批：四季长安\n上联：${upper}\n下联：${lower}`,
  ])("%j, with what hangs above", (pasted) => {
    expect(coupletOf(pasted)?.words).toEqual([
      { role: "upperScroll", text: upper },
      { role: "lowerScroll", text: lower },
      { role: "horizontalScroll", text: "四季长安" },
    ]);
  });

  test("scrolls of several clauses keep their pauses", () => {
    const pasted = "墙上芦苇，头重脚轻根底浅；\n山间竹笋，嘴尖皮厚腹中空。";
    expect(coupletOf(pasted)?.words.map(({ text }) => text)).toEqual([
      "墙上芦苇，头重脚轻根底浅",
      "山间竹笋，嘴尖皮厚腹中空",
    ]);
  });
});

describe("no couplet is offered for", () => {
  test.each([
    "天增岁月人增寿",
    "天增岁月人增寿\n春满乾坤福满",
    "夏日\n清凉",
    "Summer\nBeach",
    "全场五折 8.8\n今日开抢 9.9",
    "天增岁月人增寿\n春满乾坤福满门\n四季长安\n万象更新",
    "上联：天增岁月人增寿",
  ])("%j", (pasted) => expect(coupletOf(pasted)).toBeUndefined());
});

describe("lines become blocks", () => {
  test("by order, length and signs", () => {
    const pasted = [
      "夏日清凉节",
      "全场五折起",
      "",
      "海风、冰饮与一整个夏天的好心情，都在这里等你。",
      "带上家人，来海边走一走。",
      "",
      "7月1日—7月15日",
      "电话 021-6543210",
    ].join("\n");
    expect(wordsOf(pasted)).toEqual([
      ["title", "夏日清凉节"],
      ["subtitle", "全场五折起"],
      ["body", "海风、冰饮与一整个夏天的好心情，都在这里等你。\n带上家人，来海边走一走。"],
      ["smallPrint", "7月1日—7月15日\n电话 021-6543210"],
    ]);
  });

  test("in English", () => {
    expect(wordsOf("Summer Sale\n50% off site-wide\nFrom $9.99\nJuly 1–15, www.shop.com")).toEqual([
      ["title", "Summer Sale"],
      ["subtitle", "50% off site-wide"],
      ["smallPrint", "From $9.99\nJuly 1–15, www.shop.com"],
    ]);
  });

  test("by labels, on the line or above it", () => {
    expect(
      wordsOf("标题：夏日清凉节\nSubtitle: Half price\n【正文】\n一\n二\n\n品牌：晨光"),
    ).toEqual([
      ["title", "夏日清凉节"],
      ["subtitle", "Half price"],
      ["body", "一\n二"],
      ["brand", "晨光"],
    ]);
  });

  test("a date first is no title", () => {
    expect(wordsOf("2026年7月1日\n夏日清凉节")).toEqual([
      ["smallPrint", "2026年7月1日"],
      ["title", "夏日清凉节"],
    ]);
  });

  test.each(["", "one line", "  one line \r\n\n", "标题："])("nothing for %j", (pasted) => {
    expect(offersOf(pasted)).toEqual([]);
  });

  test("what there is no room for is said", () => {
    const full = Array.from({ length: 22 }, (_, index) => newBlock(`x${index}`, "label", "x"));
    const [offer] = offersFor(
      "Fair\nLights\n\nAll are welcome.\n\n10:00",
      [...full, ...blocks],
      place,
    );
    expect(offer?.words.map(({ text }) => text)).toEqual(["Fair", "Lights"]);
    expect(offer?.leftOut).toEqual(["All are welcome.", "10:00"]);
  });
});

describe("an offer taken", () => {
  const poster = [
    newBlock("b1", "brand", "晨光"),
    { ...newBlock("b2", "title", "pasted"), lettering: "brush" as const },
    newBlock("b3", "upperScroll", "旧"),
  ];
  const take = (pasted: string, kind: string, rest = "") => {
    const target = { blockId: "b2", rest };
    const offer = offersFor(pasted, poster, target).find((each) => each.kind === kind);
    if (!offer) throw new Error("no offer");
    return takeOffer(poster, target, offer);
  };

  test("puts the blocks where the paste was, in the look chosen there", () => {
    const taken = take("Fair\nLights", "blocks");
    expect(taken.map(({ role, text }) => [role, text])).toEqual([
      ["brand", "晨光"],
      ["title", "Fair"],
      ["subtitle", "Lights"],
      ["upperScroll", "旧"],
    ]);
    expect(taken[1]).toMatchObject({ id: "b2", lettering: "brush" });
  });

  test("leaves what stood in the block before", () => {
    const taken = take("Fair\nLights", "blocks", "before");
    expect(taken.map(({ text }) => text)).toEqual(["晨光", "before", "Fair", "Lights", "旧"]);
    expect(new Set(taken.map(({ id }) => id)).size).toBe(5);
  });

  test("fills the couplet there is and hangs what it lacks", () => {
    const taken = take("天增岁月人增寿\n春满乾坤福满门", "couplet");
    expect(taken.map(({ role, text }) => [role, text])).toEqual([
      ["brand", "晨光"],
      ["lowerScroll", "春满乾坤福满门"],
      ["upperScroll", "天增岁月人增寿"],
    ]);
  });
});

/** What of a text must come through: letters, figures and the signs that are no markup. */
const bare = (text: string) => text.replaceAll(/[^\p{L}\p{N}，。¥]/gu, "");

describe("whatever is pasted", () => {
  const junk = fc.oneof(
    fc.string({ unit: "binary", maxLength: 400 }),
    fc
      .array(
        fc.constantFrom(
          "夏日",
          "\n",
          "\r\n",
          "Sale. ",
          "¥9",
          "  ",
          "🧧",
          "，",
          "\t",
          "\u0007",
          "\u2028",
          "天地人和",
        ),
        {
          maxLength: 200,
        },
      )
      .map((parts) => parts.join("")),
  );

  test("no character is lost or changed", () => {
    fc.assert(
      fc.property(junk, (pasted) => {
        const offer = offersOf(pasted).find(({ kind }) => kind === "blocks");
        if (!offer) return;
        const kept = [...offer.words.map(({ text }) => text), ...offer.leftOut].join("");
        expect(bare(kept)).toBe(bare(pasted));
      }),
      { numRuns: 500 },
    );
  });

  test("a couplet keeps all but the signs at the ends of its scrolls", () => {
    fc.assert(
      fc.property(junk, (pasted) => {
        const offer = coupletOf(pasted);
        if (!offer) return;
        const han = (text: string) =>
          text
            .match(/\p{Script=Han}/gu)
            ?.toSorted()
            .join("");
        expect(han(offer.words.map(({ text }) => text).join(""))).toBe(han(pasted));
      }),
    );
  });

  test("there are at most as many blocks as a poster holds, none too long, ids all different", () => {
    fc.assert(
      fc.property(junk, fc.integer({ min: 0, max: maxBlocks - 1 }), (pasted, others) => {
        const full = Array.from({ length: others }, (_, index) =>
          newBlock(`b${index + 2}`, "label"),
        );
        for (const offer of offersFor(pasted, [...full, ...blocks], place)) {
          const taken = takeOffer([...full, ...blocks], place, offer);
          expect(taken.length).toBeLessThanOrEqual(maxBlocks);
          expect(new Set(taken.map(({ id }) => id)).size).toBe(taken.length);
          for (const { text } of taken) {
            expect(text.length).toBeLessThanOrEqual(maxBlockCharacters);
            expect(isPrintable(text)).toBe(true);
          }
        }
      }),
    );
  });

  test.each([
    ["letters", "x"],
    ["blanks", " "],
    ["line ends", "\n"],
    ["labels", "上联："],
    ["short lines", "天\n"],
    ["pauses", "，"],
    ["digits", "1 "],
    ["dates", "10:1jan "],
    ["broken halves of a character", "\ud83e"],
    ["brackets", "【"],
  ])("100 000 characters of %s take a moment", (_, part) => {
    const pasted = part.repeat(Math.ceil(100_000 / part.length));
    const before = process.cpuUsage();
    expect(() => offersOf(pasted)).not.toThrow();
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(2000);
  });
});
