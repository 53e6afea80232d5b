import type { ProofState, ProofSummary } from "./schema";

/** How a badge looks: right, wrong, somebody should look, or nothing to say yet. */
export type BadgeTone = "ok" | "bad" | "look" | "quiet";

/** A badge as data: the sentence it says and what stands in it. */
export interface Badge {
  tone: BadgeTone;
  says:
    | "reading"
    | "unread"
    | "noWords"
    | "bare"
    | "bareExtra"
    | "exact"
    | "slip"
    | "lost"
    | "surplus"
    | "characters"
    | "lines"
    | "swapped"
    | "extra"
    | "notFound"
    | "unsure";
  values: Record<string, string | number>;
}

/** What a picture's badge says: the worst thing first. */
export function badgeOf(state: ProofState): Badge {
  if (state.is === "waiting") return { tone: "quiet", says: "reading", values: {} };
  if (state.is === "unread") return { tone: "quiet", says: "unread", values: {} };
  const { blocks, exact, wrong, wrongCharacters, extras, slip, isExact } = state.summary;
  if (state.summary.isBare) {
    return extras > 0
      ? { tone: "look", says: "bareExtra", values: { count: extras } }
      : { tone: "quiet", says: "bare", values: {} };
  }
  if (state.summary.isNothingFound) return { tone: "look", says: "notFound", values: {} };
  if (wrong > 0 && wrongCharacters === 1 && slip) {
    return { tone: "bad", says: slipSaid(slip), values: { ...slip } };
  }
  if (wrong > 0 && wrongCharacters > 0) {
    return { tone: "bad", says: "characters", values: { count: wrongCharacters } };
  }
  if (wrong > 0) return { tone: "bad", says: "lines", values: { count: wrong } };
  if (state.summary.areScrollsSwapped) return { tone: "bad", says: "swapped", values: {} };
  if (extras > 0) return { tone: "look", says: "extra", values: { count: extras } };
  if (!isExact) return { tone: "look", says: "unsure", values: { exact, blocks } };
  if (blocks === 0) return { tone: "quiet", says: "noWords", values: {} };
  return { tone: "ok", says: "exact", values: { exact, blocks } };
}

/** One wrong character: another one, one that is missing, or one too many. */
function slipSaid({ wanted, read }: NonNullable<ProofSummary["slip"]>): Badge["says"] {
  if (read === "") return "lost";
  return wanted === "" ? "surplus" : "slip";
}
