import { countCharacters, graphemesOf } from "../characters";
import type { ReadCharacter } from "./readings";

/** Two characters that face each other. */
export interface Row {
  upper?: ReadCharacter;
  lower?: ReadCharacter;
  /** Of one tone where tones must differ, or where they may agree (一三五不论). */
  clash?: "strict" | "loose";
}

export type Rule =
  | "upperMissing"
  | "lowerMissing"
  | "length"
  | "repeated"
  | "echoed"
  | "uneven"
  | "tone"
  | "toneLoose"
  | "upperEnd"
  | "lowerEnd"
  | "reversed"
  | "horizontal"
  | "signs";

/** What a rule has to say about a couplet; it warns and never forbids. */
export interface Finding {
  rule: Rule;
  level: "warn" | "note";
  /** The rows it is about, from 0. */
  positions: readonly number[];
  /** The characters it is about. */
  characters: readonly string[];
}

/** A scroll as typed, and its Han characters as read. */
export interface Scroll {
  text: string;
  characters: readonly ReadCharacter[];
}

export interface ReadCouplet {
  upper: Scroll;
  lower: Scroll;
  horizontal?: Scroll;
}

const horizontalLength = 4;

/** The places where the voice rests: every second character and the last of each clause (二字而节). */
function restsOf(text: string): Set<number> {
  const rests = new Set<number>();
  let start = 0;
  for (const clause of text.split(/[^\p{Script=Han}\p{Nd}]+/u)) {
    const length = countCharacters(clause);
    for (let place = 1; place <= length; place += 1) {
      if (place % 2 === 0 || place === length) rests.add(start + place - 1);
    }
    start += length;
  }
  return rests;
}

/** The two scrolls character against character. */
export function rowsOf({ upper, lower }: Pick<ReadCouplet, "upper" | "lower">): Row[] {
  const [upperRests, lowerRests] = [restsOf(upper.text), restsOf(lower.text)];
  const length = Math.max(upper.characters.length, lower.characters.length);
  return Array.from({ length }, (_, at) => {
    const [above, below] = [upper.characters[at], lower.characters[at]];
    const row: Row = { ...(above && { upper: above }), ...(below && { lower: below }) };
    if (!above?.tone || above.tone !== below?.tone) return row;
    return { ...row, clash: upperRests.has(at) && lowerRests.has(at) ? "strict" : "loose" };
  });
}

const unique = <T>(items: readonly T[]) => [...new Set(items)];

function finding(
  rule: Rule,
  level: Finding["level"],
  positions: readonly number[] = [],
  characters: readonly string[] = [],
): Finding {
  return { rule, level, positions, characters };
}

const of = (scroll: Scroll) => scroll.characters.map(({ character }) => character);

/**
 * Characters on both scrolls. In step (规则重字) means: at the same place, or two that trade places;
 * anything else is what couplets avoid (不规则重字).
 */
function repeats({ upper, lower }: ReadCouplet): Finding[] {
  const [above, below] = [of(upper), of(lower)];
  const inStep = (own: string[], other: string[], character: string) =>
    own.every(
      (each, at) =>
        each !== character ||
        other[at] === character ||
        other.some((far, place) => far === character && own[place] === other[at]),
    );
  const both = unique(above.filter((character) => below.includes(character)));
  const isRegular = (character: string) =>
    inStep(above, below, character) && inStep(below, above, character);
  const groups = [
    { rule: "repeated", level: "warn", found: both.filter((each) => !isRegular(each)) },
    { rule: "echoed", level: "note", found: both.filter(isRegular) },
  ] as const;
  return groups
    .filter(({ found }) => found.length > 0)
    .map(({ rule, level, found }) => {
      const rows = Math.max(above.length, below.length);
      const at = Array.from({ length: rows }, (_, row) => row).filter((row) =>
        [above[row], below[row]].some((each) => each !== undefined && found.includes(each)),
      );
      return finding(rule, level, at, found);
    });
}

