import { expect, test } from "vitest";
import { aPoster } from "@/lib/testing/jobs";
import { isBare, wantedBlocks } from "./bare";

const poster = aPoster({ bare: true });
const painted = { painter: "nebula", parentId: null, poster } as const;

test("a picture painted without its words wants none until they are set", () => {
  expect(isBare(painted)).toBe(true);
  expect(wantedBlocks(painted)).toEqual([]);
  const mended = { ...painted, parentId: "parent" };
  expect(isBare(mended)).toBe(false);
  expect(wantedBlocks(mended)).toEqual(poster.blocks);
});

test.each([
  ["a draft, which sets them itself", { ...painted, painter: "draft" as const }],
  ["a picture with painted words", { ...painted, poster: aPoster() }],
  ["a poster that has none", { ...painted, poster: aPoster({ bare: true, blocks: [] }) }],
])("%s is not bare", (_name, made) => {
  expect(isBare(made)).toBe(false);
});
