import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { posters } from "../../testing/posters";
import { blankPoster, newBlock } from "../blank";
import { compileNegative } from "../keep-out";
import { type Block, type Poster, posterSchema, type Role } from "../schema";
import type { CharacterTables } from "./characters";
import type { Finding, Rule } from "./finding";
import { lint } from "./lint";
import { applyMend } from "./mend";
import { loadTables } from "./tables";

let tables: CharacterTables;
beforeAll(async () => {
  tables = await loadTables();
});

const title = (text: string, changes: Partial<Block> = {}) => ({
  ...newBlock("b1", "title", text),
  ...changes,
});
const posterWith = (changes: Partial<Poster> = {}): Poster => ({
  ...blankPoster,
  blocks: [title("夏日特卖")],
  ...changes,
});
const keptOut = (own: string, presets: Poster["keepOut"]["presets"] = []) => ({
  keepOut: { presets, own },
});
const scene = (changes: Partial<Poster["scene"]>) => ({
  scene: { ...blankPoster.scene, ...changes },
});
const blocksOf = (...blocks: [Role, string, Partial<Block>?][]): Partial<Poster> => ({
  blocks: blocks.map(([role, text, changes], index) => ({
    ...newBlock(`b${index + 1}`, role, text),
    ...changes,
  })),
});
const found = (poster: Poster, rule: Rule) =>
  lint(poster, tables).filter((finding) => finding.rule === rule);

test("a plain poster with the advised settings is left alone", () => {
  const plain = posterWith(blocksOf(["title", "夏日特卖"], ["subtitle", "清凉一整夏"]));
  expect(lint(plain, tables)).toEqual([]);
});

