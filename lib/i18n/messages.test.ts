import compile from "icu-minify/compile";
import { describe, expect, test } from "vitest";
import { en } from "./en";
import { zh } from "./zh";

interface Tree {
  readonly [key: string]: string | Tree;
}

function sentencesOf(tree: Tree, above = ""): [path: string, sentence: string][] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const path = above === "" ? key : `${above}.${key}`;
    return typeof value === "string" ? [[path, value]] : sentencesOf(value, path);
  });
}

/** Names in a compiled message: [name] is an argument, [name, kind, branches] a choice, else a tag. */
function namesIn(nodes: unknown): string[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.flatMap((node: unknown) => {
    if (!Array.isArray(node)) return [];
    const [name, kind, branches] = node;
    if (node.length === 1) return [name];
    if (typeof kind !== "number") return [`<${name}>`, ...namesIn(node.slice(1))];
    return [name, ...Object.values(Object(branches)).flatMap(namesIn)];
  });
}

/** Each name once; how often a language needs it is its own affair. */
const wantedBy = (sentence: string) => [...new Set(namesIn(compile(sentence)))].toSorted();

const english = sentencesOf(en);
const chinese = new Map(sentencesOf(zh as unknown as Tree));

test("both languages say the same things", () => {
  expect([...chinese.keys()].toSorted()).toEqual(english.map(([path]) => path).toSorted());
});

test("every sentence of both asks for the same values and tags", () => {
  const wrong = english
    .map(([path, sentence]) => ({
      path,
      en: wantedBy(sentence),
      zh: wantedBy(chinese.get(path) ?? ""),
    }))
    .filter((pair) => pair.en.join() !== pair.zh.join());
  expect(wrong).toEqual([]);
});

test("no sentence is blank, or carries a blank at its end", () => {
  const blank = [...english, ...chinese].filter(([, sentence]) => sentence.trim() !== sentence);
  const empty = [...english, ...chinese].filter(([, sentence]) => sentence === "");
  expect([...blank, ...empty]).toEqual([]);
});

describe("the reader of names itself", () => {
  test.each([
    ["plain", []],
    ["a {b} c", ["b"]],
    ["{n, plural, one {# x {a}} other {# y}} · {z}", ["a", "n", "z"]],
    ["{n, select, a {q} other {<b>{z}</b>}}", ["<b>", "n", "z"]],
    ["<w>hi</w> <b>{t}</b>", ["<b>", "<w>", "t"]],
  ])("finds those of %j", (sentence, names) => {
    expect(wantedBy(sentence)).toEqual(names);
  });
});
