import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blankPoster, newBlock } from "@/lib/poster/blank";
import { colourIds, keepOutIds, placeIds, ratioIds, roleIds, styleIds } from "@/lib/poster/choices";
import { posterVersion, steps } from "@/lib/poster/migrate";
import type { Poster } from "@/lib/poster/schema";
import { aPoster } from "@/lib/testing/jobs";
import { builtInPoster } from "./built-in";
import { builtInIds } from "./built-in-ids";
import { readTemplates, writeTemplates } from "./file";
import { maxFileBytes, maxTemplates } from "./limits";
import { nameProblem } from "./name";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (file: unknown) =>
  readTemplates(bytes(typeof file === "string" ? file : JSON.stringify(file)));
const fileOf = (templates: unknown, version: unknown = posterVersion) => ({
  format: "verbatim.templates",
  version,
  templates,
});
const good = { name: "Good", poster: aPoster() };

const words = fc
  .string({ unit: "grapheme", maxLength: 80 })
  .filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text));
const name = words
  .map((text) => [...text.trim()].slice(0, 60).join("").trim())
  .filter((text) => nameProblem(text) === undefined);
const poster: fc.Arbitrary<Poster> = fc
  .record({
    ratios: fc.uniqueArray(fc.constantFrom(...ratioIds), { minLength: 1 }),
    looks: fc.array(
      fc.record({
        role: fc.constantFrom(...roleIds),
        text: words,
        place: fc.constantFrom(...placeIds),
        colour: fc.constantFrom(...colourIds),
        readings: fc.array(
          fc.record({
            at: fc.nat(599),
            character: fc.constantFrom("春", "行", "重"),
            pinyin: fc.constantFrom("", "xíng", "háng"),
          }),
          { maxLength: 3 },
        ),
      }),
      { maxLength: 24 },
    ),
    subject: words,
    styles: fc.uniqueArray(fc.constantFrom(...styleIds)),
    presets: fc.uniqueArray(fc.constantFrom(...keepOutIds)),
    handPrompt: fc.option(words),
    expand: fc.boolean(),
    count: fc.integer({ min: 1, max: 20 }),
  })
  .map(({ ratios, looks, subject, styles, presets, handPrompt, expand, count }) => ({
    ...blankPoster,
    ratios,
    blocks: looks.map((look, index) => ({ ...newBlock(`b${index}`, look.role), ...look })),
    scene: { ...blankPoster.scene, subject, styles },
    keepOut: { presets, own: "" },
    handPrompt,
    expand,
    count,
  }));

