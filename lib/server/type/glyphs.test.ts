import { describe, expect, test } from "vitest";
import type { Lettering } from "@/lib/poster/schema";
import { emSquare, glyph } from "./glyphs";

const letterings = [
  "regular",
  "serif",
  "sans",
  "running",
  "clerical",
  "brush",
  "handwriting",
] as const satisfies Lettering[];

const box = await glyph("\u{10fffd}", "serif", 400);

describe("letterings", () => {
  test("each draws the same character differently", async () => {
    const drawn = await Promise.all(letterings.map((id) => glyph("春", id, 400)));
    expect(new Set(drawn.map(({ path }) => path)).size).toBe(letterings.length);
  });

  test.each(letterings)("%s sets a Han character inside its em square", async (id) => {
    const { advance, bounds } = await glyph("国", id, 400);
    expect(advance).toBeGreaterThan(800);
    expect(advance).toBeLessThanOrEqual(1024);
    expect(bounds.x0).toBeGreaterThan(-60);
    expect(bounds.x1).toBeLessThan(advance + 60);
    const middle = (bounds.y0 + bounds.y1) / 2;
    expect(Math.abs(middle + (emSquare.ascent - emSquare.descent) / 2)).toBeLessThan(120);
  });

  test.each(["regular", "serif", "sans"] as const)("%s has a heavier bold", async (id) => {
    const [plain, bold] = await Promise.all([glyph("一", id, 400), glyph("一", id, 700)]);
    const thickness = ({ bounds }: typeof plain) => bounds.y1 - bounds.y0;
    expect(thickness(bold)).toBeGreaterThan(thickness(plain));
  });

  test("a lettering of one weight draws bold as it draws regular", async () => {
    expect(await glyph("春", "brush", 700)).toEqual(await glyph("春", "brush", 400));
  });
});

test("characters drawn at once are the same as one by one", async () => {
  const characters = Array.from({ length: 150 }, (_, index) =>
    String.fromCodePoint(0x4e00 + index * 40),
  );
  const together = await Promise.all(characters.map((each) => glyph(each, "clerical", 400)));
  // Enough other slices to push every one of the first out of the cache.
  for (const id of ["sans", "serif", "regular"] as const) {
    await Promise.all(characters.map((each) => glyph(each, id, 700)));
  }
  for (const [index, each] of characters.entries()) {
    expect(await glyph(each, "clerical", 400)).toEqual(together[index]);
  }
});

describe("places", () => {
  test("a comma sits low and left in its square", async () => {
    const { advance, bounds } = await glyph("，", "serif", 400);
    expect(advance).toBe(1000);
    expect(bounds.x1).toBeLessThan(500);
    expect(bounds.y0).toBeGreaterThan(-380);
  });

  test("a capital stands on the baseline and a descender reaches below it", async () => {
    expect(Math.abs((await glyph("H", "sans", 400)).bounds.y1)).toBeLessThan(5);
    expect((await glyph("p", "sans", 400)).bounds.y1).toBeGreaterThan(100);
  });

  test("bounds hold every end point of the path", async () => {
    const { path, bounds } = await glyph("龙", "clerical", 400);
    for (const [, x, y] of path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(bounds.x0);
      expect(Number(x)).toBeLessThanOrEqual(bounds.x1);
      expect(Number(y)).toBeGreaterThanOrEqual(bounds.y0);
      expect(Number(y)).toBeLessThanOrEqual(bounds.y1);
    }
  });
});

describe("characters a lettering lacks", () => {
  test("come from the serif family", async () => {
    expect(await glyph("★", "brush", 400)).toEqual(await glyph("★", "serif", 400));
  });

  test.each([..."䶮𠮷㛃耠"])("rare %s is drawn in every lettering", async (character) => {
    for (const id of letterings) expect((await glyph(character, id, 400)).path).not.toBe(box.path);
  });

  test.each(["😀", "👩‍👩‍👧", "ا", "🇨🇳", "x\u0302\u0323", "\ud800", "a\udc00"])(
    "%j is a box, so that it does not vanish",
    async (character) => {
      expect(box.bounds.x1).toBeGreaterThan(box.bounds.x0);
      expect(await glyph(character, "running", 400)).toEqual(box);
    },
  );
});

test("characters the clerical family fills solid come from the serif", async () => {
  expect(await glyph("回", "clerical", 700)).toEqual(await glyph("回", "serif", 700));
});

describe.each(letterings)("in %s", (id) => {
  test("two dashes meet in one line, in the middle of it", async () => {
    const { advance, bounds } = await glyph("—", id, 400);
    expect(advance).toBe(1000);
    expect(bounds.x1 - bounds.x0).toBeGreaterThan(990);
    expect(Math.abs((bounds.y0 + bounds.y1) / 2 + 380)).toBeLessThan(5);
  });

  test("an ellipsis fills its square from the middle", async () => {
    const { advance, bounds } = await glyph("…", id, 400);
    expect(advance).toBe(1000);
    expect(Math.abs((bounds.y0 + bounds.y1) / 2 + 380)).toBeLessThan(5);
    expect(Math.abs((bounds.x0 + bounds.x1) / 2 - 500)).toBeLessThan(5);
  });
});

describe("characters without ink", () => {
  test.each([" ", "\u00a0", "\u3000", "\t", "\u2009"])("space %j only advances", async (space) => {
    const { path, advance } = await glyph(space, "serif", 400);
    expect(path).toBe("");
    expect(advance).toBeGreaterThan(0);
  });

  test.each(["", "\u200d", "\ufe0f", "\u0000"])("%j takes no room", async (character) => {
    expect(await glyph(character, "serif", 400)).toMatchObject({ path: "", advance: 0 });
  });

  test("a decomposed letter is drawn as its composed form", async () => {
    expect(await glyph("e\u0301", "sans", 400)).toEqual(await glyph("é", "sans", 400));
  });

  test("a variation selector leaves its character as it is", async () => {
    expect(await glyph("☎\ufe0e", "sans", 400)).toEqual(await glyph("☎", "sans", 400));
  });
});
