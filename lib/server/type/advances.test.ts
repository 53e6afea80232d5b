import { describe, expect, test } from "vitest";
import { letteringIds } from "@/lib/poster/choices";
import { findAdvance } from "@/lib/poster/layout/advances";
import { faceOf } from "@/lib/poster/layout/face";
import { readAdvances, weights, writeAdvanceTable } from "@/lib/testing/font-advances";
import { glyph } from "./glyphs";

test("the layout's table of advances is what the font packages have", async () => {
  await expect(await writeAdvanceTable()).toMatchFileSnapshot(
    "../../poster/layout/advance-table.ts",
  );
});

const faces = letteringIds.flatMap((lettering) =>
  weights.map((weight) => ({ lettering, weight, face: faceOf(lettering, weight) })),
);

describe.each(faces)("in $lettering $weight", ({ lettering, weight, face }) => {
  test("every character that is no em wide is drawn as wide as it is measured", async () => {
    const own = [...(await readAdvances(lettering, weight)).keys()];
    const standIns = [...(await readAdvances("regular", weight)).keys()];
    const others = new Set(
      [...own, ...standIns].filter(
        (code, at) =>
          at % 97 === 0 ||
          (findAdvance(code, lettering, weight) !== 1000 && (code < 0x3000 || at % 7 === 0)),
      ),
    );
    for (const code of others) {
      const character = String.fromCodePoint(code);
      const { advance } = await glyph(character, lettering, weight);
      expect(advance, `U+${code.toString(16)}`).toBe(face.widthOf(character) * 1000);
    }
  });
});
