import type { Budget, Left } from "./schema";

/** The budget an order would break. */
export type BudgetName = "order" | "day" | "month";

const minus = (limit: number | null, committed: number): number | null =>
  limit === null ? null : Math.max(0, limit - committed);

/** What the budgets leave, given what the day and the month carry already; fen. */
export function leftOf(budget: Budget, committed: { dayFen: number; monthFen: number }): Left {
  return {
    orderFen: budget.orderFen,
    dayFen: minus(budget.dayFen, committed.dayFen),
    monthFen: minus(budget.monthFen, committed.monthFen),
  };
}

/** The budget that an order of so much would break; undefined when all have room. */
export function brokenBy(fen: number, left: Left): BudgetName | undefined {
  if (fen === 0) return undefined;
  const limits = [
    ["order", left.orderFen],
    ["day", left.dayFen],
    ["month", left.monthFen],
  ] as const;
  return limits.find(([, room]) => room !== null && fen > room)?.[0];
}

/** The budget with the least room for the next order; undefined when nothing limits it. */
export function tightest(left: Left): { name: BudgetName; fen: number } | undefined {
  const limits = [
    { name: "order", fen: left.orderFen },
    { name: "day", fen: left.dayFen },
    { name: "month", fen: left.monthFen },
  ] as const;
  const set = limits.flatMap(({ name, fen }) => (fen === null ? [] : [{ name, fen }]));
  return set.toSorted((a, b) => a.fen - b.fen)[0];
}