/** For each character the place where its like first stood: 增福增寿 is 0 1 0 3. */
const patternOf = (characters: string[]) => characters.map((each) => characters.indexOf(each));

/** A character said twice on one scroll wants the other scroll to say one twice at the same places. */
function unevenness({ upper, lower }: ReadCouplet): Finding[] {
  const [above, below] = [of(upper), of(lower)];
  if (above.length !== below.length) return [];
  const [first, second] = [patternOf(above), patternOf(below)];
  const at = first.flatMap((place, row) => (place === second[row] ? [] : [row]));
  const said = at.flatMap((row) => [
    ...(first[row] === row ? [] : [above[row] ?? ""]),
    ...(second[row] === row ? [] : [below[row] ?? ""]),
  ]);
  return at.length === 0 ? [] : [finding("uneven", "warn", at, unique(said))];
}

function ends({ upper, lower }: ReadCouplet): Finding[] {
  const [above, below] = [upper.characters.at(-1), lower.characters.at(-1)];
  const [upperAt, lowerAt] = [upper.characters.length - 1, lower.characters.length - 1];
  const isUpperWrong = above?.tone === "level";
  const isLowerWrong = below?.tone === "oblique";
  if (isUpperWrong && isLowerWrong) {
    return [
      finding("reversed", "warn", unique([upperAt, lowerAt]), [above.character, below.character]),
    ];
  }
  if (isUpperWrong) return [finding("upperEnd", "warn", [upperAt], [above.character])];
  return isLowerWrong ? [finding("lowerEnd", "warn", [lowerAt], [below.character])] : [];
}

/** Tones within the scrolls; what the ends' own rule says is not said twice. */
function clashes(couplet: ReadCouplet): Finding[] {
  const said = new Set(ends(couplet).flatMap(({ positions }) => positions));
  const rows = rowsOf(couplet);
  const places = (clash: Row["clash"]) =>
    rows.flatMap((row, at) => (row.clash === clash && !said.has(at) ? [at] : []));
  const [strict, loose] = [places("strict"), places("loose")];
  return [
    ...(strict.length > 0 ? [finding("tone", "warn", strict)] : []),
    ...(loose.length > 0 ? [finding("toneLoose", "note", loose)] : []),
  ];
}

function signs(scrolls: readonly Scroll[]): Finding[] {
  const found = unique(
    scrolls.flatMap(({ text }) =>
      graphemesOf(text).filter((sign) => !/[\p{Script=Han}\p{Nd}]|^\s+$/u.test(sign)),
    ),
  );
  return found.length === 0 ? [] : [finding("signs", "note", [], found)];
}

/** Everything there is to say about a couplet, the weightier first; nothing while it is empty. */
export function checkCouplet(couplet: ReadCouplet): Finding[] {
  const { upper, lower, horizontal } = couplet;
  const [above, below] = [upper.characters.length, lower.characters.length];
  const findings: Finding[] = [];
  if (above > 0 && below === 0) findings.push(finding("lowerMissing", "warn"));
  else if (below > 0 && above === 0) findings.push(finding("upperMissing", "warn"));
  else if (above !== below) {
    const surplus = Array.from(
      { length: Math.abs(above - below) },
      (_, index) => Math.min(above, below) + index,
    );
    findings.push(finding("length", "warn", surplus));
  }
  findings.push(...ends(couplet), ...repeats(couplet), ...unevenness(couplet), ...clashes(couplet));
  if (horizontal && horizontal.characters.length !== horizontalLength) {
    if (horizontal.text.trim() !== "") findings.push(finding("horizontal", "warn"));
  }
  findings.push(...signs([upper, lower, ...(horizontal ? [horizontal] : [])]));
  return [
    ...findings.filter(({ level }) => level === "warn"),
    ...findings.filter(({ level }) => level === "note"),
  ];
}
