import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPrompt } from "./read";

/**
 * What may be lost is only what stands round the words: so words and scene are written here in
 * letters of which no name of a role, look or lead is made, and every one of them must come back.
 */
const lettersOf = (text: string) => text.match(/[ЖЩЮФЭабвгде龘靐齉爩鱻麤]/gu) ?? [];
const seenOf = (prompt: string) => {
  const { blocks, scene } = readPrompt(prompt);
  return {
    words: blocks.map(({ text }) => text),
    scene: [scene.subject, scene.style, scene.light].join(" "),
    all: lettersOf(
      [...blocks.map(({ text }) => text), scene.subject, scene.style, scene.light].join(""),
    ),
  };
};

const han = fc.string({ unit: fc.constantFrom(..."龘靐齉爩鱻麤"), minLength: 1, maxLength: 6 });
const latin = fc
  .array(fc.string({ unit: fc.constantFrom(..."абвгде"), minLength: 1, maxLength: 5 }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(" "));
const caps = fc.string({ unit: fc.constantFrom(..."ЖЩЮФЭ"), minLength: 2, maxLength: 8 });
const words = fc.oneof(han, caps);
const scenery = fc.oneof(han, latin);

const opens = [...'"“”„＂〝'];
const closes = [...'"“”＂〞'];
/** How a literal may be marked: any double mark for any other, and the pairs of other families. */
const marked = fc.oneof(
  fc.tuple(fc.constantFrom(...opens), fc.constantFrom(...closes)),
  fc.constantFrom(["「", "」"], ["『", "』"], ["‘", "’"], ["'", "'"], ["«", "»"], ["’", "’"]),
);

describe("whatever marks the words, they are blocks and the rest is the scene", () => {
  test("role by role, in Chinese", () => {
    const part = fc.tuple(fc.constantFrom("标题", "副标题", "标语", "正文"), marked, words);
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), han, (parts, subject) => {
        const said = parts.map(([role, [open, close], text]) => `${role}${open}${text}${close}`);
        const read = seenOf(`一张海报，${said.join("，")}，背景是${subject}`);
        expect(read.words).toEqual(parts.map(([, , text]) => text));
        expect(read.scene.trim()).toBe(subject);
      }),
      { numRuns: 1000 },
    );
  });

  test("in the middle of a sentence that goes on", () => {
    fc.assert(
      fc.property(latin, marked, words, latin, (before, [open, close], text, after) => {
        const read = seenOf(`${before} that reads ${open}${text}${close} ${after}.`);
        expect(read.words).toEqual([text]);
        expect(read.scene.trim()).toBe(`${before} ${after}`);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(han, marked, words, han, (before, [open, close], text, after) => {
        const read = seenOf(`${before}写着${open}${text}${close}${after}。`);
        expect(read.words).toEqual([text]);
        expect(read.scene.trim()).toBe(before + after);
      }),
      { numRuns: 500 },
    );
  });

  test("beside inches and apostrophes", () => {
    const figure = fc.constantFrom('24" ', "5'10\" ", "don't ", "’90s ", "dogs’ ", "32”");
    fc.assert(
      fc.property(figure, latin, words, latin, (odd, before, text, after) => {
        const read = seenOf(`${before} ${odd}${before}, title "${text}", ${after}`);
        expect(read.words).toEqual([text]);
        expect(read.scene).toContain(odd.trim());
      }),
    );
  });
});

