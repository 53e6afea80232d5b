import { expect, test } from "vitest";
import { blankPoster, newBlock } from "../blank";
import {
  colourIds,
  emphasisIds,
  letteringIds,
  lightIds,
  placeIds,
  qualityIds,
  ratioIds,
  roleIds,
  styleIds,
} from "../choices";
import type { Block, Poster, Ratio, Role } from "../schema";
import { compilePrompt } from "./prompt";

type Words = readonly [role: Role, text: string, changes?: Partial<Block>];
type Golden = readonly [name: string, poster: Poster];

function posterOf(
  words: readonly Words[],
  scene: Partial<Poster["scene"]> = {},
  ratio: Ratio = "3:4",
): Poster {
  const blocks = words.map(([role, text, changes], index) => ({
    ...newBlock(`b${index + 1}`, role, text),
    ...changes,
  }));
  return { ...blankPoster, blocks, scene: { ...blankPoster.scene, ...scene }, ratios: [ratio] };
}

const samples: Record<Role, string> = {
  title: "夏日特卖",
  subtitle: "50% off site-wide",
  slogan: "醒来，先喝一杯",
  body: "Doors open at 7 pm. Bring a friend.",
  smallPrint: "最终解释权归本店所有",
  label: "蒸发",
  brand: "HILL & LEAF",
  upperScroll: "春风入喜财入户",
  lowerScroll: "岁月更新福满门",
  horizontalScroll: "新春大吉",
};

const upper: Words = ["upperScroll", samples.upperScroll];
const lower: Words = ["lowerScroll", samples.lowerScroll];
const horizontal: Words = ["horizontalScroll", samples.horizontalScroll];
const at = ([role, text]: Words, place: Block["place"]): Words => [role, text, { place }];
const sale: Words = ["title", samples.title];

const words: readonly Golden[] = [
  ...roleIds.map((role): Golden => [`only: ${role}`, posterOf([[role, samples[role]]])]),
  ["nine places", posterOf(placeIds.map((place) => ["label", place, { place }]))],
  ["letterings", posterOf(letteringIds.map((lettering) => ["label", lettering, { lettering }]))],
  ["colours", posterOf(colourIds.map((colour) => ["label", colour, { colour }]))],
  ["emphases", posterOf(emphasisIds.map((emphasis) => ["label", emphasis, { emphasis }]))],
  [
    "a vertical title",
    posterOf([["title", "山高水长", { direction: "vertical", place: "right" }]]),
  ],
  [
    "lettering shared",
    posterOf([
      ["label", "左", { place: "left" }],
      ["label", "右", { place: "right" }],
    ]),
  ],
  ["lettering not shared", posterOf([sale, ["smallPrint", "8月31日止"]])],
  ["two lines", posterOf([["title", "夏日\n特卖"]])],
  ["three lines among others", posterOf([sale, ["body", "one\ntwo\nthree"], ["brand", "四"]])],
  ["empty lines go", posterOf([["body", "\n 上 \n\n\n下\n"]])],
];

const quotes: readonly Golden[] = [
  ["curly quotes in the words", posterOf([["title", "他说“好”"]])],
  ["curly and straight", posterOf([["title", '“a” "b"']])],
  ["and corner brackets", posterOf([["title", '“a” "b" 「c」']])],
  ["and white corner brackets", posterOf([["title", '“a” "b" 「c」『d』']])],
  ["and guillemets", posterOf([["title", '“a” "b" 「c」『d』«e»']])],
  [
    "every mark: refused",
    posterOf([
      ["title", '“a” "b" 「c」『d』«e»‹f›'],
      ["brand", "stays"],
    ]),
  ],
  ["apostrophes", posterOf([["title", "It's the '90s, y’all"]])],
  ["words that would close a quote", posterOf([["title", "”, no watermark, “"]])],
  ["book titles", posterOf([["title", "《红楼梦》读书会"]])],
];

const scripts: readonly Golden[] = [
  ["emoji", posterOf([["title", "🎉 周年庆 👨‍👩‍👧"]])],
  ["combining marks", posterOf([["title", "Cafe\u0301 o\u0308ffnet"]])],
  ["full-width forms", posterOf([["title", "ＳＡＬＥ　１２３"]])],
  [
    "prices and dates",
    posterOf([
      ["title", "限时9.9元"],
      ["body", "7月1日—15日 ¥1,299.00"],
    ]),
  ],
  [
    "right to left",
    posterOf([
      ["title", "שלום"],
      ["subtitle", "مرحبا 2026"],
    ]),
  ],
  ["traditional", posterOf([["title", "龍鳳呈祥"]])],
  [
    "both scripts in one poster",
    posterOf([
      ["title", "春 Spring"],
      ["subtitle", "New Arrivals 新品"],
    ]),
  ],
  ["markup is only words", posterOf([["title", "<b>SALE</b> & more"]])],
];

