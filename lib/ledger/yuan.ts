import type { Budget } from "./schema";

const before = /^(?:人民币|RMB|CNY|CN¥|¥)\s*/iu;
const after = /\s*(?:元整?|圆整?|块钱?|RMB|CNY|yuan)$/iu;
// Thousands are parted by one sign throughout, in threes: "1,000" is an amount, "1,5" and "1,0000" may
// be two, so they are none.
const written = /^(?:(\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+)(?:\.(\d{0,2}))?|\.(\d{1,2}))$/u;

/**
 * An amount as people type it, in integer fen: "4.50", "￥1,000", "20块" and ".5" are; null for nothing
 * typed, NaN for what is no amount or could be two. Read digit by digit: 4.35 * 100 is not 435.
 */
export function fenFrom(typed: string): number | null {
  // Input methods type wide digits and marks; NFKC makes plain ones of them.
  const plain = typed.normalize("NFKC").replaceAll("。", ".").trim();
  if (plain === "") return null;
  const [whole, yuan = "0", rest, cents] =
    written.exec(plain.replace(before, "").replace(after, "")) ?? [];
  if (whole === undefined) return Number.NaN;
  const fen = (rest ?? cents ?? "").padEnd(2, "0");
  return Number(yuan.replaceAll(/[, ]/gu, "")) * 100 + Number(fen);
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
