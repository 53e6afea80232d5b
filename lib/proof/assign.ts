import { isReadFromRight } from "@/lib/poster/couplet/hanging";
import type { Block } from "@/lib/poster/schema";
import { wordedBlocks } from "@/lib/poster/words";
import { align } from "./align";
import { isExpected } from "./extra-text";
import { visibleLetters } from "./lines";
import { isUnseen, type Keyed, keyed, lettersOf, type Simplified, samenessOf } from "./sameness";
import type { ReadLine } from "./schema";

/** A line as part of a block: which of the wanted characters it covers, `end` excluded. */
export interface Claim {
  line: ReadLine;
  start: number;
  end: number;
}

/** A block with the lines it is made of. */
export interface Assigned {
  block: Block;
  /** The characters wanted, in the order they stand on the picture. */
  wanted: string[];
  isFromRight: boolean;
  claims: Claim[];
}

/** A way a block may stand on the picture. */
interface Candidate {
  block: Block;
  wanted: string[];
  keyed: readonly Keyed[];
  isFromRight: boolean;
}

interface Fit extends Claim {
  candidate: Candidate;
  letters: number;
  matches: number;
  score: number;
}

const editCost = 0.35;
/** How much of a line must be the block's own words, and how little where a part of it is still missing. */
const mostlyOwn = 0.5;
const partlyOwn = 0.3;
/** Characters of a block that may be taken for a line it shares nothing with. */
const blindMost = 2;
/** How much of a claimed part others may claim too. */
const sharedMost = 0.34;

/**
 * Which line belongs to which block, and the lines that belong to none. The best fits are taken
 * first: words that occur in each other go to the block that they fill.
 */
export function assignLines(
  blocks: readonly Block[],
  lines: readonly ReadLine[],
  simplified: Simplified,
): { assigned: Assigned[]; unclaimed: ReadLine[] } {
  const candidates = wordedBlocks({ blocks: [...blocks] }).flatMap((block) =>
    candidatesOf(block, blocks, simplified),
  );
  const fits = lines
    .flatMap((line) => {
      const texts = visibleLetters(line.letters).map(({ text }) => text);
      const letters = keyed(texts, simplified);
      return candidates.map((candidate) => fitOf(line, letters, candidate, simplified));
    })
    .filter(isOwnWords)
    .sort((a, b) => b.score - a.score);
  const taken: Fit[] = [];
  for (const least of [mostlyOwn, partlyOwn]) {
    for (const fit of fits) if (mayTake(fit, taken, least)) taken.push(fit);
  }
  takeBlindly(candidates, lines, taken);
  const assigned = wordedBlocks({ blocks: [...blocks] }).map((block) =>
    gather(block, candidates, taken),
  );
  const unclaimed = lines.filter((line) => !taken.some((fit) => fit.line === line));
  return { assigned, unclaimed };
}

function candidatesOf(block: Block, blocks: readonly Block[], simplified: Simplified): Candidate[] {
  const wanted = lettersOf(block.text);
  const characters = keyed(wanted, simplified);
  const level = { block, wanted, keyed: characters, isFromRight: false };
  if (wanted.length === 0) return [];
  if (!isReadFromRight(block, blocks)) return [level];
  const turned = { wanted: wanted.toReversed(), keyed: characters.toReversed() };
  return [{ block, ...turned, isFromRight: true }, level];
}

function fitOf(
  line: ReadLine,
  letters: readonly Keyed[],
  candidate: Candidate,
  simplified: Simplified,
): Fit {
  const { wanted, block } = candidate;
  const cost = (one: Keyed, other: Keyed) => {
    if (one.key !== other.key) return 1;
    const sameness = samenessOf(one.text, other.text, simplified);
    return isUnseen(sameness) ? 0 : sameness ? editCost : 1;
  };
  const { steps, cost: edits } = align(candidate.keyed, letters, cost, { isPart: true });
  const pairs = steps.filter(({ wanted: at, read }) => {
    const [one, letter] = [candidate.keyed[at ?? -1], letters[read ?? -1]];
    return one !== undefined && letter !== undefined && cost(one, letter) < 1;
  });
  const start = pairs[0]?.wanted ?? 0;
  const end = (pairs.at(-1)?.wanted ?? -1) + 1;
  const matches = letters.length - edits;
  // A line of all a block's words belongs to it rather than to a longer one that holds them too.
  const filled = wanted.length === 0 ? 0 : matches / wanted.length;
  const isTurned = block.direction === line.direction || letters.length < 3;
  const score = matches - editCost * edits + filled / 2 + (isTurned ? 0.2 : 0);
  return { line, candidate, start, end, letters: letters.length, matches, score };
}

/** What looks like a signature is a block's only where all of it stands in the block's words. */
const isOwnWords = ({ line, matches, letters }: Fit): boolean =>
  matches === letters || !isExpected(line.text);

function mayTake(fit: Fit, taken: readonly Fit[], least: number): boolean {
  if (fit.matches <= 0 || fit.matches < least * fit.letters) return false;
  return taken.every((other) => {
    if (other.line === fit.line) return false;
    if (other.candidate.block.id !== fit.candidate.block.id) return true;
    const shared = Math.min(other.end, fit.end) - Math.max(other.start, fit.start);
    const shorter = Math.min(other.end - other.start, fit.end - fit.start);
    return other.candidate === fit.candidate && shared <= sharedMost * shorter;
  });
}

/**
 * A block of one or two characters may share none of them with its misreading, and is then the line
 * of its length that is left over. A longer one that shares nothing with a line is not that line.
 */
function takeBlindly(
  candidates: readonly Candidate[],
  lines: readonly ReadLine[],
  taken: Fit[],
): void {
  for (const candidate of candidates) {
    if (taken.some((fit) => fit.candidate.block.id === candidate.block.id)) continue;
    const length = candidate.wanted.length;
    if (length > blindMost) continue;
    const line = lines.find(
      (each) =>
        visibleLetters(each.letters).length === length &&
        !isExpected(each.text) &&
        !taken.some((fit) => fit.line === each),
    );
    if (!line) continue;
    const nothing = { letters: 0, matches: 0, score: 0 };
    taken.push({ line, candidate, start: 0, end: length, ...nothing });
  }
}

function gather(block: Block, candidates: readonly Candidate[], taken: readonly Fit[]): Assigned {
  const own = taken.filter((fit) => fit.candidate.block.id === block.id);
  const candidate = own[0]?.candidate ?? candidates.find((each) => each.block.id === block.id);
  const { wanted, isFromRight } = candidate ?? { wanted: [], isFromRight: false };
  return {
    block,
    wanted,
    isFromRight,
    claims: own.map(({ line, start, end }) => ({ line, start, end })),
  };
}
