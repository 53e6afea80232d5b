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
  ["1,000", 100_000],
  ["1,000,000.00", 100_000_000],
  ["１，０００．５", 100_050],
  ["1 000", 100_000],
  ["12\u202f345.6", 1_234_560],
  [".5", 50],
  ["。5", 50],
  [".05", 5],
  ["20块", 2000],
  ["20 块钱", 2000],
  ["20 元", 2000],
  ["20元整", 2000],
  ["￥20", 2000],
  ["¥ 1,000.50 元", 100_050],
  ["CN¥20", 2000],
  ["RMB 20", 2000],
  ["20 rmb", 2000],
  ["人民币20元", 2000],
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
  ".",
  ".555",
  "1.000",
  "1,5",
  "1,00",
  "1,0000",
  "10,00,000",
  "1,000 000",
  "1.000,50",
  ",000",
  "1,",
  "1,000,",
  "20块5",
  "1万",
  "二十",
  "20%",
  "¥¥20",
  "20元元",
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

test("an amount is the same in every form it is written in", () => {
  const wide = (text: string) =>
    text.replaceAll(/[0-9.,]/gu, (sign) => String.fromCodePoint(sign.charCodeAt(0) + 0xfee0));
  const forms: ((fen: number) => string)[] = [
    (fen) => (fen / 100).toFixed(2),
    (fen) => (fen / 100).toLocaleString("en", { minimumFractionDigits: 2 }),
    (fen) => (fen / 100).toLocaleString("zh-CN", { style: "currency", currency: "CNY" }),
    (fen) => (fen / 100).toLocaleString("en", { style: "currency", currency: "CNY" }),
    (fen) => `${(fen / 100).toFixed(2)} 元`,
    (fen) => wide((fen / 100).toLocaleString("en", { minimumFractionDigits: 2 })),
    (fen) => (fen / 100).toFixed(2).replace(/^0\./u, "."),
  ];
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 100_000_000 }),
      fc.constantFrom(...forms),
      (fen, form) => {
        expect(read(form(fen))).toBe(fen);
      },
    ),
  );
});