/** Posters with one fault each, and what its sentence must name. */
const faults: [Rule, string, Partial<Poster>, Record<string, string>][] = [
  ["bansWords", "own words", keptOut("blur, words"), { term: "words" }],
  ["bansWords", "in Chinese", keptOut("模糊，文字"), { term: "文字" }],
  [
    "bansWatermark",
    "with a weight",
    { ...keptOut("(watermark:1.3)"), watermark: true },
    { term: "(watermark:1.3)" },
  ],
  [
    "bansLogo",
    "of a brand's poster",
    { ...blocksOf(["brand", "山野茶社"]), ...keptOut("logo") },
    { term: "logo" },
  ],
  ["bansWatermark", "that is asked for", keptOut("", ["landscape"]), { term: "watermark" }],
  [
    "styleConflict",
    "chip and preset",
    { ...scene({ styles: ["realistic"] }), ...keptOut("", ["styles"]) },
    { term: "realistic" },
  ],
  [
    "styleConflict",
    "own words of both",
    { ...scene({ style: "日系动漫" }), ...keptOut("动漫") },
    { term: "动漫" },
  ],
  ["expandExact", "with words", { expand: true }, {}],
  [
    "expandLong",
    "long scene",
    { blocks: [], expand: true, ...scene({ subject: "海".repeat(300) }) },
    {},
  ],
  ["watermarkOff", "switch", { watermark: false }, {}],
  ["unbalancedQuotes", "by hand", { handPrompt: "海报，标题“夏日特卖，海滩" }, { marks: "“" }],
  ["unbalancedQuotes", "straight", { handPrompt: 'A poster, title "Sale, beach' }, { marks: '"' }],
  ["brokenLines", "by hand", { handPrompt: "标题“夏日/n特卖”" }, {}],
  ["brokenLines", "in a block", blocksOf(["title", "夏日\\n特卖"]), {}],
  [
    "sceneQuotes",
    "in the subject",
    scene({ subject: "墙上有“营业中”的牌子" }),
    { words: "营业中" },
  ],
  [
    "looseWords",
    "announced",
    scene({ subject: "a wall that says open now, blue" }),
    { words: "says open now" },
  ],
  ["looseWords", "in Chinese", scene({ subject: "牌子上写着营业中" }), { words: "写着营业中" }],
  ["looseWords", "priced", scene({ subject: "a sticker of ¥99 on the cup" }), { words: "¥99" }],
  ["looseWords", "by hand", { handPrompt: "海报，标题为夏日特卖" }, { words: "标题为夏日特卖" }],
  [
    "manyCharacters",
    "a whole page",
    blocksOf(["body", "字".repeat(121)]),
    { count: "121", limit: "120" },
  ],
  [
    "crowded",
    "small print without end",
    blocksOf(
      ["smallPrint", "小字说明".repeat(140)],
      ["body", "正文".repeat(250)],
      ["label", "标签".repeat(250)],
    ),
    { ratios: "3:4" },
  ],
  [
    "samePlace",
    "two in the middle",
    blocksOf(["slogan", "清凉一夏"], ["body", "全场五折"]),
    { role: "slogan", place: "center", free: "top" },
  ],
  ["rareCharacters", "level 2", blocksOf(["title", "镳局"]), { level: "2", characters: "镳" }],
  ["rareCharacters", "level 3", blocksOf(["title", "亍"]), { level: "3", characters: "亍" }],
  [
    "unlistedCharacters",
    "in no table",
    blocksOf(["title", "𰻝面"]),
    { level: "", characters: "𰻝" },
  ],
  ["mixedScripts", "於", blocksOf(["title", "位於门口"]), { traditional: "於", simplified: "门" }],
  [
    "mixedScripts",
    "徵",
    blocksOf(["title", "特徵与优势"]),
    { traditional: "徵", simplified: "与优势" },
  ],
  [
    "mixedScripts",
    "one of each",
    blocksOf(["title", "龍门"]),
    { traditional: "龍", simplified: "门" },
  ],
  ["invisible", "a zero-width space", blocksOf(["title", "夏\u200b日"]), { is: "marks" }],
  ["invisible", "a lost character", blocksOf(["title", "夏\ufffd日"]), { is: "lost" }],
  ["garbled", "read as Latin", blocksOf(["title", "ä¸­ç§‹ â€™25 Ã©"]), { meant: "中秋 ’25 é" }],
  ["garbled", "left escaped", blocksOf(["title", "A&amp;B&nbsp;\\u4e2d"]), { meant: "A&B 中" }],
  ["noQuotes", "every mark used", blocksOf(["title", '“"「『«‹']), {}],
  [
    "checkThese",
    "figures",
    blocksOf(["body", "¥9.9 起，7月1日，电话 13800138000，www.example.com"]),
    { facts: "¥9.9 · 7月1日 · 13800138000 · www.example.com" },
  ],
  [
    "checkThese",
    "a telephone and a discount whole",
    blocksOf(["body", "五折 0571-8765 4321"]),
    { facts: "五折 · 0571-8765 4321" },
  ],
];

describe("each fault is named, and its mend takes it away", () => {
  test.each(faults)("%s: %s", (rule, _name, changes, says) => {
    const poster = posterWith(changes);
    const [finding] = found(poster, rule);
    expect(finding?.says).toEqual(says);
    if (!finding?.mend) return;
    const mended = applyMend(poster, finding.mend, tables);
    expect(found(mended, rule)).toEqual([]);
  });

  test("every rule with a mend is among them", () => {
    const mends: Record<NonNullable<Finding["mend"]>["kind"], true> = {
      dropTerm: true,
      expandOff: true,
      watermarkOn: true,
      movePlace: true,
      breakLines: true,
      stripInvisible: true,
      ungarble: true,
      simplify: true,
      quotedToBlocks: true,
      spacesForBreaks: true,
    };
    const seen = faults.flatMap(([rule, , changes]) =>
      found(posterWith(changes), rule).flatMap(({ mend }) => mend?.kind ?? []),
    );
    expect([...new Set(seen)].sort()).toEqual(Object.keys(mends).sort());
  });
});

