import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ProofState, ProofSummary } from "@/lib/proof/schema";
import { nextOfRoll, type Rolled } from "./roll";

const summary: ProofSummary = {
  blocks: 1,
  exact: 0,
  wrong: 1,
  unsure: 0,
  wrongCharacters: 1,
  extras: 0,
  areScrollsSwapped: false,
  slip: null,
  isExact: false,
  isHuman: false,
};
const wrong: ProofState = { is: "read", summary };
const exact: ProofState = { is: "read", summary: { ...summary, isExact: true } };
const done = (proof: ProofState | null): Rolled => ({ state: "done", proof });
const limits = { maxMore: 3, maxFen: 54 };

describe("a roll", () => {
  test.each<[string, Rolled[], ReturnType<typeof nextOfRoll>]>([
    ["begins with one", [], "more"],
    ["waits for a picture under way", [{ state: "painting", proof: null }], "wait"],
    ["waits for a proof", [done({ is: "waiting" })], "wait"],
    ["waits while a picture has no proof yet", [done(null)], "wait"],
    ["goes on after a wrong one", [done(wrong)], "more"],
    ["ends with the first exact one", [done(wrong), done(exact)], "exact"],
    ["ends at its number", [done(wrong), done(wrong), done(wrong)], "spent"],
    ["takes an exact one at its number", [done(wrong), done(wrong), done(exact)], "exact"],
    ["ends with a picture that failed", [done(wrong), { state: "failed", proof: null }], "failed"],
    ["never repeats an unknown outcome", [{ state: "unknown", proof: null }], "failed"],
    ["ends with one that was cancelled", [{ state: "cancelled", proof: null }], "stopped"],
    ["ends where nothing can be read", [done({ is: "unread", failure: "off" })], "unread"],
  ])("%s", (_name, rolled, next) => {
    expect(nextOfRoll(rolled, limits, 18)).toBe(next);
  });

  test("never orders more than its number or its money allow", () => {
    const fen = fc.integer({ min: 0, max: 500 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fen,
        fc.integer({ min: 1, max: 60 }),
        (maxMore, maxFen, price) => {
          const rolled: Rolled[] = [];
          while (nextOfRoll(rolled, { maxMore, maxFen }, price) === "more")
            rolled.push(done(wrong));
          expect(rolled.length).toBe(Math.min(maxMore, Math.floor(maxFen / price)));
        },
      ),
    );
  });
});