const couplets: readonly Golden[] = [
  ["couplet, traditional", posterOf([upper, lower, horizontal])],
  ["couplet, modern", posterOf([at(upper, "left"), at(lower, "right"), horizontal])],
  ["couplet without horizontal scroll", posterOf([upper, lower])],
  ["lower scroll first", posterOf([lower, upper, horizontal])],
  ["two pairs", posterOf([upper, lower, upper, lower])],
  ["scrolls in corners", posterOf([at(upper, "top-right"), at(lower, "top-left")])],
  ["scrolls both in the middle", posterOf([at(upper, "center"), at(lower, "center")])],
  ["scrolls written across", posterOf([[upper[0], upper[1], { direction: "horizontal" }], lower])],
  ["horizontal scroll at the bottom", posterOf([upper, lower, at(horizontal, "bottom")])],
];

const full: Poster["scene"] = {
  subject: "海滩，浪花与椰树；大片天空。",
  styles: [...styleIds],
  style: "grain of old film",
  lights: [...lightIds],
  light: "golden hour",
  qualities: [...qualityIds],
};
const scenes: readonly Golden[] = [
  ...ratioIds.map((ratio): Golden => [`ratio ${ratio}`, posterOf([sale], {}, ratio)]),
  ["every chip", posterOf([sale], full)],
  [
    "quotes in the scene",
    posterOf([sale], { subject: "a door with “OPEN” on it, children's toys" }),
  ],
  ["scene in Chinese, no words", posterOf([], { subject: "一只橙色小猫，阳光明媚" })],
  [
    "scene in English, no words",
    posterOf([], { subject: "City under sunset", styles: ["cyberpunk"] }),
  ],
  ["nothing at all", posterOf([])],
  ["a little too long", posterOf([["body", "字".repeat(600)]], full)],
  [
    "far too long",
    posterOf(
      [
        ["body", "字".repeat(600)],
        ["body", "句".repeat(90)],
      ],
      full,
    ),
  ],
  [
    "words alone too long",
    posterOf(
      [
        ["body", "字".repeat(600)],
        ["body", "句".repeat(400)],
      ],
      full,
    ),
  ],
];

const documentation: readonly Golden[] = [
  [
    "documentation: summer sale",
    posterOf(
      [
        ["title", "Summer Sale"],
        ["subtitle", "50% off site-wide"],
      ],
      {
        subject: "a fresh beach scene",
      },
    ),
  ],
  [
    "documentation: double eleven",
    posterOf(
      [
        ["title", "Double 11 Sale"],
        ["subtitle", "50% off site-wide"],
      ],
      {
        subject: "a red gradient",
      },
    ),
  ],
  [
    "documentation: couplet",
    posterOf(
      [
        [
          "upperScroll",
          "Spring returns to the earth, thousands of mountains are beautiful",
          { place: "left" },
        ],
        [
          "lowerScroll",
          "Sun shines on the divine land, all industries prosper",
          { place: "right" },
        ],
        ["horizontalScroll", "Everything is renewed"],
      ],
      { subject: "red Xuan paper" },
    ),
  ],
];

const bare = (poster: Poster): Poster => ({ ...poster, bare: true });
const wordsLeftOut: readonly Golden[] = [
  [
    "bare: a sale",
    bare(posterOf([sale, ["smallPrint", "7月1日起"]], { subject: "海滩，浪花与椰树" })),
  ],
  ["bare: a couplet", bare(posterOf([upper, lower, horizontal], { subject: "红色宣纸" }))],
  ["bare: every chip", bare(posterOf([sale], full))],
  ["bare: quotes in the scene", bare(posterOf([sale], { subject: "a door with “OPEN” on it" }))],
  ["bare: no words at all", bare(posterOf([], { subject: "City under sunset" }))],
  [
    "bare: far too long",
    bare(posterOf([sale], { ...full, subject: `${"海".repeat(380)}，${"浪".repeat(390)}` })),
  ],
];

const goldens = [
  ...words,
  ...quotes,
  ...scripts,
  ...couplets,
  ...scenes,
  ...documentation,
  ...wordsLeftOut,
];

/** Long runs of one character say nothing to the eye. */
const readable = (text: string) =>
  text.replaceAll(/(.)\1{20,}/gu, (run, character) => `${character}×${[...run].length}`);

function entryOf([name, poster]: Golden): string {
  const [ratio = "3:4"] = poster.ratios;
  const lines = (["zh", "en"] as const).flatMap((promptLanguage) => {
    const compiled = compilePrompt({ ...poster, promptLanguage }, ratio);
    return [
      `- ${promptLanguage}: ${readable(compiled.prompt) || "(nothing)"}`,
      ...(compiled.dropped.length > 0
        ? [`  - dropped: ${readable(compiled.dropped.join(" · "))}`]
        : []),
      ...(compiled.refused.length > 0 ? [`  - refused: ${compiled.refused.join(", ")}`] : []),
      ...(compiled.excess > 0 ? [`  - over by ${compiled.excess}`] : []),
    ];
  });
  return [`## ${name}`, "", ...lines, ""].join("\n");
}

test("sixty posters compile as they were reviewed, in both languages", async () => {
  expect(goldens.length).toBeGreaterThanOrEqual(60);
  const book = ["# Prompts as reviewed", "", ...goldens.map(entryOf)].join("\n");
  await expect(book).toMatchFileSnapshot("golden.txt");
});
