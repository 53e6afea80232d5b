import { beforeAll, describe, expect, test } from "vitest";
import { letteringIds } from "@/lib/poster/choices";
import { faceOf } from "@/lib/poster/layout/face";
import { wide } from "@/lib/poster/layout/quote-forms";
import { keyOf, readFamilies, weights, writeAdvanceTable } from "@/lib/testing/font-advances";
import { familiesFor, glyph } from "./glyphs";

let families: Awaited<ReturnType<typeof readFamilies>>;

// Eight families of a hundred files and more.
beforeAll(async () => {
  families = await readFamilies();
}, 300_000);

test("the layout's table of advances is what the font packages have", async () => {
  await expect(await writeAdvanceTable(families)).toMatchFileSnapshot(
    "../../poster/layout/advance-table.ts",
  );
}, 120_000);

const faces = letteringIds.flatMap((lettering) =>
  weights.map((weight) => ({ lettering, weight, face: faceOf(lettering, weight) })),
);

describe.each(faces)("in $lettering $weight", ({ lettering, weight, face }) => {
  test("every character of the family is measured as wide as its font has it", () => {
    const wrong: string[] = [];
    for (const [code, advance] of families.get(keyOf(lettering, weight)) ?? []) {
      const character = String.fromCodePoint(code);
      const isOwn = familiesFor(character, lettering)[0] === lettering;
      if (!isOwn || /[‘’“”\p{Default_Ignorable_Code_Point}\p{Cc}]/u.test(character)) continue;
      if (Math.abs(face.widthOf(character) * 1000 - advance) > 0.001) wrong.push(character);
    }
    expect(wrong).toEqual([]);
  });

  const latin = Array.from({ length: 0x250 - 0x20 }, (_, at) => String.fromCodePoint(0x20 + at));
  const others = [..."№★☆①⑩→←‰™℃×÷±§°·•—…€₩ΩαЯ春回㛃あア한，。「」／％ｱ𠮷\u2009\u3000\u0301😀ا"];
  const quotes = [..."‘’“”"].flatMap((mark) => [mark, mark + wide]);

  test("what is drawn is as wide as it is measured", async () => {
    for (const character of [...latin, ...others, ...quotes, "é", "e\u0301", "x\u0302"]) {
      const { advance } = await glyph(character, lettering, weight);
      expect(advance, character).toBeCloseTo(face.widthOf(character) * 1000, 3);
    }
  });

  test.each([..."‘’“”"])(
    "%s is narrow in Latin, a square in Chinese, its ink inside",
    async (mark) => {
      const narrow = await glyph(mark, lettering, weight);
      const square = await glyph(mark + wide, lettering, weight);
      expect(narrow.advance).toBeLessThanOrEqual(600);
      expect(square.advance).toBeGreaterThanOrEqual(1000);
      for (const { bounds } of [narrow, square]) expect(bounds.x0).toBeGreaterThanOrEqual(0);
      expect(square.bounds.x1).toBeLessThanOrEqual(square.advance);
      // The hands' own Latin marks lean over what follows by up to a twentieth of an em.
      expect(narrow.bounds.x1).toBeLessThanOrEqual(narrow.advance + 50);
      // It stands beside the words it quotes.
      const middle = (square.bounds.x0 + square.bounds.x1) / 2;
      expect(middle > square.advance / 2).toBe(mark === "‘" || mark === "“");
    },
  );
});
