import { describe, expect, test } from "vitest";
import { newBlock } from "@/lib/poster/blank";
import { layOut } from "@/lib/poster/layout/layout";
import { loadTables } from "@/lib/poster/lint/tables";
import type { Block } from "@/lib/poster/schema";
import { proofOf } from "@/lib/proof/proof";
import type { Box, ReadLine } from "@/lib/proof/schema";
import { reading, readLetters, readLine } from "@/lib/testing/reading";
import { movePiece, resize, reword, scalePiece, stretchPiece } from "./adjust";
import { isOnPicture } from "./bounds";
import { contrastOf, legible } from "./colour";
import { layPatch, sizeOf } from "./drawing";
import { fitPatch } from "./fit";
import { coveredBox, removalOf } from "./removal";
import type { Erasure, Ink, Patch } from "./schema";

const picture = { width: 1140, height: 1472 };
const palette = { from: "#b3261a", to: "#74100b", ink: "#f3cf7a" };
const ink: Ink = { colour: "#e8bf5a", ground: "#9c1f14", box: null };

const { simplified } = await loadTables();

function fitted(block: Block, lines: readonly ReadLine[], changes: Partial<Ink> = {}) {
  const [laid] = layOut([block], picture, palette);
  if (!laid) throw new Error("not laid");
  const [proof] = proofOf({ blocks: [block] }, reading(lines), simplified).blocks;
  return fitPatch({ block, laid, proof, ink: { ...ink, ...changes }, isFromRight: false }, picture);
}

const column = (text: string, box: Box): ReadLine => {
  const step = box.height / [...text].length;
  const letters = readLetters(text, box).map((letter, at) => ({
    ...letter,
    box: { ...box, y: box.y + at * step, height: step },
  }));
  return readLine(text, { box, direction: "vertical", letters });
};

const middleOf = ({ x, y, width, height }: Box) => [x + width / 2, y + height / 2];

describe("a patch is fitted", () => {
  const title = newBlock("title", "title", "山野读书会");
  const row = { x: 120, y: 300, width: 572, height: 103 };

  test("to a painted row: its size, its middle, its colours, the words as wanted", () => {
    const patch = fitted(title, [readLine("山野渎书会", { box: row })]);
    expect(patch).toMatchObject({
      text: "山野读书会",
      direction: "horizontal",
      colour: "#e8bf5a",
      cover: { kind: "inpaint", plate: "#9c1f14" },
    });
    expect(patch.size).toBeCloseTo(100, 0);
    const { box, runs } = layPatch(patch);
    expect(runs).toHaveLength(1);
    expect(box.width).toBeCloseTo(572, 0);
    const [x, y] = middleOf(box);
    expect(x).toBeCloseTo(406, 0);
    expect(y).toBeCloseTo(351.5, 0);
    const covered = coveredBox(patch, picture);
    expect(covered.x).toBeLessThan(row.x);
    expect(covered.y + covered.height).toBeGreaterThan(row.y + row.height);
  });

  test("to letters painted further apart than the poster's rules have them", () => {
    const wide = { x: 100, y: 300, width: 900, height: 103 };
    const patch = fitted(title, [readLine("山野渎书会", { box: wide })]);
    expect(patch.size).toBeCloseTo(100, 0);
    expect(layPatch(patch).box.width).toBeCloseTo(900, -1);
  });

  test("to a column, though the poster wanted a row", () => {
    const box = { x: 700, y: 200, width: 82, height: 424 };
    const patch = fitted({ ...title, direction: "horizontal" }, [column("山野渎书会", box)]);
    expect(patch.direction).toBe("vertical");
    expect(patch.size).toBeCloseTo(80, -1);
    const laid = layPatch(patch).box;
    expect(middleOf(laid)[0]).toBeCloseTo(741, 0);
    expect(laid.y).toBeCloseTo(200, -1);
    expect(laid.height).toBeCloseTo(424, -1.3);
  });

  test("to several painted lines, broken where they were", () => {
    const body = newBlock("body", "body", "周末一起在山里读书带上你最喜欢的一本书和大家分享");
    const line = (text: string, row: number) =>
      readLine(text, {
        box: { x: 100, y: 400 + row * 52, width: [...text].length * 40.8, height: 40 },
      });
    const lines = ["周末一起在山里读", "书带上你最喜欢的", "一本书和大家分享"];
    const patch = fitted(body, lines.map(line));
    expect(layPatch(patch).runs.map(({ text }) => text)).toEqual(lines);
    expect(patch.size).toBeCloseTo(40, -1);
  });

  test("to where the letters themselves stand, if the pixels tell", () => {
    const box = { x: 132, y: 310, width: 560, height: 92 };
    const patch = fitted(title, [readLine("山野渎书会", { box: row })], { box });
    const [x, y] = middleOf(layPatch(patch).box);
    expect(x).toBeCloseTo(412, 0);
    expect(y).toBeCloseTo(356, 0);
  });

  test("words that are longer than what was painted are made to fit on the picture", () => {
    const long = newBlock("a", "title", "山".repeat(40));
    const patch = fitted(long, [
      readLine("山山", { box: { x: 900, y: 20, width: 230, height: 110 } }),
    ]);
    expect(isOnPicture(patch, picture)).toBe(true);
    const { box } = layPatch(patch);
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(picture.width);
  });

  test("to the layout's place where nothing was found, readable on what is painted there", () => {
    const patch = fitted({ ...title, colour: "red" }, []);
    const [laid] = layOut([title], picture, palette);
    expect(patch.cover).toMatchObject({ kind: "none", area: null });
    expect(layPatch(patch).runs.map(({ text }) => text)).toEqual(
      laid?.runs.map(({ text }) => text),
    );
    expect(patch.size).toBeCloseTo(laid?.runs[0]?.size ?? 0, 0);
    expect(contrastOf(patch.colour, ink.ground)).toBeGreaterThan(3);
    expect(middleOf(layPatch(patch).box)[0]).toBeCloseTo(
      middleOf(laid?.box ?? patch.box)[0] ?? 0,
      0,
    );
  });
});

