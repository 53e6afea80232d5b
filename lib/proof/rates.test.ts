import { expect, test } from "vitest";
import { newBlock } from "@/lib/poster/blank";
import { recipes } from "@/lib/poster/recipes";
import { aPoster } from "@/lib/testing/jobs";
import { type ReadPicture, ratesBy } from "./rates";

const picture = (changes: object, isExact: boolean): ReadPicture => ({
  poster: aPoster(changes),
  ratio: "3:4",
  isExact,
  costFen: 18,
});
const zh = { blocks: [{ ...newBlock("a", "title", "新年快乐"), lettering: "regular" as const }] };

test("pictures are counted by what was asked for", () => {
  const pictures = [picture({}, true), picture(zh, false), picture(zh, true)];
  expect(ratesBy("language", pictures)).toEqual([
    { key: "zh", exact: 1, read: 2, spentFen: 36 },
    { key: "mixed", exact: 1, read: 1, spentFen: 18 },
  ]);
  expect(ratesBy("length", pictures).map(({ key, read }) => [key, read])).toEqual([
    ["10", 2],
    ["30", 1],
  ]);
  expect(ratesBy("ratio", pictures)).toMatchObject([{ key: "3:4", read: 3 }]);
});

test("a picture without words says nothing about lettering", () => {
  expect(ratesBy("lettering", [picture({ blocks: [] }, true)])).toEqual([]);
  expect(ratesBy("lettering", [picture({ bare: true }, true)])).toEqual([]);
});

test("settings are named by the documented row they are", () => {
  const couplet = recipes.find(({ id }) => id === "couplet10");
  const settings = {
    ratios: ["3:4"],
    expand: couplet?.expand,
    watermark: couplet?.watermark,
    keepOut: { presets: [], own: couplet?.own },
  };
  const lines = ratesBy("recipe", [picture(settings, true), picture({}, true)]);
  expect(lines.map(({ key }) => key).toSorted()).toEqual(["couplet10", "own"]);
});
