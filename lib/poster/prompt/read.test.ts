import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { posters } from "../../testing/posters";
import { blankPoster, newBlock } from "../blank";
import { ratioIds } from "../choices";
import { quotesFor } from "../quotes";
import type { Block } from "../schema";
import { linesOf, wordedBlocks } from "../words";
import { compilePrompt } from "./prompt";
import { readPrompt } from "./read";

const wordsOf = (blocks: readonly Block[]) =>
  blocks.map((block) => ({ role: block.role, lines: linesOf(block) }));

test("a compiled prompt gives the poster's words, order and roles back", () => {
  fc.assert(
    fc.property(posters, fc.constantFrom(...ratioIds), (poster, ratio) => {
      const quotable = wordedBlocks(poster).filter((block) =>
        linesOf(block).every((line) => quotesFor(line)),
      );
      const read = readPrompt(compilePrompt(poster, ratio).prompt);
      expect(wordsOf(read.blocks)).toEqual(wordsOf(quotable));
    }),
    { numRuns: 3000 },
  );
});

test.each(["zh", "en"] as const)(
  "a bare prompt in %s gives its scene back, and no words",
  (language) => {
    const scene = { ...blankPoster.scene, subject: "a beach, blue sky", lights: ["warm" as const] };
    const blocks = [newBlock("a", "title", "Sale"), newBlock("b", "body", "今天")];
    const poster = { ...blankPoster, blocks, scene, bare: true, promptLanguage: language };
    const read = readPrompt(compilePrompt(poster, "9:16").prompt);
    expect(read.blocks).toEqual([]);
    expect(read.scene.lights).toEqual(["warm"]);
    expect(read.scene.subject.replace("，", ", ")).toBe("a beach, blue sky");
  },
);

describe("the documentation's good prompts", () => {
  const rolesAndWords = (prompt: string) =>
    readPrompt(prompt).blocks.map(({ role, text }) => `${role}: ${text}`);

  test("the summer poster", () => {
    const prompt =
      "A poster with the title 'Summer Sale' and subtitle '50% off site-wide', background is a fresh beach scene";
    expect(rolesAndWords(prompt)).toEqual(["title: Summer Sale", "subtitle: 50% off site-wide"]);
    expect(readPrompt(prompt).scene.subject).toBe("a fresh beach scene");
  });

  test("the sale poster", () => {
    const prompt =
      "A poster, title is 'Double 11 Sale', subtitle '50% off site-wide', background is a red gradient";
    expect(rolesAndWords(prompt)).toEqual(["title: Double 11 Sale", "subtitle: 50% off site-wide"]);
    expect(readPrompt(prompt).scene.subject).toBe("a red gradient");
  });

  test("the couplet, and back again word for word", () => {
    const prompt =
      "A Chinese couplet, left scroll 'Spring returns to the earth, thousands of mountains are beautiful', right scroll 'Sun shines on the divine land, all industries prosper', horizontal scroll 'Everything is renewed', background is red Xuan paper, font is regular script in gold";
    const { blocks, scene } = readPrompt(prompt);
    expect(blocks.map(({ role, place }) => `${role} ${place}`)).toEqual([
      "upperScroll left",
      "lowerScroll right",
      "horizontalScroll top",
    ]);
    expect(blocks.map(({ lettering, colour }) => `${lettering} ${colour}`)).toEqual([
      "regular gold",
      "regular gold",
      "regular gold",
    ]);
    expect(scene.subject).toBe("red Xuan paper");
  });
});

describe("other people's prompts", () => {
  test("Alibaba's couplet: what is written on the right is the upper scroll", () => {
    const { blocks, scene } = readPrompt(
      "一副典雅庄重的对联悬挂于厅堂之中，房间是个安静古典的中式布置，桌子上放着一些青花瓷，对联上左书“义本生知人机同道善思新”，右书“通云赋智乾坤启数高志远”， 横批“智启千问”，字体飘逸，在中间挂着一幅中国风的画作，内容是岳阳楼。",
    );
    expect(blocks.map(({ role, text, place }) => `${role} ${place} ${text}`)).toEqual([
      "lowerScroll left 义本生知人机同道善思新",
      "upperScroll right 通云赋智乾坤启数高志远",
      "horizontalScroll top 智启千问",
    ]);
    expect(scene.subject).toContain("桌子上放着一些青花瓷");
    expect(scene.subject).toContain("内容是岳阳楼");
  });

  test("Alibaba's poster: roles, places and colours from its sentences", () => {
    const { blocks, scene } = readPrompt(
      "Healing-style hand-drawn poster featuring three puppies playing with a ball on lush green grass, adorned with decorative elements such as birds and stars. The main title “Come Play Ball!” is prominently displayed at the top in bold, blue cartoon font. Below it, the subtitle “Come [Show Off Your Skills]!” appears in green font. A speech bubble says “Hehe, watch me amaze my little friends next!” At the bottom, small print “We get to play ball with our friends again!” ends it.",
    );
    expect(blocks.map(({ role, text }) => `${role}: ${text}`)).toEqual([
      "title: Come Play Ball!",
      "subtitle: Come [Show Off Your Skills]!",
      "label: Hehe, watch me amaze my little friends next!",
      "smallPrint: We get to play ball with our friends again!",
    ]);
    expect(blocks[0]).toMatchObject({ place: "top", emphasis: "strong", colour: "blue" });
    expect(blocks[1]).toMatchObject({ colour: "green" });
    expect(scene.subject).toBe(
      "Healing-style hand-drawn poster featuring three puppies playing with a ball on lush green grass, adorned with decorative elements such as birds and stars",
    );
  });

  test("Alibaba's window: words without a name take the usual roles", () => {
    const { blocks, scene } = readPrompt(
      "Bookstore window display. A sign displays “New Arrivals This Week”. Below, a shelf tag with the text “Best-Selling Novels Here”.",
    );
    expect(blocks.map(({ role, text }) => `${role}: ${text}`)).toEqual([
      "label: New Arrivals This Week",
      "label: Best-Selling Novels Here",
    ]);
    expect(scene.subject).toContain("Bookstore window display");
  });

  test("a prompt without words is a scene", () => {
    const { blocks, scene } = readPrompt("一只可爱的橙色小猫坐在花园里,阳光明媚,高质量摄影");
    expect(blocks).toEqual([]);
    expect(scene.subject).toBe("一只可爱的橙色小猫坐在花园里,阳光明媚,高质量摄影");
  });
});

test("junk is read without harm", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (junk) => {
      expect(() => readPrompt(junk)).not.toThrow();
    }),
    { numRuns: 2000 },
  );
});
