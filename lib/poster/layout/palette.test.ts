import { expect, test } from "vitest";
import { blankPoster } from "../blank";
import { paletteOf } from "./palette";

const paletteFor = (subject: string) => paletteOf({ scene: { ...blankPoster.scene, subject } });
const paper = paletteFor("");

test.each(
  [
    "the season of hundreds of teams",
    "a steam engine, woodland creature",
    "started tears, credit, darken, wishful",
    "一张海报，上海，明星，星期三，7月1日，草稿，现金，粉丝",
  ].flatMap((text) => text.split(/, |，/u)),
)("%s names no colour", (subject) => {
  expect(paletteFor(subject)).toEqual(paper);
});

test.each([
  ["beaches", "a sea"],
  ["starry sky", "the ocean"],
  ["under a full moon", "夜空"],
  ["golden light", "sunny meadow"],
  ["leaves", "a tea field"],
  ["海滩", "大海"],
  ["月光", "星空"],
])("%s is coloured as %s is", (one, other) => {
  expect(paletteFor(one)).toEqual(paletteFor(other));
  expect(paletteFor(one)).not.toEqual(paper);
});
