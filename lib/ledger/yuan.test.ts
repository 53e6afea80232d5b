import fc from "fast-check";
import { expect, test } from "vitest";
import { budgetSchema } from "./schema";
import { budgetFrom, typedBudget } from "./yuan";

const read = (typed: string) =>
  budgetFrom({ dayFen: typed, monthFen: "", orderFen: "" }, "UTC").dayFen;

test.each([
  ["20", 2000],
  ["4.50", 450],
  ["4.5", 450],
  ["4.", 400],
  ["0", 0],
  ["0.01", 1],
  ["4.35", 435],
  ["1.15", 115],
  [" 20 ", 2000],
  ["¥20", 2000],
  ["￥ 20", 2000],
  ["20元", 2000],
  ["２０．５", 2050],
  ["4。5", 450],
  ["1000000", 100_000_000],
  ["", null],
  ["   ", null],
])("%j is %j fen", (typed, fen) => {
  expect(read(typed)).toBe(fen);
});

test.each([
  "abc",
  "-1",
  "+1",
  "1e3",
  "0x10",
  "4.555",
  ".5",
  "1,000",
  "20 30",
  "¥",
  "元",
  "1.2.3",
  "∞",
  "NaN",
  "$5",
  "1000000.01",
  "99999999999999999999",
])("%j is refused at its field", (typed) => {
  const budget = budgetFrom({ dayFen: typed, monthFen: "", orderFen: "" }, "UTC");
  const { error } = budgetSchema.safeParse(budget);
  expect(error?.issues[0]).toMatchObject({ path: ["dayFen"], message: "amount" });
});

test("what a field shows is read back as the same", () => {
  const limit = fc.option(fc.integer({ min: 0, max: 100_000_000 }), { nil: null });
  const budgets = fc.record({
    orderFen: limit,
    dayFen: limit,
    monthFen: limit,
    timeZone: fc.constant("Asia/Shanghai"),
  });
  fc.assert(
    fc.property(budgets, (budget) => {
      expect(budgetFrom(typedBudget(budget), budget.timeZone)).toEqual(budget);
    }),
  );
});
