import { coupletOf } from "@/lib/poster/couplet/couplet";
import { coupletOrder } from "@/lib/poster/couplet/hanging";
import type { Block } from "@/lib/poster/schema";
import type { BlockProof } from "./schema";

/** True when both scrolls were found, each on the other's side: the upper one hangs right by tradition. */
export function areScrollsSwapped(
  blocks: readonly Block[],
  proofs: readonly BlockProof[],
): boolean {
  const couplet = coupletOf(blocks);
  const middleOf = (id: string | undefined) => {
    const box = proofs.find(({ blockId }) => blockId === id)?.box;
    return box ? box.x + box.width / 2 : undefined;
  };
  const [upper, lower] = [middleOf(couplet?.upper.id), middleOf(couplet?.lower.id)];
  if (upper === undefined || lower === undefined || upper === lower) return false;
  return coupletOrder(blocks) === "traditional" ? upper < lower : upper > lower;
}
