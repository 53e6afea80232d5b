import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { posters as anyPoster } from "../../testing/posters";
import { blankPoster, newBlock } from "../blank";
import { ratioIds } from "../choices";
import { obstaclesOf } from "../makeable";
import { quotesFor } from "../quotes";
import type { Poster } from "../schema";
import { literalsOf, missingLiterals, wordedBlocks } from "../words";
import { compilePrompt } from "./prompt";
import { chineseTerms, englishTerms } from "./terms";

const posterOf = (...texts: string[]): Poster => ({
  ...blankPoster,
  blocks: texts.map((text, index) => newBlock(`b${index}`, "title", text)),
});

test("every literal stands in the prompt once, word for word, in quotes that do not occur in it", () => {
  fc.assert(
    fc.property(anyPoster, fc.constantFrom(...ratioIds), (poster, ratio) => {
      const { prompt, spans, refused } = compilePrompt(poster, ratio);
      const quoted = spans.map(({ from, to }) => [...prompt.slice(from, to)]);
      const kept = poster.blocks.filter(({ id }) => !refused.includes(id));
      expect(quoted.map((piece) => piece.slice(1, -1).join(""))).toEqual(
        literalsOf({ blocks: kept }),
      );
      for (const piece of quoted) {
        const literal = piece.slice(1, -1);
        expect(literal).not.toContain(piece[0]);
        expect(literal).not.toContain(piece.at(-1));
      }
      const between = [...spans, undefined].map((span, index) =>
        prompt.slice(spans[index - 1]?.to ?? 0, span?.from),
      );
      expect(between.join("")).not.toMatch(/[“”"「」『』«»‹›\n]/u);
    }),
    { numRuns: 2000 },
  );
});

test("a bare poster's words leave no trace in its prompt, whatever they are", () => {
  const languages = fc.constantFrom("zh" as const, "en" as const);
  fc.assert(
    fc.property(anyPoster, fc.constantFrom(...ratioIds), languages, (poster, ratio, language) => {
      const asked: Poster = { ...poster, bare: true, promptLanguage: language };
      const compiled = compilePrompt(asked, ratio);
      const blocks = wordedBlocks(asked).map((block) => ({ ...block, text: "?" }));
      expect(compilePrompt({ ...asked, blocks }, ratio)).toEqual(compiled);
      expect(compiled).toMatchObject({ spans: [], refused: [], excess: 0 });
      expect(compiled.prompt).not.toMatch(/[“”"「」『』«»‹›\n]/u);
      const { places } = language === "zh" ? chineseTerms : englishTerms;
      for (const { place } of blocks) {
        expect(compiled.prompt).toContain(places[place].replace("位于", ""));
      }
    }),
    { numRuns: 1000 },
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
      "一副对联，右侧上联“春回大地千山秀丽展新颜”，左侧下联“日照神州百业兴旺谱华章”，横批“万象更新”，自右向左读，背景是红色宣纸，淡金祥云，一对灯笼，字体为金色楷书，中国风，暖色调，竖版构图。画面中不出现其他文字。",
    );
  });

  test("the documentation's English couplet comes out word for word", () => {
    const scroll = { ...newBlock("b1", "upperScroll"), place: "left" } as const;
    const poster: Poster = {
      ...blankPoster,
      scene: { ...blankPoster.scene, subject: "red Xuan paper" },
      blocks: [
        { ...scroll, text: "Spring returns to the earth, thousands of mountains are beautiful" },
        {
          ...newBlock("b2", "lowerScroll"),
          text: "Sun shines on the divine land, all industries prosper",
          place: "right",
        },
        newBlock("b3", "horizontalScroll", "Everything is renewed"),
      ],
    };
    expect(compilePrompt(poster, "3:4").prompt.replaceAll(/[“”]/gu, "'")).toBe(
      "A Chinese couplet, left scroll 'Spring returns to the earth, thousands of mountains are beautiful', right scroll 'Sun shines on the divine land, all industries prosper', horizontal scroll 'Everything is renewed', background is red Xuan paper, font is regular script in gold, vertical composition. No other text appears.",
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

describe("a prompt that would be too long", () => {
  const crowded = (words: string): Poster => ({
    ...posterOf(words),
    scene: {
      subject: "a beach, blue sky; white sand",
      styles: ["realistic", "minimalist"],
      style: "grainy film",
      lights: ["soft", "warm"],
      light: "golden hour",
      qualities: ["highQuality", "8k"],
    },
  });
  const order = [
    "8k resolution",
    "high quality",
    "golden hour",
    "warm tones",
    "soft lighting",
    "grainy film",
    "modern minimalist",
    "realistic style",
    "vertical composition",
    "white sand",
    "blue sky",
    "background is a beach",
  ];

  test("nothing is left out while it fits", () => {
    expect(compilePrompt(crowded("Sale"), "3:4")).toMatchObject({ dropped: [], excess: 0 });
  });

  test.each([480, 560, 640, 690, 720])(
    "with a title of %i characters the scene goes in the stated order, the words never",
    (length) => {
      const words = "字".repeat(length);
      const { prompt, dropped, excess } = compilePrompt(
        { ...crowded(words), promptLanguage: "en" },
        "3:4",
      );
      expect([...prompt].length).toBeLessThanOrEqual(800);
      expect(dropped).toEqual(order.slice(0, dropped.length));
      expect(prompt).toContain(`“${words}”`);
      expect(excess).toBe(0);
      for (const kept of order.slice(dropped.length)) expect(prompt).toContain(kept);
    },
  );

  test("with the scene gone, lettering goes before places, and the words stay", () => {
    const labels = (count: number): Poster => ({
      ...blankPoster,
      promptLanguage: "en",
      blocks: Array.from({ length: count }, (_, index) => ({
        ...newBlock(`b${index}`, "label", `${index}`.padStart(14, "字")),
        colour: index % 2 ? ("gold" as const) : ("red" as const),
      })),
    });
    const lettering = ["sans-serif font in red", "sans-serif font in gold"];
    const fits = (count: number) => compilePrompt(labels(count), "3:4");
    expect(fits(10)).toMatchObject({ dropped: [], excess: 0 });
    expect(fits(15)).toMatchObject({ dropped: ["vertical composition", ...lettering], excess: 0 });
    const bare = fits(24);
    expect(bare.excess).toBe(0);
    expect(bare.prompt).not.toContain("at the bottom left");
    expect(bare.spans).toHaveLength(24);
  });

  test("words that do not fit alone are kept whole, and it says by how much", () => {
    const words = "字".repeat(800);
    const { prompt, dropped, excess } = compilePrompt(
      { ...crowded(words), promptLanguage: "en" },
      "3:4",
    );
    expect(prompt).toContain(words);
    expect(dropped).toEqual([...order, "at the top", "large bold serif font"]);
    expect(excess).toBe([...prompt].length - 800);
    expect(obstaclesOf(crowded(words)).map(({ obstacle }) => obstacle)).toEqual(["wordsTooLong"]);
  });
});

test("words that no pair of quotes can hold are left out and named, never let loose", () => {
  const poster = posterOf("Sale", '“"「『«‹ free text');
  const { prompt, refused } = compilePrompt(poster, "3:4");
  expect(refused).toEqual(["b1"]);
  expect(prompt).not.toContain("free text");
});

test("quotes in the scene do not become words to paint", () => {
  const scene = {
    ...blankPoster.scene,
    subject: "a sign with “OPEN” and 'hours', children's toys",
  };
  const { prompt } = compilePrompt({ ...posterOf("Sale"), scene }, "3:4");
  expect(prompt).toContain("a sign with OPEN and hours, children's toys");
});

test("the same poster compiles to the same prompt, always", () => {
  fc.assert(
    fc.property(anyPoster, fc.constantFrom(...ratioIds), (poster, ratio) => {
      expect(compilePrompt(structuredClone(poster), ratio)).toEqual(compilePrompt(poster, ratio));
    }),
  );
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

  test("a bare poster wants a scene, and its words may be any", () => {
    const poster = { ...posterOf('“"「『«‹'), bare: true };
    expect(obstacles(poster)).toEqual(["noScene"]);
    const scene = { ...blankPoster.scene, subject: "a beach" };
    expect(obstacles({ ...poster, scene })).toEqual([]);
    const long = { ...scene, subject: "海".repeat(800) };
    expect(obstaclesOf({ ...poster, scene: long })).toMatchObject([
      { obstacle: "promptTooLong", path: ["scene", "subject"] },
    ]);
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
