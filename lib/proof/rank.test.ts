import { expect, test } from "vitest";
import { newBlock } from "@/lib/poster/blank";
import { reading, readLine } from "@/lib/testing/reading";
import { proofOf } from "./proof";
import { byProof, weightedNedOf } from "./rank";

const blocks = [
  { ...newBlock("t", "title", "新年快乐"), lettering: "sans" as const },
  newBlock("s", "smallPrint", "解释权归本店"),
];

const read = (...texts: string[]) =>
  proofOf({ blocks }, reading(texts.map((text, row) => readLine(text, { row }))), new Map());

test("the best comes first: exact, then a right title with wrong small print, then extra text, then a wrong title", () => {
  const exact = read("新年快乐", "解释权归本店");
  const extra = read("新年快乐", "解释权归本店", "多余的话");
  const small = read("新年快乐", "解释权归木店");
  const title = read("新年决乐", "解释权归本店");
  const both = read("新年决乐", "解释权归木店");
  expect([both, title, small, extra, exact].toSorted(byProof(blocks))).toEqual([
    exact,
    extra,
    small,
    title,
    both,
  ]);
});

test("a title weighs more than small print", () => {
  const small = weightedNedOf(blocks, read("新年快乐", "解释权归木店"));
  const title = weightedNedOf(blocks, read("新年决乐", "解释权归本店"));
  expect(small).toBeGreaterThan(title);
  expect(weightedNedOf([], read())).toBeLessThan(1);
});