describe("what is exported", () => {
  test("is imported as it was, whatever it says", () => {
    const templates = fc.array(fc.record({ name, poster }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(templates, (written) => {
        expect(readTemplates(bytes(writeTemplates(written)))).toEqual({ templates: written });
      }),
    );
  });

  test("holds name and poster, and nothing of this house", () => {
    const kept = { id: "01a20a10-e781-7283-9e68-16d6757cca66", ...good };
    expect(JSON.parse(writeTemplates([kept]))).toEqual(fileOf([good]));
  });

  test("of every built-in template is imported in both languages", () => {
    const templates = (["zh", "en"] as const).flatMap((language) =>
      builtInIds.map((id) => ({ name: id, poster: builtInPoster(id, language) })),
    );
    expect(readTemplates(bytes(writeTemplates(templates)))).toEqual({ templates });
  });

  test("fits its own limits when the house is full of the longest posters a model would read", () => {
    const long = aPoster({
      blocks: Array.from({ length: 12 }, (_, index) =>
        newBlock(`b${index}`, "body", "字".repeat(60)),
      ),
      keepOut: { presets: ["text"], own: "字".repeat(400) },
    });
    const full = Array.from({ length: maxTemplates }, () => ({ name: "满", poster: long }));
    expect(readTemplates(bytes(writeTemplates(full)))).toEqual({ templates: full });
  });
});

describe("an older file", () => {
  /** As the first version of the house wrote posters: blocks had no readings. */
  const versionOne = {
    version: 1,
    ratios: ["9:16"],
    blocks: [
      {
        id: "b1",
        role: "title",
        text: "夏日清凉节",
        place: "top",
        direction: "horizontal",
        lettering: "serif",
        colour: "auto",
        emphasis: "strong",
      },
    ],
    scene: {
      subject: "清新的海滩",
      styles: [],
      style: "",
      lights: [],
      light: "",
      qualities: ["highQuality"],
    },
    keepOut: { presets: ["text"], own: "" },
    promptLanguage: "auto",
    handPrompt: null,
    expand: false,
    watermark: true,
    count: 1,
  };

  test("of version 1 is brought up by the step “add readings of characters”", () => {
    expect(steps.map((step) => step.name)).toContain("add readings of characters");
    const [block] = versionOne.blocks;
    const raised = { version: posterVersion, bare: false, blocks: [{ ...block, readings: [] }] };
    const today = { ...versionOne, ...raised };
    const reading = read(fileOf([{ name: "老模板", poster: versionOne }], 1));
    expect(reading).toMatchObject({ templates: [{ name: "老模板", poster: today }] });
  });

  test("may be of every version there has been", () => {
    for (let version = 1; version <= posterVersion; version += 1) {
      expect(read(fileOf([good], version))).toEqual({ templates: [good] });
    }
  });

  test("beside posters of today is read too", () => {
    const reading = read(fileOf([{ name: "Old", poster: versionOne }, good], posterVersion));
    expect(reading).toMatchObject({ templates: [{ name: "Old" }, good] });
  });
});

describe("a name in a file", () => {
  test.each(["<img src=x onerror=alert(1)>", "'; drop table template; --", "../../etc/passwd"])(
    "is plain data: %s",
    (hostile) => {
      expect(read(fileOf([{ ...good, name: hostile }]))).toEqual({
        templates: [{ ...good, name: hostile }],
      });
    },
  );

  test("loses marks of direction that older studios let through, and stays", () => {
    expect(read(fileOf([{ ...good, name: "\u202eשלום\u200f" }]))).toMatchObject({
      templates: [{ name: "שלום" }],
    });
  });

  test("loses the blanks around it", () => {
    expect(read(fileOf([{ ...good, name: "  春  " }]))).toMatchObject({
      templates: [{ name: "春" }],
    });
  });
});

describe("a damaged file is refused with the place", () => {
  const block = newBlock("b1", "title", "春");
  const withBlocks = (...blocks: unknown[]) => ({ ...good, poster: { ...good.poster, blocks } });
  test.each([
    [[good, { poster: good.poster }], "templates[1].name", "missing"],
    [[{ ...good, name: " " }], "templates[0].name", "empty"],
    [[{ ...good, name: "x".repeat(61) }], "templates[0].name", "tooLong"],
    [[{ ...good, name: 7 }], "templates[0].name", "wrongType"],
    [[good, null], "templates[1]", "wrongType"],
    [[good, { name: "x" }], "templates[1].poster", "missing"],
    [[{ ...good, poster: [] }], "templates[0].poster", "wrongType"],
    [
      [good, withBlocks(block, { ...block, id: "b2" }, { ...block, text: "字".repeat(601) })],
      "templates[1].poster.blocks[2].text",
      "tooLong",
    ],
    [
      [withBlocks({ ...block, text: { toString: "x" } })],
      "templates[0].poster.blocks[0].text",
      "wrongType",
    ],
    [
      [withBlocks({ ...block, text: "a\u0000" })],
      "templates[0].poster.blocks[0].text",
      "unprintable",
    ],
    [[withBlocks({ ...block, role: "hero" })], "templates[0].poster.blocks[0].role", "unknown"],
    [[withBlocks(block, block)], "templates[0].poster.blocks[1].id", "repeated"],
    [[withBlocks(...Array(25).fill(block))], "templates[0].poster.blocks", "tooMany"],
    [
      [withBlocks({ ...block, readings: [{ at: -1, character: "春", pinyin: "" }] })],
      "templates[0].poster.blocks[0].readings[0].at",
      "outOfRange",
    ],
    [[{ ...good, poster: { ...good.poster, ratios: [] } }], "templates[0].poster.ratios", "empty"],
    [
      [{ ...good, poster: { ...good.poster, ratios: ["1:1", "1:1"] } }],
      "templates[0].poster.ratios",
      "repeated",
    ],
    [
      [{ ...good, poster: { ...good.poster, count: 21 } }],
      "templates[0].poster.count",
      "outOfRange",
    ],
    [
      [{ ...good, poster: { ...good.poster, version: 99 } }],
      "templates[0].poster.version",
      "newer",
    ],
    [
      [{ ...good, poster: { ...good.poster, version: 0 } }],
      "templates[0].poster.version",
      "unknown",
    ],
    ["all of them", "templates", "wrongType"],
    [undefined, "templates", "missing"],
  ])("%#: %o at %s is %s", (templates, path, reason) => {
    expect(read(fileOf(templates))).toEqual({ problem: { is: "damaged", path, reason } });
  });

  test.each([
    [undefined, "missing"],
    ["2", "wrong"],
    [1.5, "wrong"],
    [0, "wrong"],
    [null, "wrong"],
  ])("version %j is %s", (version, reason) => {
    const file = { format: "verbatim.templates", version, templates: [good] };
    expect(read(file)).toEqual({ problem: { is: "damaged", path: "version", reason } });
  });

  test.each([
    ["a newer one", fileOf([good], posterVersion + 1), "newer"],
    ["an empty one", fileOf([]), "nothing"],
    ["a poster's own JSON", good.poster, "foreign"],
    ["another list", [good], "foreign"],
    ["a number", 7, "foreign"],
    [
      "a million templates",
      `{"format":"verbatim.templates","version":1,"templates":[${"0,".repeat(999_999)}0]}`,
      "tooMany",
    ],
  ])("%s by a sentence of its own", (_name, file, is) => {
    expect(read(file)).toEqual({ problem: { is } });
  });

  test("one that is too large is not even read", () => {
    expect(readTemplates(new Uint8Array(maxFileBytes + 1))).toEqual({
      problem: { is: "tooLarge" },
    });
  });

  test("a picture, or text in another encoding, is no text", () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
    expect(readTemplates(png)).toEqual({ problem: { is: "notText" } });
    const gbk = Uint8Array.from([0x7b, 0x22, 0xb4, 0xba, 0x22, 0x7d]);
    expect(readTemplates(gbk)).toEqual({ problem: { is: "notText" } });
  });

  test("one that breaks off anywhere names line and column of the break", () => {
    const whole = writeTemplates([good]);
    fc.assert(
      fc.property(fc.nat(whole.trimEnd().length - 1), (length) => {
        const text = whole.slice(0, length);
        const lines = text.split("\n");
        const reading = read(text);
        expect(reading).toMatchObject({ problem: { is: "broken" } });
        // Nothing before the break is blamed, but for a word or escape that it cuts in two.
        if (!("problem" in reading) || reading.problem.is !== "broken") throw new Error("read");
        expect(reading.problem.line).toBe(lines.length);
      }),
    );
  });
});
