import fc from "fast-check";
import { expect, test } from "vitest";
import { newBlock } from "../blank";
import { defaultCapability } from "../capability";
import {
  directionIds,
  emphasisIds,
  maxBlockCharacters,
  maxBlocks,
  placeIds,
  ratioIds,
  roleIds,
} from "../choices";
import { hangScrolls } from "../couplet/hanging";
import type { Block } from "../schema";
import type { Box } from "./drawing";
import { layOut } from "./layout";
import { paletteOf } from "./palette";

const palette = { from: "#fff", to: "#eee", ink: "#111" };
const block = fc.record({
  role: fc.constantFrom(...roleIds),
  place: fc.constantFrom(...placeIds),
  direction: fc.constantFrom(...directionIds),
  emphasis: fc.constantFrom(...emphasisIds),
  text: fc.constantFrom(
    "万象更新",
    "Summer Sale",
    "7月1日—7月15日",
    "a\nb\nc",
    "春回大地千山秀丽展新颜",
    "¥9.9",
    "云".repeat(600),
    "Mw".repeat(300),
    "（上）《诗》，".repeat(80),
    "e\u0301\u200d😀\ud800 ",
  ),
});

/** Square pixels two boxes share, less what rounding may do. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width < 1 || height < 1 ? 0 : Math.round(width * height);
}

/** More than any prompt holds, so more than any poster that can be made. */
const mostCharacters = 1600;
const poster = fc
  .array(block, { maxLength: 24 })
  .filter((asked) => asked.reduce((sum, { text }) => sum + text.length, 0) <= mostCharacters);

test("whatever is asked for, every block is drawn once, inside the sheet, on no other", () => {
  fc.assert(
    fc.property(poster, fc.constantFrom(...ratioIds), (asked, ratio) => {
      const blocks: Block[] = asked.map((look, index) => ({
        ...newBlock(`b${index}`, look.role),
        ...look,
      }));
      const size = defaultCapability.sizes[ratio];
      const laid = layOut(blocks, size, palette);
      expect(laid.map(({ id }) => id).sort()).toEqual(blocks.map(({ id }) => id).sort());
      for (const { box } of laid) {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(size.width);
        expect(box.y + box.height).toBeLessThanOrEqual(size.height);
      }
      for (const [index, one] of laid.entries()) {
        for (const other of laid.slice(index + 1)) expect(overlap(one.box, other.box)).toBe(0);
      }
    }),
    { numRuns: 200 },
  );
});

test("the upper scroll hangs on the right, the lower on the left, as a column each", () => {
  const blocks = [
    newBlock("upper", "upperScroll", "天增岁月人增寿"),
    newBlock("lower", "lowerScroll", "春满乾坤福满门"),
    newBlock("horizontal", "horizontalScroll", "四季长安"),
  ];
  const size = defaultCapability.sizes["3:4"];
  const [upper, lower, horizontal] = ["upper", "lower", "horizontal"].map((id) =>
    layOut(blocks, size, palette).find((found) => found.id === id),
  );
  if (!upper || !lower || !horizontal) throw new Error("not laid out");
  expect(upper.box.x).toBeGreaterThan(size.width / 2);
  expect(lower.box.x + lower.box.width).toBeLessThan(size.width / 2);
  expect(new Set(upper.runs.map((run) => run.x)).size).toBe(1);
  expect(horizontal.box.y + horizontal.box.height).toBeLessThan(upper.box.y);
});

test("the sheet takes its colours from the scene", () => {
  const scene = (subject: string) =>
    paletteOf({ scene: { subject, styles: [], style: "", lights: [], light: "", qualities: [] } });
  expect(scene("红色宣纸")).not.toEqual(scene("a fresh beach scene"));
  expect(scene("")).toEqual(scene("something unnamed"));
});

test("what is over the limits is neither set nor waited for", () => {
  const size = defaultCapability.sizes["3:4"];
  const long = { ...newBlock("a", "body", "云".repeat(100_000)), direction: "vertical" } as const;
  const drawn =
    layOut([long], size, palette)[0]
      ?.runs.map((run) => run.text)
      .join("") ?? "";
  expect(drawn).toHaveLength(maxBlockCharacters);
  const many = Array.from({ length: 200 }, (_, at) => newBlock(`b${at}`, "label", "云"));
  expect(layOut(many, size, palette)).toHaveLength(maxBlocks);
});

test("the same list of blocks is laid out once", () => {
  const blocks = [
    newBlock("b1", "title", "Summer Sale"),
    newBlock("b2", "smallPrint", "1–15 July"),
  ];
  const size = defaultCapability.sizes["3:4"];
  expect(layOut(blocks, size, palette)).toBe(layOut(blocks, size, palette));
  expect(layOut(blocks, defaultCapability.sizes["1:1"], palette)).not.toBe(
    layOut(blocks, size, palette),
  );
});

test("a Chinese horizontal scroll is set from the right with the scrolls, and turns with them", () => {
  const scrolls = [
    newBlock("b1", "upperScroll", "天增岁月人增寿"),
    newBlock("b2", "lowerScroll", "春满乾坤福满门"),
  ];
  const size = defaultCapability.sizes["3:4"];
  const crown = (text: string, blocks = scrolls) =>
    layOut([...blocks, newBlock("b3", "horizontalScroll", text)], size, palette)
      .find(({ id }) => id === "b3")
      ?.runs.map((run) => run.text)
      .join("");
  expect(crown("四季长安")).toBe("安长季四");
  expect(crown("Everything is renewed")).toContain("Everything");
  expect(crown("四季长安", [])).toBe("四季长安");
  expect(crown("四季长安", hangScrolls(scrolls, "modern"))).toBe("四季长安");
});
