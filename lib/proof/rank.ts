import type { Block } from "@/lib/poster/schema";
import type { Proof } from "./schema";

/** How much a role's words weigh when pictures are compared: a title over small print. */
const weights: Partial<Record<Block["role"], number>> = {
  title: 4,
  upperScroll: 3,
  lowerScroll: 3,
  horizontalScroll: 3,
  subtitle: 2,
  slogan: 2,
  brand: 2,
  smallPrint: 0.5,
};

/** NED over all blocks, each by the weight of its role; 1 for a poster without words. */
export function weightedNedOf(blocks: readonly Block[], proof: Proof): number {
  let [sum, total] = [0, 0];
  for (const { blockId, ned } of proof.blocks) {
    const role = blocks.find(({ id }) => id === blockId)?.role;
    const weight = (role && weights[role]) ?? 1;
    sum += weight * ned;
    total += weight;
  }
  return total === 0 ? 1 : sum / total;
}

/** What was not found at all is no better than what is wrong. */
const isMissed = ({ verdict, reason }: Proof["blocks"][number]): boolean =>
  verdict === "wrong" || reason === "notFound";

/** For sorting pictures of one poster, the best first: strict result, what is wrong or missing, weighted NED, extra text, confidence. */
export function byProof(blocks: readonly Block[]): (a: Proof, b: Proof) => number {
  const keysOf = (proof: Proof) => [
    proof.figures.posterCrStrict ? 0 : 1,
    proof.blocks.filter(isMissed).length +
      Number(proof.areScrollsSwapped) +
      proof.hardChecks.filter(({ result }) => result === "broken").length,
    -weightedNedOf(blocks, proof),
    proof.extras.length,
    -proof.blocks.reduce((sum, { confidence }) => sum + confidence, 0),
  ];
  return (a, b) => {
    const [one, other] = [keysOf(a), keysOf(b)];
    const at = one.findIndex((key, index) => key !== other[index]);
    return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
  };
}
