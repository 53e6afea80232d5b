import type { BlockProof, Judgements, Proof, ProofSummary, Verdict } from "./schema";

/** What a block counts as: a person's word stands above the machine's. */
export function verdictOf(block: BlockProof, judgements: Judgements): Verdict {
  const said = judgements[block.blockId];
  if (said === "right") return "exact";
  return said === "wrong" ? "wrong" : block.verdict;
}

/** The first character that is surely not what was wanted, as "州→洲"; null where none is. */
function firstSlip(proof: Proof, judgements: Judgements): ProofSummary["slip"] {
  for (const block of proof.blocks) {
    if (judgements[block.blockId] !== undefined || block.verdict !== "wrong") continue;
    const mark = block.marks.find(
      ({ kind, certainty }) => kind !== "match" && certainty === "sure",
    );
    if (mark) return { wanted: mark.wanted ?? "", read: mark.read ?? "" };
  }
  return null;
}

/** A proof in a few numbers, for a badge. */
export function summaryOf(proof: Proof, judgements: Judgements): ProofSummary {
  const verdicts = proof.blocks.map((block) => verdictOf(block, judgements));
  const count = (verdict: Verdict) => verdicts.filter((each) => each === verdict).length;
  const wrongCharacters = proof.blocks
    .filter((block) => verdictOf(block, judgements) === "wrong")
    .flatMap(({ marks }) => marks)
    .filter(({ kind, certainty }) => kind !== "match" && certainty === "sure").length;
  const exact = count("exact");
  const isFound = ({ blockId, reason }: BlockProof) =>
    reason !== "notFound" || judgements[blockId] !== undefined;
  const isWhole = proof.extras.length === 0 && !proof.areScrollsSwapped;
  return {
    blocks: verdicts.length,
    exact,
    wrong: count("wrong"),
    unsure: count("unsure") + count("uncheckable"),
    wrongCharacters,
    isNothingFound: proof.blocks.length > 0 && !proof.blocks.some(isFound),
    extras: proof.extras.length,
    areScrollsSwapped: proof.areScrollsSwapped,
    slip: firstSlip(proof, judgements),
    isExact: exact === verdicts.length && isWhole,
    isHuman: Object.keys(judgements).length > 0,
    isBare: proof.isBare,
  };
}
