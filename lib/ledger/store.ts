import "server-only";
import type { Kysely, SelectQueryBuilder } from "kysely";
import { startOfDay, startOfMonth } from "@/lib/i18n/time-zone";
import { database } from "@/lib/server/db/client";
import type { Database } from "@/lib/server/db/schema";
import { findSetting, writeSetting } from "@/lib/server/db/setting";
import { inTransaction } from "@/lib/server/db/transaction";
import { newId } from "@/lib/server/id";
import { beat } from "@/lib/server/pulse";
import { leftOf } from "./budget";
import { amountsOf, committedFen, correctionOf, nothing } from "./entry";
import {
  type Amounts,
  type Budget,
  budgetSchema,
  type EntryKind,
  type Left,
  noBudget,
} from "./schema";

type Db = Kysely<Database>;

/** What an entry must know of the job whose money it moves. */
export interface Charge {
  id: string;
  person_id: string;
  model: string;
  ratio: string;
  price_fen: number;
  ordered_at: number;
  upstream_request_id?: string | null;
}

function insert(db: Db, kind: EntryKind, charge: Charge, amounts: Amounts, now: number) {
  return db
    .insertInto("ledger")
    .values({
      id: newId(),
      at: now,
      ordered_at: charge.ordered_at,
      kind,
      job_id: charge.id,
      person_id: charge.person_id,
      model: charge.model,
      ratio: charge.ratio,
      reserved_fen: amounts.reservedFen,
      spent_fen: amounts.spentFen,
      maybe_fen: amounts.maybeFen,
      saved_fen: amounts.savedFen,
      upstream_request_id: charge.upstream_request_id ?? null,
    })
    .execute();
}

/** Writes what happened to a job's price, inside the transaction that changes the job; free jobs leave no trace. */
export async function enter(
  db: Db,
  kind: Exclude<EntryKind, "correction">,
  charge: Charge,
  now: number,
): Promise<void> {
  if (charge.price_fen === 0) return;
  await insert(db, kind, charge, amountsOf(kind, charge.price_fen), now);
}

const columns = [
  ["reservedFen", "reserved_fen"],
  ["spentFen", "spent_fen"],
  ["maybeFen", "maybe_fen"],
  ["savedFen", "saved_fen"],
] as const;

const quarterMs = 900_000;

/** Whole quarters of an hour are summed already; what is left of the first is counted by its entries. */
async function sum(db: Db, since: number): Promise<Amounts> {
  const whole = Math.ceil(since / quarterMs) * quarterMs;
  const [quarters, rest] = [
    await sumOf(db.selectFrom("ledger_sum").where("quarter", ">=", whole)),
    whole === since
      ? nothing
      : await sumOf(
          db.selectFrom("ledger").where("ordered_at", ">=", since).where("ordered_at", "<", whole),
        ),
  ];
  return {
    reservedFen: quarters.reservedFen + rest.reservedFen,
    spentFen: quarters.spentFen + rest.spentFen,
    maybeFen: quarters.maybeFen + rest.maybeFen,
    savedFen: quarters.savedFen + rest.savedFen,
  };
}

function sumOf(
  rows: SelectQueryBuilder<Database, "ledger" | "ledger_sum", Record<never, never>>,
): Promise<Amounts> {
  return rows
    .select((eb) =>
      columns.map(([name, column]) =>
        eb.fn.coalesce(eb.fn.sum<number>(column), eb.lit(0)).as(name),
      ),
    )
    .executeTakeFirstOrThrow();
}

/** What was reserved, spent, possibly charged and saved by orders given since a moment; fen. */
export async function sumSince(since: number): Promise<Amounts> {
  return sum(await database(), since);
}

/** The budgets in force. */
export async function findBudget(db?: Db): Promise<Budget> {
  const stored = await findSetting(db ?? (await database()), "budget");
  return stored === undefined ? noBudget : budgetSchema.parse(stored);
}