describe("a patch is changed", () => {
  const patch = fitted(newBlock("t", "title", "山野读书会"), [
    readLine("山野渎书会", { box: { x: 120, y: 300, width: 572, height: 103 } }),
  ]);
  const area = { x: 120, y: 300, width: 572, height: 103 };
  const cover = { kind: "inpaint", area, plate: "#ffffff" } as const;
  const erasure: Erasure = { extraId: "extra.0", cover };
  const everywhere = [-5000, -3, 0, 3, 5000];

  test("and never leaves the picture, wherever it is moved and however it is scaled", () => {
    for (const right of everywhere) {
      for (const down of everywhere) {
        for (const hold of ["words", "area"] as const) {
          for (const factor of [0.01, 0.9, 1.1, 90]) {
            for (const piece of [patch, erasure]) {
              const moved = movePiece(piece, hold, right, down, picture);
              const next = scalePiece(moved, hold, factor, picture);
              expect(isOnPicture(next, picture)).toBe(true);
              expect(isOnPicture(stretchPiece(next, right, down, picture), picture)).toBe(true);
            }
          }
        }
      }
    }
  });

  test("a line that is only taken out is moved and pulled by its area, whatever is held", () => {
    for (const hold of ["words", "area"] as const) {
      const moved = movePiece(erasure, hold, 10, -20, picture);
      expect(coveredBox(moved, picture)).toEqual({ ...area, x: 130, y: 280 });
    }
    const pulled = stretchPiece(erasure, 8, 4, picture);
    expect(coveredBox(pulled, picture)).toEqual({ ...area, width: 580, height: 107 });
    expect(scalePiece(erasure, "words", 0.01, picture)).toEqual(erasure);
    expect(removalOf(pulled, picture)).toEqual({
      kind: "inpaint",
      area: { ...area, width: 580, height: 107 },
    });
  });

  test("in size with its frame, so that its lines stay whole", () => {
    for (const size of [8, 40, 100, 180, 1600]) {
      const next = resize(patch, size, picture);
      expect(layPatch(next).runs).toHaveLength(1);
      expect(isOnPicture(next, picture)).toBe(true);
    }
  });

  test("in its words, which stay one line while there is room and then are made smaller", () => {
    const longer = reword(patch, { text: "山野读书会今年" }, picture);
    expect(layPatch(longer).runs).toHaveLength(1);
    expect(longer.size).toBe(patch.size);
    const far = reword(patch, { text: "山野读书会今年在山里读书三天三夜" }, picture);
    expect(isOnPicture(far, picture)).toBe(true);
    expect(reword(patch, { text: " " }, picture).text).toBe(" ");
  });

  test("in direction about the same middle, and back", () => {
    const turned = reword(patch, { direction: "vertical" }, picture);
    expect(turned.box.height).toBeGreaterThan(turned.box.width);
    expect(isOnPicture(turned, picture)).toBe(true);
    const back = reword(turned, { direction: "horizontal" }, picture);
    expect(middleOf(back.box)[0]).toBeCloseTo(middleOf(patch.box)[0] ?? 0, 0);
  });

  test("what it takes away stays where it was painted, unless it follows the words", () => {
    const moved = movePiece(patch, "words", 100, 500, picture);
    expect(coveredBox(moved, picture)).toEqual(coveredBox(patch, picture));
    const free: Patch = { ...patch, cover: { kind: "plate", area: null, plate: "#ffffff" } };
    const gone = movePiece(free, "words", 0, 500, picture);
    expect(coveredBox(gone, picture).y).toBeCloseTo(coveredBox(free, picture).y + 500, 0);
  });

  test("a removal is whole pixels of the picture, and none when it is left", () => {
    const plate = removalOf(patch, picture, "plate");
    expect(Object.values(plate?.area ?? { x: 0.5 }).every(Number.isInteger)).toBe(true);
    expect(removalOf(patch, picture, "none")).toBeUndefined();
  });
});

test("columns hang from the top in the middle of their frame", () => {
  const patch = fitted({ ...newBlock("a", "upperScroll", "春回大地"), place: "right" }, []);
  const { box, runs, framed } = layPatch(patch);
  expect(framed).toBe(false);
  expect(box.y).toBe(patch.box.y);
  expect(new Set(runs.map(({ x }) => Math.round(x))).size).toBe(1);
  expect(sizeOf(patch).height).toBeGreaterThan(box.width * 3);
});

test("a colour that cannot be read on its ground gives way", () => {
  expect(legible("#ffffff", "#fffdf0")).toBe("#1c1a17");
  expect(legible("#111111", "#000000")).toBe("#fffdf8");
  expect(legible("#e8bf5a", "#74100b")).toBe("#e8bf5a");
});
