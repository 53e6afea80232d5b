import { describe, expect, test } from "vitest";
import { blankPoster, newBlock } from "../blank";
import { tellingRecords } from "./characters";
import { lint } from "./lint";
import { loadTables } from "./tables";

const tables = await loadTables();
const titled = (text: string) => ({ ...blankPoster, blocks: [newBlock("b1", "title", text)] });

describe("this studio's own records", () => {
  const learnt = (text: string, records: Record<string, [right: number, painted: number]>) => {
    const entries = Object.entries(records).map(
      ([character, [right, painted]]) => [character, { right, painted }] as const,
    );
    return lint(titled(text), tables, new Map(entries)).map(({ rule, says }) => [
      rule,
      says.characters ?? says.character,
    ]);
  };

  test.each<[string, [number, number], string[][]]>([
    ["too few paintings say nothing", [4, 4], [["rareCharacters", "镳"]]],
    ["nine in ten are well", [9, 10], []],
    ["fewer are not", [8, 9], [["rareCharacters", "镳"]]],
    ["six in ten are not bad", [3, 5], [["rareCharacters", "镳"]]],
    ["fewer are, and are told with their figure alone", [2, 5], [["oftenWrong", "镳"]]],
    ["five of five are well", [5, 5], []],
  ])("of a rare character: %s", (_name, record, findings) => {
    expect(learnt("镳局", { 镳: record })).toEqual(findings);
  });

  test.each<[string, [number, number], string[][]]>([
    ["well", [30, 30], []],
    ["neither well nor badly", [6, 9], []],
    ["badly", [1, 6], [["oftenWrong", "夏"]]],
    ["badly, but not often enough to tell", [0, 4], []],
  ])("of a common character that is painted %s", (_name, record, findings) => {
    expect(learnt("夏日", { 夏: record })).toEqual(findings);
  });

  test("of several name the worst with its figure and the others after it, once a block", () => {
    const records = new Map([
      ["夏", { right: 2, painted: 5 }],
      ["日", { right: 0, painted: 7 }],
      ["亍", { right: 5, painted: 5 }],
    ]);
    expect(lint(titled("夏日亍亍"), tables, records)).toEqual([
      {
        rule: "oftenWrong",
        at: { block: "b1" },
        level: "warn",
        says: { character: "日", right: "0", painted: "7", others: "夏" },
      },
    ]);
  });

  test("of a character in no table stand above it", () => {
    expect(learnt("𰻝面", { 𰻝: [6, 6] })).toEqual([]);
    expect(learnt("𰻝面", { 𰻝: [0, 6] })).toEqual([["oftenWrong", "𰻝"]]);
  });

  test("are kept only where they change what is said", () => {
    const records = new Map(
      Object.entries({
        ...{ 夏: { right: 9, painted: 9 }, 日: { right: 1, painted: 9 } },
        ...{ 镳: { right: 9, painted: 9 }, 亍: { right: 6, painted: 9 } },
        ...{ 龍: { right: 9, painted: 9 }, 龘: { right: 4, painted: 4 } },
      }),
    );
    expect([...tellingRecords(records, tables).keys()]).toEqual(["日", "镳"]);
  });
});
