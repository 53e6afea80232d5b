import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { brokenBy, leftOf, tightest } from "./budget";
import { amountsOf, committedFen, correctionOf } from "./entry";
import { billingLine, quotaOf } from "./quota";
import { type Amounts, budgetSchema, noBudget } from "./schema";

const fen = fc.integer({ min: 0, max: 100_000_000 });
const limit = fc.option(fen, { nil: null });
const endings = ["settle", "release", "maybeCharged", "fromCache"] as const;

const sum = (entries: Amounts[]): Amounts =>
  entries.reduce((a, b) => ({
    reservedFen: a.reservedFen + b.reservedFen,
    spentFen: a.spentFen + b.spentFen,
    maybeFen: a.maybeFen + b.maybeFen,
    savedFen: a.savedFen + b.savedFen,
  }));

describe("an entry", () => {
  test.each([
    ["reserve", { reservedFen: 18, spentFen: 0, maybeFen: 0, savedFen: 0 }],
    ["settle", { reservedFen: -18, spentFen: 18, maybeFen: 0, savedFen: 0 }],
    ["release", { reservedFen: -18, spentFen: 0, maybeFen: 0, savedFen: 0 }],
    ["maybeCharged", { reservedFen: -18, spentFen: 0, maybeFen: 18, savedFen: 0 }],
    ["fromCache", { reservedFen: -18, spentFen: 0, maybeFen: 0, savedFen: 18 }],
  ] as const)("%s of ¥0.18", (kind, amounts) => {
    expect(amountsOf(kind, 18)).toEqual(amounts);
  });

  test("whatever a job goes through, nothing of it stays reserved", () => {
    fc.assert(
      fc.property(
        fen,
        fc.array(fc.constantFrom(...endings), { minLength: 1, maxLength: 8 }),
        (price, tries) => {
          const entries = tries.flatMap((end) => [
            amountsOf("reserve", price),
            amountsOf(end, price),
          ]);
          const { reservedFen, spentFen, maybeFen, savedFen } = sum(entries);
          expect(reservedFen).toBe(0);
          const released = price * tries.filter((end) => end === "release").length;
          expect(spentFen + maybeFen + savedFen + released).toBe(price * tries.length);
        },
      ),
    );
  });

  test("a correction leaves no question, and money only where it was charged", () => {
    fc.assert(
      fc.property(fen, fc.boolean(), (price, wasCharged) => {
        const lost = [amountsOf("reserve", price), amountsOf("maybeCharged", price)];
        const after = sum([...lost, correctionOf(price, wasCharged)]);
        expect(after.maybeFen).toBe(0);
        expect(after.spentFen).toBe(wasCharged ? price : 0);
        // What may have been charged weighs like what was, so a "yes" changes no budget.
        expect(committedFen(sum(lost))).toBe(price);
        expect(committedFen(after)).toBe(wasCharged ? price : 0);
      }),
    );
  });

  test("what the cache saved weighs on no budget", () => {
    const entries = [amountsOf("reserve", 18), amountsOf("fromCache", 18)];
    expect(committedFen(sum(entries))).toBe(0);
  });
});

describe("a budget", () => {
  const budget = { orderFen: 100, dayFen: 200, monthFen: 300, timeZone: "UTC" };

  test.each([
    [0, 0, { orderFen: 100, dayFen: 200, monthFen: 300 }],
    [150, 250, { orderFen: 100, dayFen: 50, monthFen: 50 }],
    [201, 999, { orderFen: 100, dayFen: 0, monthFen: 0 }],
  ])("with %i gone today and %i this month", (dayFen, monthFen, left) => {
    expect(leftOf(budget, { dayFen, monthFen })).toEqual(left);
  });

  test.each([
    [100, { orderFen: 100, dayFen: 100, monthFen: 100 }, undefined],
    [101, { orderFen: 100, dayFen: 100, monthFen: 100 }, "order"],
    [18, { orderFen: null, dayFen: 17, monthFen: 0 }, "day"],
    [18, { orderFen: 18, dayFen: null, monthFen: 17 }, "month"],
    [18, { orderFen: null, dayFen: null, monthFen: null }, undefined],
    // A free draft passes even where nothing is left.
    [0, { orderFen: 0, dayFen: 0, monthFen: 0 }, undefined],
  ])("%i fen against %j", (wanted, left, broken) => {
    expect(brokenBy(wanted, left)).toBe(broken);
  });

  test("never leaves less than nothing, and an order passes exactly when it fits everywhere", () => {
    const limits = fc.record({ orderFen: limit, dayFen: limit, monthFen: limit });
    fc.assert(
      fc.property(limits, fen, fen, fen, (set, dayFen, monthFen, wanted) => {
        const left = leftOf({ ...set, timeZone: "UTC" }, { dayFen, monthFen });
        const rooms = Object.values(left).filter((room) => room !== null);
        expect(rooms.every((room) => room >= 0)).toBe(true);
        const fits = wanted === 0 || rooms.every((room) => wanted <= room);
        expect(brokenBy(wanted, left) === undefined).toBe(fits);
        expect(tightest(left)?.fen).toBe(rooms.length > 0 ? Math.min(...rooms) : undefined);
      }),
    );
  });

  test.each([1.5, -1, Number.NaN, Number.POSITIVE_INFINITY, 100_000_001, "20", undefined])(
    "%p is no amount",
    (dayFen) => {
      const parsed = budgetSchema.safeParse({ ...noBudget, dayFen });
      expect(parsed.error?.issues).toMatchObject([{ path: ["dayFen"], message: "amount" }]);
    },
  );
});

describe("the gateway's own account", () => {
  test("of one image is the documentation's line", () => {
    expect(quotaOf(18)).toBe(12_329);
    expect(billingLine("qwen-image-plus", 18)).toEqual({
      content: "Image generation: 1 image × ¥0.18 = ¥0.18",
      modelName: "qwen-image-plus",
      quota: 12_329,
      quotaDollar: "0.024658",
    });
  });

  test("is a whole number that grows with the price", () => {
    fc.assert(
      fc.property(fen, (price) => {
        expect(Number.isSafeInteger(quotaOf(price))).toBe(true);
        expect(quotaOf(price + 1)).toBeGreaterThan(quotaOf(price));
      }),
    );
    expect(quotaOf(0)).toBe(0);
  });
});
