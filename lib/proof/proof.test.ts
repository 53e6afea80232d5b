import { describe, expect, test } from "vitest";
import { newBlock } from "@/lib/poster/blank";
import { loadTables } from "@/lib/poster/lint/tables";
import type { Block } from "@/lib/poster/schema";
import { readColumn, reading, readLetters, readLine } from "@/lib/testing/reading";
import { proofOf } from "./proof";
import { proofSchema, type ReadLine } from "./schema";

const { simplified } = await loadTables();

const sans = (text: string, id = "a"): Block => ({
  ...newBlock(id, "title", text),
  lettering: "sans",
});

const proof = (blocks: Block[], lines: ReadLine[], unknown = "") =>
  proofOf({ blocks }, reading(lines, unknown), simplified);

const oneBlock = (wanted: string, ...lines: (string | ReadLine)[]) => {
  const read = lines.map((line, row) =>
    typeof line === "string" ? readLine(line, { row }) : line,
  );
  const { blocks, ...rest } = proof([sans(wanted)], read);
  return { ...rest, block: blocks[0], marks: blocks[0]?.marks ?? [] };
};

const kinds = (marks: readonly { kind: string; wanted: string | null; read: string | null }[]) =>
  marks
    .filter(({ kind }) => kind !== "match")
    .map(({ kind, wanted, read }) => `${kind} ${wanted ?? ""}→${read ?? ""}`);

describe("the study's vectors, with the stricter outcome", () => {
  test.each([
    ["新年快乐", "新年快乐", "exact", []],
    ["新年快乐", "新年决乐", "wrong", ["substituted 快→决"]],
    ["限时9.9元", "限时99元", "wrong", ["missing .→"]],
    ["GRAND OPENING SALE", "GRAND OPENNING SALE", "wrong", ["doubled →N"]],
    ["GRAND OPENING SALE", "Grand Opening Sale", "unsure", []],
  ])("%s read as %s is %s", (wanted, read, verdict, found) => {
    const { block, marks, figures } = oneBlock(wanted, read);
    expect(block?.verdict).toBe(verdict);
    expect(kinds(marks)).toEqual(found);
    expect(figures.posterCrStrict).toBe(verdict === "exact");
  });

  test.each([
    ["新年快乐", "快乐新年"],
    ["GRAND OPENING SALE", "SALE GRAND OPENING"],
    ["新年快乐", "新年快乐2026"],
  ])("%s read as %s is wrong", (wanted, read) => {
    expect(oneBlock(wanted, read).block?.verdict).toBe("wrong");
  });

  test.each([
    ["奶茶买一送一", "奶茶买一送", "unsure"],
    ["一帆风顺", "帆风顺", "unsure"],
    ["买一送二", "买送二", "wrong"],
    ["奶茶买一送二", "奶茶买一送", "wrong"],
  ])("%s read as %s is %s: a stroke at an end escapes the reader", (wanted, read, verdict) => {
    expect(oneBlock(wanted, read).block?.verdict).toBe(verdict);
  });

  test("letters in the overlap of two frames are read once", () => {
    const lines = [readLine("Two tickets"), readLine("ts for one")];
    const [first, second] = lines;
    const shift = (first?.letters.at(-2)?.box.x ?? 0) - (second?.letters[0]?.box.x ?? 0);
    for (const letter of second?.letters ?? []) letter.box.x += shift;
    if (second) second.box.x += shift;
    expect(oneBlock("Two tickets for one", ...lines).block).toMatchObject({
      verdict: "exact",
    });
  });

  test("what stands in a line of its own, unasked for, fails the poster and no block", () => {
    const { block, extras, figures } = oneBlock("新年快乐", "新年快乐", "2026");
    expect(block?.verdict).toBe("exact");
    expect(extras.map(({ text }) => text)).toEqual(["2026"]);
    expect(figures).toMatchObject({
      posterCrStrict: false,
      characterPrecision: 0.5,
      characterRecall: 1,
    });
  });

  test("a lost decimal point breaks the price", () => {
    expect(oneBlock("限时9.9元", "限时99元").hardChecks).toEqual([
      { blockId: "a", kind: "price", wanted: "9.9元", read: "99元", result: "broken" },
    ]);
  });

  test("a price nobody found is neither kept nor broken", () => {
    expect(oneBlock("限时9.9元").hardChecks).toMatchObject([{ result: "unsure" }]);
  });

  test("a swapped couplet is found, though every word is right", () => {
    const blocks = [
      newBlock("u", "upperScroll", "春回大地千山秀"),
      newBlock("l", "lowerScroll", "日照神州百业兴"),
    ];
    const hung = (upper: number, lower: number) =>
      proof(blocks, [readColumn("春回大地千山秀", upper), readColumn("日照神州百业兴", lower)]);
    expect(hung(800, 100)).toMatchObject({
      areScrollsSwapped: false,
      figures: { posterCrStrict: true },
    });
    expect(hung(100, 800)).toMatchObject({
      areScrollsSwapped: true,
      figures: { posterCrStrict: false },
    });
  });
});

