import { expect, test } from "vitest";
import { blankPoster, newBlock } from "./blank";
import { keepOutIds } from "./choices";
import { compileNegative, leftOutTerms } from "./keep-out";

test("presets combine without repeats, in the documentation's words", () => {
  const poster = { ...blankPoster, keepOut: { presets: [...keepOutIds], own: "" } };
  const terms = compileNegative(poster).split(", ");
  expect(new Set(terms).size).toBe(terms.length);
  expect(terms).toContain("extra limbs");
  expect(terms).toContain("unclear strokes");
});

test("own words join in, whatever commas part them, each once", () => {
  const keepOut = { presets: ["text" as const], own: "Typos，fog、fog;rain" };
  expect(compileNegative({ ...blankPoster, keepOut })).toBe(
    "blurred text, typos, distorted font, unclear strokes, fog, rain",
  );
});

test("a preset that forbids text leaves that term out while the poster has words", () => {
  const keepOut = { presets: ["elements" as const], own: "" };
  const wordless = { ...blankPoster, keepOut };
  expect(compileNegative(wordless)).toContain("text");
  const worded = { ...wordless, blocks: [newBlock("b1", "title", "Sale")] };
  expect(compileNegative(worded)).toBe("watermark, logo, copyright sign");
  expect(leftOutTerms(worded)).toEqual(["text"]);
});

test("a bare poster keeps all lettering out, and watermarks unless one is switched on", () => {
  const keepOut = { presets: ["elements" as const], own: "fog, Text" };
  const bare = { ...blankPoster, keepOut, bare: true, blocks: [newBlock("b1", "title", "Sale")] };
  expect(leftOutTerms(bare)).toEqual([]);
  expect(compileNegative({ ...bare, keepOut: { presets: [], own: "fog, Text" } })).toBe(
    "text, words, letters, captions, fog",
  );
  expect(compileNegative({ ...bare, watermark: false })).toBe(
    "text, words, letters, captions, watermark, logo, copyright sign, fog",
  );
});
