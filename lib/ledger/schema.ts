import * as z from "zod/mini";

/** Why money moved. Entries are only ever added; a mistake is put right by another entry. */
export type EntryKind =
  | "reserve"
  | "settle"
  | "release"
  | "maybeCharged"
  | "correction"
  | "fromCache";

/** What an entry changes; integer fen (¥0.01), signed. Every sum on screen is a sum of these. */
export interface Amounts {
  /** Held back for pictures on their way. */
  reservedFen: number;
  /** Taken by the upstream for pictures it delivered. */
  spentFen: number;
  /** Possibly taken: the answer was lost. */
  maybeFen: number;
  /** Not spent, for the very picture was there already. */
  savedFen: number;
}

const maxBudgetFen = 100_000_000;
const limit = z.nullable(
  z
    .int({ error: "amount" })
    .check(z.gte(0, { error: "amount" }), z.lte(maxBudgetFen, { error: "amount" })),
);

/** The most that may be spent, fen; null is no limit. Days and months begin in `timeZone`. */
export const budgetSchema = z.object({
  orderFen: limit,
  dayFen: limit,
  monthFen: limit,
  timeZone: z.string().check(z.maxLength(64)),
});

export type Budget = z.infer<typeof budgetSchema>;

export const noBudget: Budget = { orderFen: null, dayFen: null, monthFen: null, timeZone: "UTC" };

/** What the budgets leave for the next order, fen; null where nothing limits it. */
export interface Left {
  orderFen: number | null;
  dayFen: number | null;
  monthFen: number | null;
}
