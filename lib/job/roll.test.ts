import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ProofState, ProofSummary } from "@/lib/proof/schema";
import { endOf, limitsOf, mostPictures, nextOfRoll, type Rolled } from "./roll";

const summary: ProofSummary = {
  blocks: 1,
  exact: 0,
  wrong: 1,
  unsure: 0,
  isNothingFound: false,
  wrongCharacters: 1,
  extras: 0,
  areScrollsSwapped: false,
  slip: null,
  isExact: false,
  isHuman: false,
  isBare: false,
};
const wrong: ProofState = { is: "read", summary };
const exact: ProofState = { is: "read", summary: { ...summary, isExact: true } };
const done = (proof: ProofState | null, committedFen = 18): Rolled => ({
  state: "done",
  proof,
  committedFen,
});
const ended = (state: Rolled["state"]): Rolled => ({ state, proof: null, committedFen: 0 });
const limits = { maxMore: 3, maxFen: 54 };

describe("a roll", () => {
  test.each<[string, Rolled[], ReturnType<typeof nextOfRoll>]>([
    ["begins with one", [], "more"],
    ["waits for a picture under way", [ended("painting")], "wait"],
    ["waits for a proof", [done({ is: "waiting" })], "wait"],
    ["waits while a picture has no proof yet", [done(null)], "wait"],
    ["goes on after a wrong one", [done(wrong)], "more"],
    ["ends with the first exact one", [done(wrong), done(exact)], "exact"],
    ["ends at its number", [done(wrong), done(wrong), done(wrong)], "spent"],
    ["counts a try that may have been charged", [done(wrong, 36), done(wrong)], "spent"],
    ["takes an exact one at its number", [done(wrong), done(wrong), done(exact)], "exact"],
    ["ends with a picture that failed", [done(wrong), ended("failed")], "failed"],
    ["never repeats an unknown outcome", [ended("unknown")], "failed"],
    ["ends with one that was cancelled", [ended("cancelled")], "stopped"],
    ["ends where nothing can be read", [done({ is: "unread", failure: "off" })], "unread"],
  ])("%s", (_name, rolled, next) => {
    expect(nextOfRoll(rolled, limits, 18)).toBe(next);
  });

  const amounts = fc.record({
    maxMore: fc.integer({ min: 1, max: 20 }),
    maxFen: fc.integer({ min: 0, max: 500 }),
    price: fc.integer({ min: 1, max: 60 }),
  });

  test("never orders more than its number or its money allow", () => {
    fc.assert(
      fc.property(amounts, ({ maxMore, maxFen, price }) => {
        const rolled: Rolled[] = [];
        while (nextOfRoll(rolled, { maxMore, maxFen }, price) === "more")
          rolled.push(done(wrong, price));
        expect(rolled.length).toBe(Math.min(maxMore, Math.floor(maxFen / price)));
        expect(rolled.length).toBe(mostPictures({ maxMore, maxFen }, price));
      }),
    );
  });

  test("never starts what may pass its money, whatever its tries came to", () => {
    const tries = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(amounts, tries, ({ maxMore, maxFen, price }, sent) => {
        const rolled: Rolled[] = [];
        const spent = () => rolled.reduce((sum, each) => sum + each.committedFen, 0);
        while (nextOfRoll(rolled, { maxMore, maxFen }, price) === "more") {
          expect(spent() + price).toBeLessThanOrEqual(maxFen);
          rolled.push(done(wrong, price * (sent[rolled.length] ?? 1)));
        }
      }),
    );
  });
});

describe("the limits of a roll", () => {
  test.each([
    [3, null, { maxMore: 3, maxFen: 54 }, 3],
    [3, 60, { maxMore: 3, maxFen: 54 }, 3],
    [3, 53, { maxMore: 3, maxFen: 53 }, 2],
    [20, 60, { maxMore: 20, maxFen: 60 }, 3],
    [20, 17, { maxMore: 20, maxFen: 17 }, 0],
  ])("%i pictures or %j fen", (maxMore, limitFen, expected, pictures) => {
    const found = limitsOf(maxMore, limitFen, 18);
    expect(found).toEqual(expected);
    expect(mostPictures(found, 18)).toBe(pictures);
  });

  test("where pictures are free, only the number counts", () => {
    expect(mostPictures(limitsOf(3, 0, 0), 0)).toBe(3);
  });

  test("which of them ended it is told apart", () => {
    expect(endOf({ state: "spent", made: 3, maxMore: 3 })).toBe("spent");
    expect(endOf({ state: "spent", made: 2, maxMore: 3 })).toBe("money");
    expect(endOf({ state: "exact", made: 2, maxMore: 3 })).toBe("exact");
  });
});
