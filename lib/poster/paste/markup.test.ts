import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newBlock } from "../blank";
import { offersFor } from "./paste";

const offersOf = (pasted: string) =>
  offersFor(pasted, [newBlock("b1", "title")], { blockId: "b1", rest: "" });
const textsOf = (pasted: string, kind = "blocks") =>
  offersOf(pasted)
    .find((offer) => offer.kind === kind)
    ?.words.map(({ text }) => text);
const rolesOf = (pasted: string) =>
  offersOf(pasted)[0]?.words.map(({ role, text }) => `${role} ${text}`);

const two = ["夏日冰爽节", "全场第二件半价"];

describe("what a chat assistant writes becomes blocks without its markup", () => {
  test.each([
    "**夏日冰爽节**\n全场第二件半价",
    "# 夏日冰爽节\n## 全场第二件半价",
    "- 夏日冰爽节\n- 全场第二件半价",
    "* 夏日冰爽节\n* 全场第二件半价",
    "1. 夏日冰爽节\n2. 全场第二件半价",
    "1️⃣ 夏日冰爽节\n2️⃣ 全场第二件半价",
    "> 夏日冰爽节\n> 全场第二件半价",
    "🎉 夏日冰爽节\n🔥 全场第二件半价",
    "📌 标题：夏日冰爽节\n📌 副标题：全场第二件半价",
    "标题（大字）：夏日冰爽节\n副标题（小字）：全场第二件半价",
    "标题\n夏日冰爽节\n副标题\n全场第二件半价",
    "### 标题\n夏日冰爽节\n\n### 副标题\n全场第二件半价",
    "好的，以下是文案：\n\n**主标题：** 夏日冰爽节\n\n---\n\n**副标题：** 全场第二件半价",
    "| 位置 | 文案 |\n|---|:--:|\n| 标题 | 夏日冰爽节 |\n| 副标题 | 全场第二件半价 |",
    "```\n夏日冰爽节\n全场第二件半价\n```",
    "标题：夏日冰爽节 副标题：全场第二件半价",
    "*夏日冰爽节*\n_全场第二件半价_",
  ])("%j", (pasted) => expect(textsOf(pasted)).toEqual(two));

  test("a fact's label goes where labels name the words, and stays where it is read", () => {
    expect(textsOf("**主标题**：夏日\n**活动时间**：7月1日\n**地址**：人民路 88 号")).toEqual([
      "夏日",
      "7月1日",
      "人民路 88 号",
    ]);
    expect(textsOf("夏日\n地址：人民路 88 号")).toEqual(["夏日", "地址：人民路 88 号"]);
  });

  test("what only looks like markup stays", () => {
    expect(textsOf("2026 新年\n1.5 折起")).toEqual(["2026 新年", "1.5 折起"]);
    expect(rolesOf("夏日\n* 最终解释权归本店所有")).toEqual([
      "title 夏日",
      "smallPrint * 最终解释权归本店所有",
    ]);
    expect(textsOf("品牌\n故事")).toEqual(["品牌", "故事"]);
  });

  test("one text alone is offered without its marks", () => {
    expect(textsOf("**夏日冰爽节**", "clean")).toEqual(["夏日冰爽节"]);
    expect(offersOf("夏日冰爽节\r\n")).toEqual([]);
  });

  test("a couplet in bold, and one in cells", () => {
    const upper = "天增岁月人增寿";
    const lower = "春满乾坤福满门";
    for (const pasted of [
      `**上联：** ${upper}\n**下联：** ${lower}`,
      `上联\t${upper}\r\n下联\t${lower}\r\n`,
      `上联\n${upper}\n下联\n${lower}`,
      `${upper}\t${lower}`,
    ]) {
      expect(textsOf(pasted, "couplet")).toEqual([upper, lower]);
    }
    expect(textsOf("２０２６年春到福来\n一〇〇〇里路通天下", "couplet")).toHaveLength(2);
  });
});

const word = fc.string({ unit: fc.constantFrom(..."龘靐齉爩鱻麤ЖЩ"), minLength: 1, maxLength: 8 });
const cell = fc.oneof(
  word,
  fc.tuple(word, word).map((lines) => lines.join("\n")),
  word.map((text) => `${text}"${text}"`),
);
const asCell = (text: string) => (/["\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const rowEnds = fc.constantFrom("\n", "\r\n");

describe("cells of a sheet become blocks", () => {
  test("whatever they hold, in their order", () => {
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(rows, rowEnds, (sheet, end) => {
        const pasted = sheet.map((row) => row.map(asCell).join("\t") + end).join("");
        expect(textsOf(pasted)).toEqual(sheet.flat());
      }),
    );
  });

  test("the first column may name them, under heads or not", () => {
    const rows = fc.array(fc.tuple(fc.constantFrom("标题", "副标题", "Slogan", "地址"), cell), {
      minLength: 2,
      maxLength: 5,
    });
    fc.assert(
      fc.property(rows, rowEnds, fc.boolean(), (sheet, end, hasHeads) => {
        const heads = hasHeads ? `位置\t文案${end}` : "";
        const pasted = heads + sheet.map((row) => row.map(asCell).join("\t")).join(end);
        expect(textsOf(pasted)).toEqual(sheet.map(([, text]) => text));
      }),
    );
  });

  test("a table is offered row by row too", () => {
    const pasted = "品名\t价格\r\n美式\t18元\r\n拿铁\t22元\r\n";
    expect(textsOf(pasted)).toEqual(["品名", "价格", "美式", "18元", "拿铁", "22元"]);
    expect(textsOf(pasted, "rows")).toEqual(["品名 价格", "美式 18元", "拿铁 22元"]);
  });
});
