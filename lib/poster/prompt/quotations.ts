import { roleLabels } from "../labels";
import { isApostrophe, quoteFamilies, quotePairs } from "../quotes";

/** A prompt as read: words between two marks, and what stands between them. */
export type Piece =
  | { kind: "literal"; text: string; open: string; close: string }
  | { kind: "plain"; text: string };

type Family = keyof typeof quoteFamilies;

interface Mark {
  at: number;
  character: string;
  family: Family;
  before: string | undefined;
  after: string | undefined;
  /** Stands right behind the name of a role: words begin here. */
  isLed: boolean;
}

const familyOf = new Map(
  (Object.keys(quoteFamilies) as Family[]).flatMap((family) =>
    [...quoteFamilies[family]].map((character): [string, Family] => [character, family]),
  ),
);

const opening = new Set("“„〝‘‚「｢『«‹");
const closing = new Set("”〞〟’」｣』»›");
/** Families whose marks nobody takes for their partners. */
const directed: ReadonlySet<Family> = new Set(["corner", "hollow", "angle", "smallAngle"]);
/** Pairs in use somewhere besides those of one direction each: German, Polish, Swedish. */
const usual = new Set(["„“", "„”", "””", "‚‘", "‚’", "’’", "〝〟"]);

const isBlank = (character: string | undefined) => character === undefined || /\s/u.test(character);
const isStop = (character: string | undefined) =>
  /[，,。.；;：:、！!？?）)]/u.test(character ?? "");
const isDigit = (character: string | undefined) => /\p{N}/u.test(character ?? "");
const isHan = (character: string | undefined) => /\p{Script=Han}/u.test(character ?? "");
const isWord = (character: string | undefined) =>
  /[\p{L}\p{N}]/u.test(character ?? "") && !isHan(character);

const isWithinWord = ({ family, before, after }: Mark) =>
  family === "single" && isApostrophe(before, after);
/** 24" and 5'10": inches stand behind a figure. */
const isInch = ({ family, before, character }: Mark) =>
  family === "double" && isDigit(before) && !opening.has(character);
