import type { Budget } from "./schema";

const written = /^(\d+)(?:\.(\d{0,2}))?$/u;

/**
 * An amount as people type it, in integer fen: "4.50" → 450; null for nothing typed, NaN for what
 * is no amount. Read digit by digit: 4.35 * 100 is not 435.
 */
export function fenFrom(typed: string): number | null {
  // Input methods type wide digits and marks; NFKC makes plain ones of them.
  const plain = typed.normalize("NFKC").replaceAll("。", ".").trim();
  if (plain === "") return null;
  const [, yuan, rest = ""] = written.exec(plain.replace(/^¥\s*|\s*元$/gu, "")) ?? [];
  return yuan === undefined ? Number.NaN : Number(yuan) * 100 + Number(rest.padEnd(2, "0"));
}

/** An amount as its field shows it: 2000 → "20", 450 → "4.50", no limit → "". */
function typedFrom(fen: number | null): string {
  if (fen === null) return "";
  return fen % 100 === 0 ? `${fen / 100}` : (fen / 100).toFixed(2);
}

/** The budgets as they are typed, in yuan. */
export type TypedBudget = Record<"orderFen" | "dayFen" | "monthFen", string>;

/** Budgets as their fields show them. */
export const typedBudget = ({ orderFen, dayFen, monthFen }: Budget): TypedBudget => ({
  orderFen: typedFrom(orderFen),
  dayFen: typedFrom(dayFen),
  monthFen: typedFrom(monthFen),
});

/** Budgets as they were typed, still to be checked: NaN stands where something is no amount. */
export const budgetFrom = (typed: TypedBudget, timeZone: string): Budget => ({
  orderFen: fenFrom(typed.orderFen),
  dayFen: fenFrom(typed.dayFen),
  monthFen: fenFrom(typed.monthFen),
  timeZone,
});
