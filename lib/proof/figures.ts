import { align } from "./align";
import { lettersOf, plain } from "./sameness";

/** Strict, as the figures are defined: after NFKC and without spaces, every character counts. */
const strictly = (one: string, other: string) => (one === other ? 0 : 1);

const strict = (text: string) => lettersOf(text).map(plain);

/** Levenshtein distance of two texts in characters, after NFKC and without spaces. */
export const editDistance = (wanted: string, read: string): number =>
  align(strict(wanted), strict(read), strictly).cost;

/** NED, the field's similarity: 1 − Levenshtein / longer length. Two empty texts are alike. */
export function nedOf(wanted: string, read: string): number {
  const longer = Math.max(strict(wanted).length, strict(read).length);
  return longer === 0 ? 1 : 1 - editDistance(wanted, read) / longer;
}

/** CER of several texts together: (S + D + I) / N. */
export function cerOf(pairs: readonly { wanted: string; read: string }[]): number {
  const length = pairs.reduce((sum, { wanted }) => sum + strict(wanted).length, 0);
  const distance = pairs.reduce((sum, { wanted, read }) => sum + editDistance(wanted, read), 0);
  return length === 0 ? Number(distance > 0) : distance / length;
}

function countsOf(characters: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const each of characters) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}

/** Precision, recall (the field's WAC, Text Score) and F1 of character bags: order says nothing here. */
export function bagFiguresOf(wanted: string, read: string) {
  const [asked, seen] = [strict(wanted), strict(read)];
  const available = countsOf(seen);
  let shared = 0;
  for (const [character, count] of countsOf(asked)) {
    shared += Math.min(count, available.get(character) ?? 0);
  }
  const characterPrecision = seen.length === 0 ? Number(asked.length === 0) : shared / seen.length;
  const characterRecall = asked.length === 0 ? 1 : shared / asked.length;
  const sum = characterPrecision + characterRecall;
  const characterF1 = sum === 0 ? 0 : (2 * characterPrecision * characterRecall) / sum;
  return { characterPrecision, characterRecall, characterF1 };
}