describe("structured prompts", () => {
  const roles = fc.constantFrom("title", "subtitle", "slogan", "标题", "副标题");
  const entries = fc.uniqueArray(fc.tuple(roles, words), {
    minLength: 1,
    maxLength: 4,
    selector: ([role]) => role,
  });
  const layouts: readonly (readonly [string, (role: string, text: string) => string, string])[] = [
    ["yaml", (role, text) => `${role}: ${text}`, "background"],
    ["quoted yaml", (role, text) => `${role}: "${text}"`, "scene"],
    ["bold markdown", (role, text) => `**${role}：** ${text}`, "**背景**"],
    ["bold quoted", (role, text) => `- **${role}**: “${text}”`, "- **Background**"],
    ["numbered", (role, text) => `1. ${role}：${text}`, "2. 背景"],
    ["headings", (role, text) => `## ${role}\n${text}`, "画面"],
    ["brackets", (role, text) => `【${role}】${text}`, "背景"],
    ["titles", (role, text) => `${role}：《${text}》`, "场景"],
    ["loose JSON", (role, text) => `  "${role}": "${text}",`, '"background"'],
    ["script", (role, text) => `  ${role}: '${text}',`, "background"],
    ["table", (role, text) => `| ${role} | ${text} |`, "背景"],
  ];

  test.each(layouts)("%s", (_name, write, background) => {
    fc.assert(
      fc.property(entries, han, (parts, subject) => {
        const lines = parts.map(([role, text]) => write(role, text));
        const read = seenOf([...lines, `${background}：${subject}`].join("\n"));
        expect(read.words).toEqual(parts.map(([, text]) => text));
        expect(read.scene.trim()).toBe(subject);
      }),
      { numRuns: 60 },
    );
  });

  test("JSON, whole, nested and in a fence", () => {
    fc.assert(
      fc.property(entries, han, latin, (parts, subject, mood) => {
        const flat = { ...Object.fromEntries(parts), background: subject, mood };
        const nested = { text: Object.fromEntries(parts), scene: { background: subject, mood } };
        const listed = {
          texts: parts.map(([role, text]) => ({ role, text })),
          background: subject,
          mood,
        };
        for (const value of [flat, nested, listed]) {
          for (const space of [0, 2]) {
            const json = JSON.stringify(value, null, space);
            for (const prompt of [json, `\`\`\`json\n${json}\n\`\`\``, `麤：\n${json}`]) {
              const read = seenOf(prompt);
              expect(read.words).toEqual(parts.map(([, text]) => text));
              expect(read.scene).toContain(subject);
              expect(read.scene).toContain(mood);
              expect(read.scene).toContain("mood");
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

test("an emoji is a thing to paint, unless it stands before a label as a bullet does", () => {
  const { blocks, scene } = readPrompt("📌 标题：夏日\n🎉 🎈 over a beach");
  expect(blocks.map(({ text }) => text)).toEqual(["夏日"]);
  expect(scene.subject).toBe("🎉 🎈 over a beach");
});

test("labels in one run of words", () => {
  const { blocks, scene } = readPrompt("标题：夏日特惠，副标题：全场五折，背景：海滩，蓝天");
  expect(blocks.map(({ role, text }) => `${role} ${text}`)).toEqual([
    "title 夏日特惠",
    "subtitle 全场五折",
  ]);
  expect(scene.subject).toBe("海滩，蓝天");
});

test("of any prompt at all, every letter is in the words or in the scene", () => {
  const bit = fc.oneof(
    { weight: 4, arbitrary: words },
    { weight: 3, arbitrary: scenery },
    {
      weight: 6,
      arbitrary: fc.constantFrom(
        ..."\"“”„‟＂〝〞'‘’`「」『』«»‹›《》【】()（）{}[]|*_#>-:：,，.。;；\n ",
        ..."\n- ,\n1. ,\n## ,**,```\n,: ,标题：,title: ,写着,reads ,背景是,background: ,24\",don't,🎉 ".split(
          ",",
        ),
      ),
    },
  );
  fc.assert(
    fc.property(fc.array(bit, { maxLength: 24 }), (bits) => {
      const prompt = bits.join("");
      expect(seenOf(prompt).all.toSorted()).toEqual(lettersOf(prompt).toSorted());
    }),
    { numRuns: 4000 },
  );
});

describe("what may be words or not is left in the scene and said", () => {
  test.each([
    ["参考《千里江山图》的青绿山水，标题“春”", ["《千里江山图》"]],
    ["标题“夏日特惠，副标题“全场五折”", ["标题“夏日特惠"]],
    ["A cat, title “Sale”", []],
  ])("%s", (prompt, undecided) => {
    const read = readPrompt(prompt);
    expect(read.undecided).toEqual(undecided);
    for (const each of undecided) expect(read.scene.subject).toContain(each);
  });

  test("marks round nothing make no block", () => {
    const read = readPrompt("标题“ ”，龘靐“春”");
    expect(read.blocks.map(({ text }) => text)).toEqual(["春"]);
  });

  test("words beyond what a poster holds", () => {
    const all = Array.from({ length: 27 }, (_, index) => `标签“龘${index}”`);
    const { blocks, scene, undecided } = readPrompt(all.join("，"));
    expect(blocks).toHaveLength(24);
    expect(undecided).toEqual(["“龘24”", "“龘25”", "“龘26”"]);
    for (const each of undecided) expect(scene.subject).toContain(each);
  });
});
