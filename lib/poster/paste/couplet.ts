import { scrollCharactersOf } from "../characters";
import { maxBlockCharacters } from "../choices";
import { textsIn, type Words, wordsIn } from "./words";

const shortestScroll = 4;
const horizontalLength = 4;

/** A scroll's text: Han characters and figures with pauses between, none at its end. */
function scrollOf(written: string): string | undefined {
  const text = written.replace(/[\s，,；;。.、！!？?]+$/u, "").trim();
  const isScroll = /^[\p{Script=Han}\p{Nd}\s，,；;、：:]+$/u.test(text);
  return isScroll && text.length <= maxBlockCharacters ? text : undefined;
}

const lengthOf = (text: string) => scrollCharactersOf(text).length;

function pairOf(upper: string | undefined, lower: string | undefined): Words[] | undefined {
  if (upper === undefined || lower === undefined) return undefined;
  const length = lengthOf(upper);
  if (length < shortestScroll || length !== lengthOf(lower)) return undefined;
  return [
    { role: "upperScroll", text: upper },
    { role: "lowerScroll", text: lower },
  ];
}

/** Two lines, or three of which the last or the first is the horizontal scroll. */
function inLines(lines: readonly string[]): Words[] | undefined {
  const [first, second, third] = lines.map(scrollOf);
  if (lines.length === 2) return pairOf(first, second);
  if (lines.length !== 3) return undefined;
  const withHorizontal = (pair: Words[] | undefined, text: string | undefined) =>
    pair && text !== undefined && lengthOf(text) === horizontalLength
      ? [...pair, { role: "horizontalScroll" as const, text }]
      : undefined;
  return (
    withHorizontal(pairOf(first, second), third) ?? withHorizontal(pairOf(second, third), first)
  );
}

/** A line as the two halves a pause in its middle makes, else as it is. */
function halvesOf(line: string): string[] {
  const half = lengthOf(line) / 2;
  for (const { 0: pause, index } of line.matchAll(/[\s，,；;、。|｜/／]+/gu)) {
    const before = line.slice(0, index);
    if (lengthOf(before) === half) return [before, line.slice(index + pause.length)];
  }
  return [line];
}

const scrollRoles = ["upperScroll", "lowerScroll", "horizontalScroll"] as const;

/** Labels of scrolls on one line stand at the beginning of a line each. */
const onLines = (text: string) =>
  text.replaceAll(
    /(?<=[^\n])(?=(?:上联|下联|横批|横额)\s{0,9}[:：]|【(?:上联|下联|横批|横额)】)/gu,
    "\n",
  );

/** Scrolls named by labels, and nothing else. */
function byLabels(words: readonly Words[]): Words[] | undefined {
  const named = scrollRoles.flatMap((role) => {
    const text = scrollOf(words.find((each) => each.role === role)?.text ?? "");
    return text === undefined ? [] : [{ role, text }];
  });
  const isWhole = named.length === words.length && named[1]?.role === "lowerScroll";
  return isWhole && named[0]?.role === "upperScroll" ? named : undefined;
}

/** Longer than two full scrolls, their labels and what hangs above them. */
const longest = maxBlockCharacters * 2 + 100;

/** The couplet a pasted text is: a pair of equal length, named or not, and what hangs above it. */
export function coupletIn(pasted: string): Words[] | undefined {
  if (pasted.length > longest) return undefined;
  const named = byLabels(wordsIn(onLines(pasted)));
  const lines = textsIn(pasted);
  return named ?? inLines(lines) ?? inLines(lines.flatMap(halvesOf));
}
