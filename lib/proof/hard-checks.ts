import { factsIn } from "@/lib/poster/facts";
import { lettersOf } from "./sameness";
import type { BlockProof, HardCheck, Mark } from "./schema";

/** Prices, dates, phone numbers, addresses and other figures of a text, with their places among its characters. */
export function hardWordsOf(
  text: string,
): { kind: HardCheck["kind"]; wanted: string; start: number; end: number }[] {
  return factsIn(text).map((fact) => {
    const start = lettersOf(text.slice(0, fact.from)).length;
    const end = start + lettersOf(fact.text).length;
    return { kind: fact.kind, wanted: fact.text.normalize("NFKC"), start, end };
  });
}

/** Whether every price, date, number and address of a block stands as it was wanted. */
export function hardChecksOf(text: string, { blockId, marks, verdict }: BlockProof): HardCheck[] {
  return hardWordsOf(text).map(({ kind, wanted, start, end }) => {
    const own = marksBetween(marks, start, end);
    const read = own.map((mark) => mark.read ?? "").join("");
    const result = resultOf(own);
    // What the block's verdict leaves open, such as calligraphy, a part of it cannot settle.
    const isOpen = result === "broken" && verdict !== "wrong";
    return { blockId, kind, wanted, read, result: isOpen ? "unsure" : result };
  });
}

/** The marks of a span of the wanted characters, with what was read too much within and beside it. */
function marksBetween(marks: readonly Mark[], start: number, end: number): Mark[] {
  let at = 0;
  return marks.filter((mark) => {
    if (mark.wanted === null)
      return at >= start && at <= end && /[\p{N}\p{P}\p{S}]/u.test(mark.read ?? "");
    at += 1;
    return at > start && at <= end;
  });
}

function resultOf(marks: readonly Mark[]): HardCheck["result"] {
  const isRight = ({ kind, difference }: Mark) =>
    kind === "match" && difference !== "script" && difference !== "case";
  if (marks.some((mark) => !isRight(mark) && mark.certainty === "sure")) return "broken";
  return marks.every((mark) => isRight(mark) && mark.certainty === "sure") ? "kept" : "unsure";
}
