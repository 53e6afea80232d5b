import { pinyin } from "pinyin-pro";
import { describe, expect, test } from "vitest";
import { defaultCapability } from "@/lib/poster/capability";
import { ratioIds } from "@/lib/poster/choices";
import { compileNegative } from "@/lib/poster/keep-out";
import type { Box } from "@/lib/poster/layout/drawing";
import { layOut } from "@/lib/poster/layout/layout";
import { paletteOf } from "@/lib/poster/layout/palette";
import { obstaclesOf } from "@/lib/poster/makeable";
import { posterSchema } from "@/lib/poster/schema";
import { builtInPoster } from "./built-in";
import { builtInIds } from "./built-in-ids";

const smallestType = 0.018;
const all = (["zh", "en"] as const).flatMap((language) =>
  builtInIds.map((id) => ({ id, language, poster: builtInPoster(id, language) })),
);

function overlaps(a: Box, b: Box): boolean {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width >= 1 && height >= 1;
}

describe.each(all)("$id in $language", ({ id, language, poster }) => {
  const [ratio = "1:1"] = poster.ratios;

  test("is a whole poster that can be made as it stands", () => {
    expect(posterSchema.parse(poster)).toEqual(poster);
    expect(obstaclesOf({ ...poster, count: 4 })).toEqual([]);
    expect(compileNegative(poster)).not.toBe("");
    expect(poster.scene.subject).not.toBe("");
  });

  test("stands on its sheet without one block on another, large enough to read", () => {
    const size = defaultCapability.sizes[ratio];
    const laid = layOut(poster.blocks, size, paletteOf(poster));
    for (const [index, { box, runs }] of laid.entries()) {
      for (const other of laid.slice(index + 1)) expect(overlaps(box, other.box)).toBe(false);
      const smallest = Math.min(size.width, size.height) * smallestType;
      for (const run of runs) expect(run.size).toBeGreaterThan(smallest);
    }
  });

  test("loses no word on the way to the sheet of any ratio", () => {
    for (const other of ratioIds) {
      const laid = layOut(poster.blocks, defaultCapability.sizes[other], paletteOf(poster));
      for (const block of poster.blocks) {
        const runs = laid.find((found) => found.id === block.id)?.runs ?? [];
        // A horizontal scroll is set from the right, so what counts is which characters, not where.
        const charactersOf = (text: string) => [...text.replaceAll(/\s/gu, "")].sort();
        expect(charactersOf(runs.map((run) => run.text).join(""))).toEqual(
          charactersOf(block.text),
        );
      }
    }
  });

  test("says its own words in its own language", () => {
    const other = builtInPoster(id, language === "zh" ? "en" : "zh");
    expect(poster.scene.subject).not.toBe(other.scene.subject);
    expect(poster.ratios).toEqual(other.ratios);
  });
});

test("the blank one has no words and stands in nobody's way", () => {
  expect(builtInPoster("blank", "zh").blocks).toEqual([]);
});

describe("the couplet keeps the rules", () => {
  const textOf = (role: string) =>
    builtInPoster("couplet", "zh").blocks.find((block) => block.role === role)?.text ?? "";
  const [upper, lower, above] = ["upperScroll", "lowerScroll", "horizontalScroll"].map(textOf);
  /** True for 仄, by the tones of today's Chinese. */
  const isOblique = (text = "") =>
    pinyin(text, { pattern: "num", type: "array" }).map((tone) => tone === "3" || tone === "4");

  test("both scrolls are as long as each other, with four characters above", () => {
    expect([...(upper ?? "")]).toHaveLength(7);
    expect([...(lower ?? "")]).toHaveLength(7);
    expect([...(above ?? "")]).toHaveLength(4);
  });

  test("no character of one stands in another", () => {
    const sets = [upper, lower, above].map((text) => new Set(text));
    const together = new Set(sets.flatMap((set) => [...set]));
    expect(together.size).toBe(sets.reduce((sum, set) => sum + set.size, 0));
  });

  test("the upper ends in an oblique tone, the lower in a level one, and the beats answer", () => {
    const [one, other] = [isOblique(upper), isOblique(lower)];
    expect([one.at(-1), other.at(-1)]).toEqual([true, false]);
    for (const beat of [1, 3, 5, 6]) expect(one[beat], `beat ${beat}`).toBe(!other[beat]);
  });
});