describe("differences that are no other character", () => {
  test.each([
    ["Ａ１，", "A1,", "exact", ["width", "width", "width"]],
    ["SOLO", "S0LO", "exact", [null, "shape", null, null]],
    ["Hello", "hello", "unsure", ["case", null, null, null, null]],
    ["国庆", "國慶", "unsure", ["script", "script"]],
  ])("%s read as %s is %s and says which", (wanted, read, verdict, differences) => {
    const { block, marks } = oneBlock(wanted, read);
    expect(block?.verdict).toBe(verdict);
    expect(marks.map(({ difference }) => difference)).toEqual(differences);
  });
});

describe("errors", () => {
  test.each([
    ["一路平安", "一路平平安", ["doubled →平"]],
    ["欢欢喜喜", "欢喜喜", ["missing 欢→"]],
    ["春暖花开", "春暖花开了", ["extra →了"]],
    ["福", "幅", ["substituted 福→幅"]],
    ["电话400-820-8820", "电话400-820-8821", ["substituted 0→1"]],
  ])("%s read as %s: %j", (wanted, read, found) => {
    const { block, marks } = oneBlock(wanted, read);
    expect(block?.verdict).toBe("wrong");
    expect(kinds(marks)).toEqual(found);
  });

  test.each(["running", "clerical", "brush", "handwriting"] as const)(
    "in %s no machine alone says wrong",
    (lettering) => {
      const block = { ...sans("新年快乐"), lettering };
      const { blocks, figures } = proof([block], [readLine("新年决乐")]);
      expect(blocks[0]).toMatchObject({ verdict: "unsure", reason: "calligraphy" });
      expect(figures.posterCrStrict).toBe(false);
    },
  );

  test("a doubtful reading is no verdict", () => {
    const { block } = oneBlock("新年快乐", readLine("新年决乐", { confidence: 0.4 }));
    expect(block?.verdict).toBe("wrong");
    const letters = readLetters("新年决乐", { x: 0, y: 0, width: 160, height: 48 });
    const doubtful = letters.map((letter) =>
      letter.text === "决"
        ? { ...letter, confidence: 0.6, others: [{ text: "快", confidence: 0.35 }] }
        : letter,
    );
    expect(oneBlock("新年快乐", readLine("新年决乐", { letters: doubtful })).block).toMatchObject({
      verdict: "unsure",
      reason: "doubtful",
    });
  });

  test("views that do not agree are no verdict", () => {
    const box = { x: 0, y: 0, width: 160, height: 48 };
    const seconds = [readLetters("新年快乐", box), readLetters("新年决乐", box)];
    const { block } = oneBlock("新年快乐", readLine("新年决乐", { seconds }));
    expect(block?.verdict).toBe("unsure");
  });

  test("a character the reader does not know is not checked, and the rest is", () => {
    const wanted = [sans("請聽我說")];
    expect(proof(wanted, [readLine("請听我說")], "聽").blocks[0]).toMatchObject({
      verdict: "uncheckable",
      reason: "unknownCharacters",
    });
    expect(proof(wanted, [readLine("請听我读")], "聽").blocks[0]?.verdict).toBe("wrong");
  });
});

