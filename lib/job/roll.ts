import type { ProofState } from "@/lib/proof/schema";
import type { JobState, RollState } from "./schema";
import { isSettled } from "./state";

/** What a roll has made so far: its jobs in order, each with the proof of its picture. */
export interface Rolled {
  state: JobState;
  proof: ProofState | null;
}

/** The limits somebody set: most further pictures, most further money (fen). */
export interface RollLimits {
  maxMore: number;
  maxFen: number;
}

/**
 * What a roll does next: "wait" for what is under way, order one "more", or end and why. A picture
 * that failed ends it: what the upstream refused once it mostly refuses again, and only a person
 * may pay for finding out.
 */
export function nextOfRoll(
  rolled: readonly Rolled[],
  limits: RollLimits,
  priceFen: number,
): "wait" | "more" | Exclude<RollState, "rolling" | "overBudget"> {
  const last = rolled.at(-1);
  if (last) {
    if (!isSettled(last.state)) return "wait";
    if (last.state === "cancelled") return "stopped";
    if (last.state !== "done") return "failed";
    if (last.proof === null || last.proof.is === "waiting") return "wait";
    if (last.proof.is === "unread") return "unread";
    if (last.proof.summary.isExact) return "exact";
  }
  const made = rolled.length;
  return made >= limits.maxMore || (made + 1) * priceFen > limits.maxFen ? "spent" : "more";
}