describe("what is not a fault", () => {
  const none = (rule: Rule, changes: Partial<Poster>) =>
    expect(found(posterWith(changes), rule)).toEqual([]);

  test("bad lettering is kept out, not lettering", () => {
    none("bansWords", keptOut("blurred text, typos, 文字模糊", ["text"]));
  });
  test.each([
    "人物占画面60%，蓝天",
    "a 50% gray background",
    "a $100 bill on the table",
    "100元纸币飘落",
    "5块巧克力",
    "80% opacity, 3.5 inch",
  ])("figures that tell of the picture: %s", (subject) => none("looseWords", scene({ subject })));
  test.each(['24" monitor, 5\'10" tall, title “Sale”', "don’t and ’90s, title ‘Sale’"])(
    "inches and apostrophes: %s",
    (handPrompt) => none("unbalancedQuotes", { handPrompt }),
  );
  test.each(["宫商角徵羽", "毕昇", "陞官發財"])("%s is neither rare nor mixed", (text) => {
    none("mixedScripts", blocksOf(["title", text]));
  });
  test("於 and 徵 are ordinary in traditional text", () => {
    none("rareCharacters", blocksOf(["title", "位於門口的特徵"]));
  });
  test("a logo may be kept out where no brand stands", () => none("bansLogo", keptOut("logo")));
  test("a subtitle belongs with its title", () => {
    none("samePlace", blocksOf(["title", "夏日特卖"], ["subtitle", "五折"]));
  });
  test("a bare poster's words are not the model's, so only what is wrong in any type is said", () => {
    const words = { ...blocksOf(["brand", "饕餮\u200b"], ["body", "字".repeat(200)]), bare: true };
    const rules = lint(posterWith({ ...words, ...keptOut("logo"), expand: true }), tables);
    expect(rules.map(({ rule }) => rule)).toEqual(["invisible"]);
  });
  test("expansion of a short scene without words", () => {
    none("expandExact", { blocks: [], expand: true, ...scene({ subject: "a kitten" }) });
    none("expandLong", { blocks: [], expand: true, ...scene({ subject: "a kitten" }) });
  });
  test("a path is no line break", () => none("brokenLines", blocksOf(["body", "a.cn/news"])));
  test("joined emoji hold together by marks nobody sees", () => {
    none("invisible", blocksOf(["title", "👨‍👩‍👧 ❤️"]));
  });
  test("a poster all in traditional characters is not mixed, its common ones not rare", () => {
    const traditional = blocksOf(["title", "龍鳳呈祥開門見喜"]);
    none("mixedScripts", traditional);
    none("rareCharacters", traditional);
    none("unlistedCharacters", traditional);
  });
  test("characters both scripts share", () =>
    none("mixedScripts", blocksOf(["title", "皇后千里龍"])));
  test("quoted words a prompt announces", () => {
    none("looseWords", { handPrompt: "A sign that says “OPEN”, blue wall" });
  });
});

test("taking words out of the scene makes labels of them and leaves the rest", () => {
  const poster = posterWith(
    scene({ subject: "a door with “OPEN” and “24h” on it", light: "warm" }),
  );
  const mended = applyMend(poster, { kind: "quotedToBlocks" });
  expect(mended.blocks.map(({ id, text }) => `${id} ${text}`)).toEqual([
    "b1 夏日特卖",
    "b2 OPEN",
    "b3 24h",
  ]);
  expect(mended.scene).toMatchObject({ subject: "a door with and on it", light: "warm" });
});

test("a preset gives up one term and keeps the others", () => {
  const poster = posterWith(keptOut("cat", ["styles", "text"]));
  const mended = applyMend(poster, { kind: "dropTerm", term: "realistic" });
  expect(compileNegative(mended).split(", ").sort()).toEqual(
    compileNegative(poster)
      .split(", ")
      .filter((term) => term !== "realistic")
      .sort(),
  );
});

test("no poster trips it, it changes nothing, and no mend makes a poster worse than well formed", () => {
  fc.assert(
    fc.property(posters, (poster) => {
      const before = structuredClone(poster);
      const findings = lint(poster, tables);
      for (const finding of findings) {
        const { mend } = finding;
        if (!mend) continue;
        const mended = applyMend(poster, mend, tables);
        expect(posterSchema.safeParse(mended).success).toBe(true);
        expect(lint(mended, tables)).not.toContainEqual(finding);
      }
      expect(poster).toEqual(before);
    }),
    { numRuns: 400 },
  );
});
