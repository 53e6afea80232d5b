import type { Lettering } from "@/lib/poster/schema";
import type { Assigned, Claim } from "./assign";
import { nedOf } from "./figures";
import { boxAround, inReadingOrder, visibleLetters, withoutRepeats } from "./lines";
import { marksOf } from "./marks";
import type { Simplified } from "./sameness";
import type { BlockProof, Mark, Reading, ReadLetter } from "./schema";
import { agreedLines, viewOf } from "./views";

/** Letterings that readers misread though they are right, so that a machine alone never says “wrong”. */
const calligraphy: ReadonlySet<Lettering> = new Set([
  "running",
  "clerical",
  "brush",
  "handwriting",
]);

/** Share of a block that must be read right before what differs is called wrong. */
const legible = 0.5;

/** The proof of one block from the lines it was found in. */
export function compareBlock(
  assigned: Assigned,
  unknown: Reading["unknown"],
  simplified: Simplified,
): BlockProof {
  const claims = withoutRepeats(assigned.claims);
  const proof = compareInOrder(assigned, inReadingOrder(claims), unknown, simplified);
  if (proof.verdict !== "wrong" || claims.length < 2) return proof;
  // Designs scatter lines; words that are right in another order want a person's eye.
  const sorted = claims.toSorted((a, b) => a.start - b.start);
  const other = compareInOrder(assigned, sorted, unknown, simplified);
  return other.verdict === "exact" ? { ...other, verdict: "unsure", reason: "order" } : proof;
}

function compareInOrder(
  assigned: Assigned,
  claims: readonly Claim[],
  unknown: Reading["unknown"],
  simplified: Simplified,
): BlockProof {
  const { wanted, block, isFromRight } = assigned;
  const lines = agreedLines(claims);
  const letters = visibleLetters(lines.flat());
  const agreed = viewOf(wanted, letters, simplified);
  const marks = marksOf({ wanted, claims, agreed, unknown, simplified });
  const read = readText(lines, isFromRight);
  return {
    blockId: block.id,
    ...verdictOf(assigned, marks, letters),
    read,
    marks: isFromRight ? marks.reverse() : marks,
    confidence: meanOf(letters.map(({ confidence }) => confidence)),
    box: boxAround(claims.map(({ line }) => line.box)),
    ned: nedOf(block.text, read),
    isFromRight,
  };
}

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / (values.length || 1);

/** What was read, as one would type it. */
function readText(lines: readonly (readonly ReadLetter[])[], isFromRight: boolean): string {
  const texts = lines.map((letters) => letters.map(({ text }) => text));
  if (isFromRight) return texts.flat().reverse().join("");
  return texts.map((letters) => letters.join("").trim()).join("\n");
}

const isRight = ({ kind, difference }: Mark) =>
  kind === "match" && difference !== "case" && difference !== "script";

function verdictOf(
  { block, claims }: Assigned,
  marks: readonly Mark[],
  letters: readonly ReadLetter[],
): Pick<BlockProof, "verdict" | "reason"> {
  if (claims.length === 0) return { verdict: "unsure", reason: "notFound" };
  const checked = marks.filter(({ certainty }) => certainty !== "unchecked");
  const faults = checked.filter((mark) => mark.kind !== "match");
  const sure = faults.filter(({ certainty }) => certainty === "sure");
  if (sure.length > 0) {
    if (calligraphy.has(block.lettering)) return { verdict: "unsure", reason: "calligraphy" };
    return isLegible(marks, letters)
      ? { verdict: "wrong", reason: "characters" }
      : { verdict: "unsure", reason: "doubtful" };
  }
  if (faults.length > 0) return { verdict: "unsure", reason: "doubtful" };
  if (!checked.every(isRight)) return { verdict: "unsure", reason: "differences" };
  if (checked.some(({ certainty }) => certainty === "doubtful")) {
    return { verdict: "unsure", reason: "doubtful" };
  }
  return checked.length < marks.length
    ? { verdict: "uncheckable", reason: "unknownCharacters" }
    : { verdict: "exact", reason: null };
}

/** Whether the reader can read this hand at all: most of it right, or all of it without a doubt. */
function isLegible(marks: readonly Mark[], letters: readonly ReadLetter[]): boolean {
  const wanted = marks.filter((mark) => mark.wanted !== null);
  const right = wanted.filter(({ kind }) => kind === "match").length;
  if (right >= legible * wanted.length) return true;
  return letters.length > 0 && letters.every(({ confidence }) => confidence > 0.95);
}
