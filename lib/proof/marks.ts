import type { Step } from "./align";
import type { Claim } from "./assign";
import { overlapOf } from "./lines";
import { isUnseen, plain, type Simplified, samenessOf } from "./sameness";
import type { Box, Mark, Reading, ReadLetter } from "./schema";
import { supportOf, surplusOf, type View, viewsOf } from "./views";

/** How far the views must support a character to be sure of it, and how little to be sure against it. */
const limits = {
  sureMatch: 0.75,
  /** Commas and the like are small, so readers hesitate though they read them right. */
  sureSign: 0.5,
  sureOther: 0.15,
  sureExtra: 0.75,
};

/** A block's lines and how they were read. */
interface Evidence {
  wanted: readonly string[];
  claims: readonly Claim[];
  /** What the views agree on. */
  agreed: View;
  unknown: Reading["unknown"];
  simplified: Simplified;
}

/** Every character of a block as it was read, and how sure that is over all views. */
export function marksOf(evidence: Evidence): Mark[] {
  const { wanted, claims, agreed, simplified } = evidence;
  const views = viewsOf(wanted, claims, simplified);
  const support = supportOf(wanted, views, simplified);
  const surplus = surplusOf(wanted.length, views);
  let slot = 0;
  return agreed.alignment.steps.map((step) => {
    if (step.wanted === undefined) return extraMark(evidence, step.read ?? 0, surplus[slot] ?? 0);
    slot = step.wanted + 1;
    return wantedMark(evidence, step, Math.min(1, support[step.wanted] ?? 0));
  });
}

function extraMark({ agreed, claims }: Evidence, at: number, surplus: number): Mark {
  const letter = agreed.letters[at];
  const isSure = surplus >= limits.sureExtra && !isShared(letter, claims);
  return {
    kind: isTwin(agreed.letters, at) ? "doubled" : "extra",
    wanted: null,
    read: letter?.text ?? null,
    difference: null,
    certainty: isSure ? "sure" : "doubtful",
    support: 1 - surplus,
    box: letter?.box ?? null,
  };
}

function wantedMark(evidence: Evidence, step: Step, support: number): Mark {
  const { wanted, agreed, unknown, simplified } = evidence;
  const character = wanted[step.wanted ?? -1] ?? "";
  const letter = agreed.letters[step.read ?? -1];
  const sameness = letter ? samenessOf(character, letter.text, simplified) : undefined;
  const isUnknown = unknown.has(plain(character)) && !isUnseen(sameness);
  const least = isSmallSign(character) ? limits.sureSign : limits.sureMatch;
  const isSure = isUnseen(sameness)
    ? support >= least
    : support <= limits.sureOther && !(isThin(character) && !letter && isAtEnd(evidence, step));
  return {
    kind: sameness ? "match" : letter ? "substituted" : "missing",
    wanted: character,
    read: letter?.text ?? null,
    difference: sameness && sameness !== "same" ? sameness : null,
    certainty: isUnknown ? "unchecked" : isSure ? "sure" : "doubtful",
    support,
    box: letter?.box ?? null,
  };
}

const isSmallSign = (character: string) => /[，。、；：！？,;:!?]/u.test(character);

/** Signs of a single stroke: alone, or at the end of a line, the reader does not see them at all. */
const isThin = (character: string) => /[一丶丨，。、·.,—–-]/u.test(character);

/** Whether no line goes on to both sides of a wanted character. */
function isAtEnd({ claims, agreed }: Evidence, step: Step): boolean {
  const { steps } = agreed.alignment;
  const at = steps.indexOf(step);
  const boxOf = (found: Step | undefined) => agreed.letters[found?.read ?? -1]?.box;
  const before = boxOf(steps.slice(0, at).findLast(({ read }) => read !== undefined));
  const after = boxOf(steps.slice(at + 1).find(({ read }) => read !== undefined));
  if (!before || !after) return true;
  const isIn = (box: Box, line: Box) => overlapOf(box, line) > 0.5;
  return !claims.some(({ line }) => isIn(before, line.box) && isIn(after, line.box));
}

/** Where frames of two lines overlap, one may show a part of the other's character. */
const isShared = (letter: ReadLetter | undefined, claims: readonly Claim[]) =>
  letter !== undefined &&
  claims.filter(({ line }) => overlapOf(letter.box, line.box) > 0.15).length > 1;

const isTwin = (letters: readonly ReadLetter[], at: number) =>
  letters[at]?.text === letters[at - 1]?.text || letters[at]?.text === letters[at + 1]?.text;