/** Puts new budgets in force, for the next order on. */
export async function saveBudget(budget: Budget): Promise<void> {
  await writeSetting(await database(), "budget", budget);
  beat();
}

/** What the budgets leave at a moment. Inside a transaction it holds until that ends. */
export async function findLeft(now: number, db?: Db): Promise<Left> {
  const open = db ?? (await database());
  const budget = await findBudget(open);
  // Nothing is summed where nothing limits.
  const committed = async (limit: number | null, since: number) =>
    limit === null ? 0 : committedFen(await sum(open, since));
  return leftOf(budget, {
    dayFen: await committed(budget.dayFen, startOfDay(now, budget.timeZone)),
    monthFen: await committed(budget.monthFen, startOfMonth(now, budget.timeZone)),
  });
}

/** Puts right what may have been charged for a job, by the day of each try, so that the correction weighs on the budget it relieves. */
async function correctOne(db: Db, jobId: string, wasCharged: boolean, now: number) {
  const charge = await db
    .selectFrom("job")
    .select(["id", "person_id", "model", "ratio", "price_fen"])
    .where("id", "=", jobId)
    .executeTakeFirst();
  if (!charge) return 0;
  const open = await db
    .selectFrom("ledger")
    .select((eb) => ["ordered_at", eb.fn.sum<number>("maybe_fen").as("maybe")])
    .where("job_id", "=", jobId)
    .groupBy("ordered_at")
    .having((eb) => eb(eb.fn.sum<number>("maybe_fen"), ">", 0))
    .execute();
  for (const { ordered_at, maybe } of open) {
    const amounts = correctionOf(maybe, wasCharged);
    await insert(db, "correction", { ...charge, ordered_at }, amounts, now);
  }
  return open.reduce((fen, { maybe }) => fen + maybe, 0);
}

/** Puts right what may have been charged for some jobs; gives the sum that was open, fen. */
export async function correctCharges(
  jobIds: readonly string[],
  wasCharged: boolean,
  now: number,
): Promise<number> {
  const fen = await inTransaction(async (db) => {
    let sumFen = 0;
    for (const jobId of jobIds) sumFen += await correctOne(db, jobId, wasCharged, now);
    return sumFen;
  });
  if (fen > 0) beat();
  return fen;
}

/** Puts right what may have been charged for a job; false when there is nothing to put right. */
export const correctCharge = async (
  jobId: string,
  wasCharged: boolean,
  now: number,
): Promise<boolean> => (await correctCharges([jobId], wasCharged, now)) > 0;

/**
 * Says of a price that may have been charged that it was: the picture came after all, with the job
 * `jobId`. Where somebody said already that it was not charged, the picture knows better.
 */
export async function confirmCharge(
  db: Db,
  charge: Charge,
  jobId: string,
  now: number,
): Promise<void> {
  const { id, ordered_at, price_fen } = charge;
  const { maybe, spent } = await db
    .selectFrom("ledger")
    .select((eb) => [
      eb.fn.coalesce(eb.fn.sum<number>("maybe_fen"), eb.lit(0)).as("maybe"),
      eb.fn.coalesce(eb.fn.sum<number>("spent_fen"), eb.lit(0)).as("spent"),
    ])
    .where("job_id", "=", id)
    .where("ordered_at", "=", ordered_at)
    .executeTakeFirstOrThrow();
  if (price_fen === 0 || (maybe < price_fen && spent >= price_fen)) return;
  const taken = correctionOf(price_fen, true);
  const asked = maybe >= price_fen ? taken.maybeFen : 0;
  if (jobId === id) {
    await insert(db, "correction", charge, { ...taken, maybeFen: asked }, now);
    return;
  }
  if (asked !== 0) await insert(db, "correction", charge, correctionOf(price_fen, false), now);
  await insert(db, "correction", { ...charge, id: jobId }, { ...taken, maybeFen: 0 }, now);
}