/** ’90s and rock 'n' roll: apostrophes at a word's edge, which could be quotation marks as well. */
const isElision = ({ family, at, before, after }: Mark, text: string) =>
  family === "single" &&
  ((!isWord(before) && /^\d0s/u.test(text.slice(at + 1, at + 4))) ||
    (after === "n" && /^.n['’]?(?!\p{L})/u.test(text.slice(at, at + 4))) ||
    (before === "n" && /['‘’]n$/u.test(text.slice(0, at).slice(-2))));

// The lower the cost, the likelier people mean it; the figures only have to rank what they mean.
const never = Number.POSITIVE_INFINITY;

function costToOpen(mark: Mark, text: string): number {
  const { character, family, before, after } = mark;
  const isSingle = family === "single";
  if (isWithinWord(mark) || (isSingle && isBlank(after))) return never;
  if (closing.has(character) && directed.has(family)) return never;
  let cost = closing.has(character) ? 1 : 0;
  // In French there is a space on either side.
  if (isBlank(after)) cost += family === "angle" ? 0 : 1.5;
  else if (isStop(after)) cost += 1;
  if (isWord(before)) cost += opening.has(character) ? 0.5 : 1.5;
  if (isElision(mark, text)) cost += 1;
  return cost;
}

function costToClose(mark: Mark, opener: Mark): number {
  const { character, family, before, after } = mark;
  const isSingle = family === "single";
  if (isWithinWord(mark) || (isSingle && isBlank(before))) return never;
  const pair = opener.character + character;
  if (opening.has(character) && directed.has(family)) return never;
  let cost = opening.has(character) && !usual.has(pair) ? 1 : 0;
  if (!usual.has(pair) && opener.character !== character && !isPartner(pair)) cost += 0.5;
  if (isBlank(before)) cost += family === "angle" ? 0 : 1.5;
  if (mark.isLed) cost += 1.5;
  if (isHan(after)) cost += 0.3;
  else if (isWord(after)) cost += 1.5;
  return cost;
}

const isPartner = (pair: string) => /^(?:“”|〝〞|‘’|「」|｢｣|『』|«»|‹›)$/u.test(pair);

/** What it costs to leave a mark to the plain text: little where it is likely no quotation mark. */
function costToLeave(mark: Mark, text: string): number {
  if (isWithinWord(mark)) return 0;
  if (isElision(mark, text)) return 0.2;
  if (isInch(mark)) return 0.5;
  if (mark.family === "single") return mark.before === "s" ? 0.3 : 1.5;
  return mark.family === "tick" ? 1 : 3;
}

/** What it costs to take a mark for one of the characters between two others. */
function costWithin(mark: Mark, closer: Mark, text: string): number {
  if (isWithinWord(mark) || isElision(mark, text)) return 0;
  if (isInch(mark)) return 0.3;
  // A mark before a comma looks like the end of one text and the beginning of the next.
  const ends = Number(/[，,；;、\n]/u.test(mark.after ?? "")) + Number(mark.isLed) * 1.5;
  if (mark.character === closer.character) return ends + (opening.has(mark.character) ? 0.6 : 2);
  return ends + (mark.family === "single" ? 0.4 : 0.6);
}

/** Marks a literal may hold, and characters after which it grows unlikely. */
const mostWithin = 24;
const usualLength = 80;

const ledBy = new RegExp(
  `(?:${roleLabels.map(([name]) => name).join("|")})\\s?[:：=是为]?\\s?$`,
  "iu",
);

function marksOf(text: string): Mark[] {
  const marks: Mark[] = [];
  for (const { 0: character, index: at } of text.matchAll(
    /["“”„‟＂〝〞〟'‘’‚‛＇`「」｢｣『』«»‹›]/gu,
  )) {
    const family = familyOf.get(character);
    if (family) {
      const isLed = ledBy.test(text.slice(Math.max(0, at - 20), at));
      marks.push({ at, character, family, before: text[at - 1], after: text[at + 1], isLed });
    }
  }
  return marks;
}

/** The likeliest pairs of marks, as indices: the cheapest way to account for every one of them. */
function pairsOf(text: string, marks: readonly Mark[]): [number, number][] {
  const best: { cost: number; opener: number | undefined }[] = [{ cost: 0, opener: undefined }];
  for (const [index, mark] of marks.entries()) {
    let cheapest = {
      cost: (best[index]?.cost ?? 0) + costToLeave(mark, text),
      opener: undefined as number | undefined,
    };
    let within = 0;
    let depth = 0;
    for (let from = index - 1; from >= Math.max(0, index - mostWithin - 1); from -= 1) {
      const opener = marks[from];
      if (!opener) break;
      if (opener.family === mark.family && mark.at > opener.at + 1) {
        const length = mark.at - opener.at;
        const cost =
          (best[from]?.cost ?? 0) +
          costToOpen(opener, text) +
          costToClose(mark, opener) +
          within +
          // A mark inside wants its partner inside.
          Math.abs(depth) * 2.5 +
          Math.max(0, length - usualLength) / 100;
        if (cost < cheapest.cost) cheapest = { cost, opener: from };
      }
      within += costWithin(opener, mark, text);
      if (opening.has(opener.character)) depth += 1;
      else if (closing.has(opener.character) && !isWithinWord(opener) && !isInch(opener))
        depth -= 1;
    }
    best.push(cheapest);
  }
  const pairs: [number, number][] = [];
  for (let index = marks.length; index > 0; index -= 1) {
    const opener = best[index]?.opener;
    if (opener === undefined) continue;
    pairs.unshift([opener, index - 1]);
    index = opener + 1;
  }
  return pairs;
}

/** A text in pieces, with the marks at these places; concatenated they are the text again. */
function cut(text: string, pairs: readonly (readonly [number, number])[]): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  const plain = (to: number) => {
    if (to > done) pieces.push({ kind: "plain", text: text.slice(done, to) });
  };
  for (const [from, to] of pairs) {
    plain(from);
    pieces.push({
      kind: "literal",
      text: text.slice(from + 1, to),
      open: text.slice(from, from + 1),
      close: text.slice(to, to + 1),
    });
    done = to + 1;
  }
  plain(text.length);
  return pieces;
}

/**
 * Splits a text at its quotation marks, however they were paired: the likeliest reading of all of
 * them together, by direction, by neighbours, and by what would be left over. Apostrophes and inch
 * marks are plain text, and so is a mark without a partner.
 */
export function piecesOf(text: string): Piece[] {
  const marks = marksOf(text);
  const place = (index: number) => marks[index]?.at ?? 0;
  return cut(
    text,
    pairsOf(text, marks).map(([from, to]) => [place(from), place(to)]),
  );
}

const closers = new Map(quotePairs.map((pair) => [pair.slice(0, 1), pair.slice(1)]));
const anyPairMark = new RegExp(`[${quotePairs.join("")}]`, "u");

/**
 * Splits a text whose literals stand each in a pair of marks that does not occur in it, as those of
 * our own prompts do; undefined when a mark is left over.
 */
export function strictPiecesOf(text: string): Piece[] | undefined {
  const pairs: [number, number][] = [];
  for (let at = 0; at < text.length; at += 1) {
    const closer = closers.get(text[at] ?? "");
    if (closer === undefined) continue;
    const to = text.indexOf(closer, at + 1);
    if (to <= at + 1) return undefined;
    pairs.push([at, to]);
    at = to;
  }
  const pieces = cut(text, pairs);
  const isWhole = pieces.every(({ kind, text }) => kind === "literal" || !anyPairMark.test(text));
  return isWhole ? pieces : undefined;
}

/** Marks of a text that stand without a partner, apostrophes and inches aside. */
export function lonelyMarks(text: string): string[] {
  const marks = marksOf(text);
  const paired = new Set(pairsOf(text, marks).flat());
  return marks
    .filter((mark, index) => !paired.has(index) && costToLeave(mark, text) >= 3)
    .map(({ character }) => character);
}
