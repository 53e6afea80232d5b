import { type Alignment, align } from "./align";
import type { Claim } from "./assign";
import { visibleLetters } from "./lines";
import { isUnseen, type Keyed, keyed, plain, type Simplified, samenessOf } from "./sameness";
import type { ReadLetter } from "./schema";

/** One way the whole block was read, against what was wanted. */
export interface View {
  letters: ReadLetter[];
  alignment: Alignment;
}

const softCost = 0.3;

/** Aligns letters with the wanted characters; case and script are cheaper than other characters. */
export function viewOf(
  wanted: readonly string[],
  letters: ReadLetter[],
  simplified: Simplified,
): View {
  const cost = (one: Keyed, other: Keyed) => {
    if (one.key !== other.key) return 1;
    const sameness = samenessOf(one.text, other.text, simplified);
    return isUnseen(sameness) ? 0 : sameness ? softCost : 1;
  };
  const read = letters.map(({ text }) => text);
  return { letters, alignment: align(keyed(wanted, simplified), keyed(read, simplified), cost) };
}

/** The block as each view of its lines has it; a line with fewer views repeats its first. */
export function viewsOf(
  wanted: readonly string[],
  claims: readonly Claim[],
  simplified: Simplified,
): View[] {
  const most = Math.max(0, ...claims.map(({ line }) => line.seconds.length));
  return Array.from({ length: most + 1 }, (_, at) => {
    const letters = claims.flatMap(({ line }) => line.seconds[at - 1] ?? line.letters);
    return viewOf(wanted, visibleLetters(letters), simplified);
  });
}

const textOf = (letters: readonly ReadLetter[]) => letters.map(({ text }) => plain(text)).join("");

const confidenceOf = (letters: readonly ReadLetter[]) =>
  letters.reduce((sum, { confidence }) => sum + confidence, 0) / (letters.length || 1);

/** Each line as most of its views agree on it; where none do, the most confident. */
export function agreedLines(claims: readonly Claim[]): ReadLetter[][] {
  return claims.map(({ line }) => {
    const views = [line.letters, ...line.seconds];
    const texts = views.map((letters) => textOf(visibleLetters(letters)));
    const votes = (letters: ReadLetter[]) => {
      const own = textOf(visibleLetters(letters));
      return texts.filter((text) => text === own).length;
    };
    const [best = []] = views.toSorted(
      (a, b) => votes(b) - votes(a) || confidenceOf(b) - confidenceOf(a),
    );
    return best;
  });
}

/** How likely a letter is the wanted character, what else it may be included. */
function likelihood(wanted: string, letter: ReadLetter, simplified: Simplified): number {
  const guesses = [letter, ...letter.others];
  const sum = guesses
    .filter(({ text }) => isUnseen(samenessOf(wanted, text, simplified)))
    .reduce((total, { confidence }) => total + confidence, 0);
  return Math.min(1, sum);
}

/** For each wanted character, the mean over the views of how likely it stands there. */
export function supportOf(
  wanted: readonly string[],
  views: readonly View[],
  simplified: Simplified,
): number[] {
  const sums = new Array<number>(wanted.length).fill(0);
  for (const { letters, alignment } of views) {
    for (const { wanted: at, read } of alignment.steps) {
      const [character, letter] = [wanted[at ?? -1], letters[read ?? -1]];
      if (at === undefined || character === undefined || !letter) continue;
      sums[at] = (sums[at] ?? 0) + likelihood(character, letter, simplified);
    }
  }
  return sums.map((sum) => sum / views.length);
}

/** How many letters too many each view has before each wanted character, and after the last; their mean confidence. */
export function surplusOf(length: number, views: readonly View[]): number[] {
  const sums = new Array<number>(length + 1).fill(0);
  for (const { letters, alignment } of views) {
    let slot = 0;
    const seen = new Set<number>();
    for (const { wanted, read } of alignment.steps) {
      if (wanted !== undefined) slot = wanted + 1;
      else if (!seen.has(slot)) {
        seen.add(slot);
        sums[slot] = (sums[slot] ?? 0) + (letters[read ?? -1]?.confidence ?? 0);
      }
    }
  }
  return sums.map((sum) => sum / views.length);
}
