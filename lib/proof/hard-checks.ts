import { lettersOf } from "./sameness";
import type { BlockProof, HardCheck, Mark } from "./schema";

const amount = "\\d[\\d,]*(?:\\.\\d+)?";

/** What one false character makes worthless, the more particular first. */
const patterns: readonly (readonly [HardCheck["kind"], string])[] = [
  ["email", "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"],
  [
    "url",
    "(?:https?://|www\\.)[^\\s\\u3000-\\u9fff]+|(?:[a-z0-9-]+\\.)+(?:com|cn|net|org|io)(?:/[\\w/.-]*)?",
  ],
  ["phone", "\\+?(?:\\d{3,4}[- ]){1,2}\\d{4}(?!\\d)|(?<!\\d)1\\d{10}(?!\\d)"],
  [
    "date",
    "\\d{4}(?:年|(?<part>[-/.])(?=\\d{1,2}\\k<part>))\\d{1,2}(?:月\\d{1,2}[日号]?|[-/.]\\d{1,2})|\\d{1,2}月\\d{1,2}[日号]?",
  ],
  ["price", `[¥$€£]\\s?${amount}|${amount}\\s?(?:元|块|万元|折)`],
  ["percent", `${amount}\\s?[%‰]`],
  ["number", amount],
];

const pattern = new RegExp(
  patterns.map(([kind, source]) => `(?<${kind}>${source})`).join("|"),
  "giu",
);

/** Prices, dates, phone numbers, addresses and other figures of a text, with their places among its characters. */
export function hardWordsOf(
  text: string,
): { kind: HardCheck["kind"]; wanted: string; start: number; end: number }[] {
  const plain = text.normalize("NFKC");
  return [...plain.matchAll(pattern)].map((found) => {
    const wanted = found[0].trim();
    const start = lettersOf(plain.slice(0, found.index)).length;
    const named = patterns.find(([kind]) => found.groups?.[kind] !== undefined);
    return { kind: named?.[0] ?? "number", wanted, start, end: start + lettersOf(wanted).length };
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