describe("which line is whose", () => {
  test("a block over several lines is read from the top, its columns from the right", () => {
    const { block } = oneBlock("春眠不觉晓\n处处闻啼鸟", "春眠不觉晓", "处处闻啼鸟");
    expect(block).toMatchObject({ verdict: "exact", read: "春眠不觉晓\n处处闻啼鸟" });
    const column: Block = { ...sans("春眠不觉晓\n处处闻啼鸟"), direction: "vertical" };
    const lines = [readColumn("处处闻啼鸟", 100), readColumn("春眠不觉晓", 200)];
    expect(proof([column], lines).blocks[0]?.verdict).toBe("exact");
  });

  test("lines in another order want an eye", () => {
    const { block } = oneBlock("春眠不觉晓处处闻啼鸟", "处处闻啼鸟", "春眠不觉晓");
    expect(block).toMatchObject({ verdict: "unsure", reason: "order" });
  });

  test("words that occur in each other go each to their block, right or wrong", () => {
    const blocks = [sans("春", "one"), sans("新春快乐", "two"), sans("新春", "three")];
    const lines = ["新春快乐", "春", "新春"].map((text, row) => readLine(text, { row }));
    const right = proof(blocks, lines);
    expect(right.blocks.map(({ read }) => read)).toEqual(["春", "新春快乐", "新春"]);
    expect(right.figures.posterCrStrict).toBe(true);
    const wrong = proof(blocks, [readLine("新舂快乐"), ...lines.slice(1)]);
    expect(wrong.blocks.map(({ verdict }) => verdict)).toEqual(["exact", "wrong", "exact"]);
  });

  test("a title painted twice is once the title and once unasked for", () => {
    const { block, extras } = oneBlock("新年快乐", "新年快乐", "新年快乐");
    expect(block?.verdict).toBe("exact");
    expect(extras).toHaveLength(1);
  });

  test("what hangs over a traditional couplet is read from the right", () => {
    const blocks = [
      newBlock("u", "upperScroll", "春回大地千山秀"),
      newBlock("l", "lowerScroll", "日照神州百业兴"),
      newBlock("h", "horizontalScroll", "万象更新"),
    ];
    const scrolls = [readColumn("春回大地千山秀", 800), readColumn("日照神州百业兴", 100)];
    const over = (text: string) => proof(blocks, [...scrolls, readLine(text)]).blocks[2];
    expect(over("新更象万")).toMatchObject({
      verdict: "exact",
      read: "万象更新",
      isFromRight: true,
    });
    expect(over("万象更新")).toMatchObject({ verdict: "exact", isFromRight: false });
    expect(over("新更像万")).toMatchObject({ verdict: "wrong", read: "万像更新" });
  });

  test("sixty lines of small print, one character of one of them wrong", () => {
    const lines = Array.from({ length: 60 }, (_, at) => `第${at + 1}条细则以门店当日公示为准`);
    const small = { ...newBlock("s", "smallPrint", lines.slice(0, 30).join("\n")), id: "one" };
    const more = { ...newBlock("s", "smallPrint", lines.slice(30).join("\n")), id: "two" };
    const read = lines.map((text, row) =>
      readLine(row === 41 ? text.replace("公示", "公布") : text, { row }),
    );
    const { blocks, extras } = proof([small, more], read);
    expect(blocks.map(({ verdict }) => verdict)).toEqual(["exact", "wrong"]);
    expect(kinds(blocks[1]?.marks ?? [])).toEqual(["substituted 示→布"]);
    expect(extras).toEqual([]);
  });
});

describe("what is no text of the poster", () => {
  test.each(["Qwen-Image", "Qwen-lmage", "草稿 DRAFT", "草稿DRAFT"])(
    "%s is not extra text",
    (text) => {
      expect(oneBlock("新年快乐", "新年快乐", text).extras).toEqual([]);
    },
  );

  test.each(["Qwen-Image", "草稿 DRAFT"])("%s is no block, however long that is", (text) => {
    for (const wanted of ["美味四季飘香", "QWERTYUIOP", "Qwen Autumn", "草木", "草稿本"]) {
      expect(oneBlock(wanted, text).block).toMatchObject({ reason: "notFound", read: "" });
    }
  });

  test("a block that says what a signature says is found all the same", () => {
    const { block, extras } = oneBlock("Qwen-Image 发布会", "Qwen-Image", "发布会", "Qwen-Image");
    expect(block?.verdict).toBe("exact");
    expect(extras).toEqual([]);
  });

  test("a line that shares nothing with a block is not that block, but for one of a sign or two", () => {
    const { block, extras } = oneBlock("新年快乐", "小桥流水");
    expect(block).toMatchObject({ verdict: "unsure", reason: "notFound" });
    expect(extras.map(({ text: read }) => read)).toEqual(["小桥流水"]);
    expect(oneBlock("福", "幅").extras).toEqual([]);
  });

  test("texture read as a letter is not extra text", () => {
    const speck = readLine("一", { row: 3, confidence: 0.5 });
    expect(oneBlock("新年快乐", "新年快乐", speck).extras).toEqual([]);
  });

  test("an empty reading leaves every block not found, and no figure undefined", () => {
    const empty = proof([sans("新年快乐"), sans("Verbatim", "b")], []);
    expect(empty.blocks.map(({ verdict, reason }) => `${verdict} ${reason}`)).toEqual([
      "unsure notFound",
      "unsure notFound",
    ]);
    expect(empty.figures).toEqual({
      posterCrStrict: false,
      blockNed: 0,
      cer: 1,
      characterPrecision: 0,
      characterRecall: 0,
      characterF1: 0,
    });
  });

  test("a poster without words has nothing to be wrong", () => {
    expect(proof([sans("  ")], []).figures).toMatchObject({ posterCrStrict: true, blockNed: 1 });
  });
});

test("a proof is what its schema says, also through JSON", () => {
  const rest = oneBlock("限时9.9元", "限时99元", "多余");
  expect(rest.extras).toHaveLength(1);
  const made = proof([sans("限时9.9元")], [readLine("限时99元"), readLine("多余", { row: 1 })]);
  expect(proofSchema.parse(JSON.parse(JSON.stringify(made)))).toEqual(made);
});
