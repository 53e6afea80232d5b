import type { ProofState } from "@/lib/proof/schema";
import type { JobState, RollState, RollView } from "./schema";
import { isSettled } from "./state";

/** What a roll has made so far: its jobs in order, each with its money and the proof of its picture. */
export interface Rolled {
  state: JobState;
  proof: ProofState | null;
  /** Reserved, spent or possibly charged for it; a try whose answer was lost counts beside the next. */
  committedFen: number;
}

/** The limits somebody set: most further pictures, most further money (fen). */
export interface RollLimits {
  maxMore: number;
  maxFen: number;
}

/** The limits of a roll; null where nobody named an amount, so that it follows from the number. */
export function limitsOf(maxMore: number, limitFen: number | null, priceFen: number): RollLimits {
  const allFen = maxMore * priceFen;
  return { maxMore, maxFen: limitFen === null ? allFen : Math.min(limitFen, allFen) };
}

/** Pictures that the tighter of both limits leaves room for. */
export const mostPictures = ({ maxMore, maxFen }: RollLimits, priceFen: number): number =>
  priceFen === 0 ? maxMore : Math.min(maxMore, Math.floor(maxFen / priceFen));

/** Why a roll ended, its two limits told apart: "money" where the number was not met first. */
export function endOf({
  state,
  made,
  maxMore,
}: Pick<RollView, "state" | "made" | "maxMore">): Exclude<RollState, "rolling"> | "money" {
  if (state === "spent" && made < maxMore) return "money";
  return state as Exclude<RollState, "rolling">;
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
  const committedFen = rolled.reduce((sum, each) => sum + each.committedFen, 0);
  const isFull = rolled.length >= limits.maxMore || committedFen + priceFen > limits.maxFen;
  return isFull ? "spent" : "more";
}
