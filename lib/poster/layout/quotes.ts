import { graphemesOf, isFullWidth } from "../characters";
import { remember } from "../remember";
import { wide } from "./quote-forms";

/** A line's graphemes; a mark is known by its place among them. */
type Line = readonly string[];

const isWide = (grapheme: string | undefined) => grapheme !== undefined && isFullWidth(grapheme);
const isLatin = (grapheme: string | undefined) =>
  /^[\p{L}\p{N}]/u.test(grapheme ?? "") && !isWide(grapheme);

/** What stands next to a mark on one side, over other marks, dashes and dots, which both scripts have. */
function findBeside(line: Line, at: number, step: -1 | 1): string | undefined {
  let next = at + step;
  while (/^[‘’“”—…]/u.test(line[next] ?? "")) next += step;
  return line[next];
}

const isInWord = (line: Line, at: number) => isLatin(line[at - 1]) && isLatin(line[at + 1]);

/** A pair is Chinese when anything beside either of its marks is, inside or outside. */
const isWidePair = (line: Line, open: number, close: number) =>
  [open, close].some((at) => isWide(findBeside(line, at, -1)) || isWide(findBeside(line, at, 1)));

/** A mark without its partner, an apostrophe mostly, goes with what it clings to. */
function isWideAlone(line: Line, at: number): boolean {
  const isOpening = /^[‘“]/u.test(line[at] ?? "");
  const [held, other] = isOpening
    ? [findBeside(line, at, 1), findBeside(line, at, -1)]
    : [findBeside(line, at, -1), findBeside(line, at, 1)];
  if (line[at] === "’" && isLatin(line[at + 1])) return false;
  return isWide(held) || (!isLatin(held) && isWide(other));
}

/** Places of the marks that are Chinese. */
function findWide(line: Line): Set<number> {
  const found = new Set<number>();
  const open: number[] = [];
  const alone: number[] = [];
  const close = (at: number, opening: string) => {
    const from = open.findLastIndex((place) => line[place] === opening);
    if (from === -1) return alone.push(at);
    const [place = at, ...unclosed] = open.splice(from);
    alone.push(...unclosed);
    if (isWidePair(line, place, at)) found.add(place).add(at);
    return 0;
  };
  for (const [at, grapheme] of line.entries()) {
    if (grapheme === "“" || grapheme === "‘") open.push(at);
    else if (grapheme === "”") close(at, "“");
    else if (grapheme === "’" && !isInWord(line, at)) close(at, "‘");
  }
  for (const at of [...alone, ...open]) if (isWideAlone(line, at)) found.add(at);
  return found;
}

/**
 * A line whose Chinese quotation marks are followed by `wide`. One code point serves Chinese (“好”, a
 * full square each) and Latin (“Hi”, and the apostrophe of Don’t), so the neighbours decide. A line
 * with such forms in it already keeps them.
 */
export const markQuotes = remember((line: string): string => {
  if (!/[‘’“”]/u.test(line) || line.includes(wide)) return line;
  const graphemes = graphemesOf(line);
  const found = findWide(graphemes);
  return graphemes.map((each, at) => (found.has(at) ? each + wide : each)).join("");
}, 400);
