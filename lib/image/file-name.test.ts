import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newBlock } from "@/lib/poster/blank";
import { aPoster } from "@/lib/testing/jobs";
import { fileName } from "./file-name";

const id = "01a20a4c-7f3e-7c11-9a55-0123456789ab";
const named = (text: string, ratio = "3:4") =>
  fileName({
    id,
    ratio,
    format: "png",
    poster: aPoster({ blocks: [newBlock("a", "title", text)] }),
  });

test("a name says the first words, the ratio and the end of the id", () => {
  expect(named("Summer Sale 50%")).toBe("Summer-Sale-50-3x4-6789ab.png");
  expect(named("夏日清凉节", "16:9")).toBe("夏日清凉节-16x9-6789ab.png");
  expect(named("第一行\n第二行")).toBe("第一行-3x4-6789ab.png");
});

test("letters keep their marks, and are not cut from them", () => {
  expect(named("हिन्दी दिवस")).toBe("हिन्दी-दिवस-3x4-6789ab.png");
  expect(named("क्‍षत्रिय")).toBe("क्षत्रिय-3x4-6789ab.png");
  expect(named("ภาษาไทย")).toBe("ภาษาไทย-3x4-6789ab.png");
  expect(named("عِيد مُبَارَك")).toBe("عِيد-مُبَارَك-3x4-6789ab.png");
  expect(named("می‌خواهم")).toBe("میخواهم-3x4-6789ab.png");
  expect(named("Tiếng Việt")).toBe("Tiếng-Việt-3x4-6789ab.png");
  expect(named("हिन्दी".repeat(20))).toMatch(/^(?:हिन्दी)+हि?(?:न्दी)?-3x4-6789ab\.png$/u);
});

test("a poster without words is named by its scene, or else by the house", () => {
  const scene = { ...aPoster().scene, subject: "Cyberpunk city" };
  const bare = (changes: object) =>
    fileName({
      id,
      ratio: "1:1",
      format: "png" as const,
      poster: aPoster({ blocks: [], ...changes }),
    });
  expect(bare({ scene })).toBe("Cyberpunk-city-1x1-6789ab.png");
  expect(bare({})).toBe("verbatim-1x1-6789ab.png");
});

describe("hostile words give a harmless name", () => {
  test.each([
    ["../../etc/passwd", "etc-passwd"],
    ["..\\..\\windows\\system32", "windows-system32"],
    ["C:\\con", "C-con"],
    [".bashrc", "bashrc"],
    ["-rf *", "rf"],
    ['a"; filename="evil.exe', "a-filename-evil-exe"],
    ["a'b`c$(d)", "a-b-c-d"],
    ["one\r\nSet-Cookie: x=1", "one"],
    ["a\u0000b", "a-b"],
    ["\u202egnp.exe", "gnp-exe"],
    ["\u2066a\u2069\u200bb\ufeff", "a-b"],
    ["👩‍👩‍👧 family", "family"],
    ["😀", "verbatim"],
    ["\ud800", "verbatim"],
    ["...", "verbatim"],
    ["❤️ 1️⃣", "1"],
    ["\u0301\u0301x", "x"],
    [`a${"\u0301".repeat(300)}`, "verbatim"],
    ["CON", "CON"],
  ])("%j", (text, words) => {
    expect(named(text)).toBe(`${words}-3x4-6789ab.png`);
  });

  test("of any length and any characters", () => {
    const anything = fc.string({ unit: "binary", minLength: 0, maxLength: 300 });
    fc.assert(
      fc.property(anything, (text) => {
        const name = named(text);
        expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*\.png$/u);
        // The least room among the systems in use, for a name of one folder.
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(143);
        // A header must be able to carry it.
        expect(decodeURIComponent(encodeURIComponent(name))).toBe(name);
      }),
      { numRuns: 500 },
    );
  });
});
