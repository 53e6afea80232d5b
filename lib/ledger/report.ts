import "server-only";
import type { ExpressionBuilder, Kysely } from "kysely";
import type { PersonId } from "@/lib/person/schema";
import { shortId } from "@/lib/person/short-id";
import { database } from "@/lib/server/db/client";
import type { Database } from "@/lib/server/db/schema";
import { daysOf, type Month, monthOf } from "./month";
import type { Amounts } from "./schema";

type Db = Kysely<Database>;

/** A stretch of time, epoch ms; `until` is its first moment after. */
interface Span {
  since: number;
  until: number;
}

/** A line of a table: the sums of its entries, and how many pictures were billed among them. */
export interface Line extends Amounts {
  key: string;
  pictures: number;
}

/** A line of whoever used one browser; its id is a secret and stays here. */
export interface PersonLine extends Line {
  name: string;
  isMine: boolean;
}

/** One month's money; fen. Days and lines in which nothing moved in the end are left out. */
export interface Report {
  /** The month of the very first entry; undefined when there is none. */
  first: Month | undefined;
  sums: Amounts;
  /** Spent without a picture to show for it. */
  lostFen: number;
  /** Model pictures ordered in the month that are still in the gallery. */
  kept: number;
  /** One for each day of the month; `at` is its first moment. */
  days: (Amounts & { at: number })[];
  models: Line[];
  ratios: Line[];
  people: PersonLine[];
}

const nothing: Amounts = { reservedFen: 0, spentFen: 0, maybeFen: 0, savedFen: 0 };

const sumsOf = (eb: ExpressionBuilder<Database, "ledger">) => [
  eb.fn.sum<number>("ledger.reserved_fen").as("reservedFen"),
  eb.fn.sum<number>("ledger.spent_fen").as("spentFen"),
  eb.fn.sum<number>("ledger.maybe_fen").as("maybeFen"),
  eb.fn.sum<number>("ledger.saved_fen").as("savedFen"),
];

const add = (a: Amounts, b: Amounts): Amounts => ({
  reservedFen: a.reservedFen + b.reservedFen,
  spentFen: a.spentFen + b.spentFen,
  maybeFen: a.maybeFen + b.maybeFen,
  savedFen: a.savedFen + b.savedFen,
});

const isSomething = ({ reservedFen, spentFen, maybeFen, savedFen }: Amounts): boolean =>
  [reservedFen, spentFen, maybeFen, savedFen].some((fen) => fen !== 0);

const entriesIn = (db: Db, { since, until }: Span) =>
  db
    .selectFrom("ledger")
    .where("ledger.ordered_at", ">=", since)
    .where("ledger.ordered_at", "<", until);

async function sumByDay(db: Db, span: Span, starts: number[]): Promise<Report["days"]> {
  const rows = await entriesIn(db, span)
    .select((eb) => ["ledger.ordered_at as at", ...sumsOf(eb)])
    .groupBy("ledger.ordered_at")
    .execute();
  const days = starts.map((at) => ({ ...nothing, at }));
  for (const row of rows) {
    const index = starts.findLastIndex((start) => start <= row.at);
    const day = days[index];
    if (day) days[index] = { ...add(day, row), at: day.at };
  }
  return days;
}

async function sumBy(db: Db, span: Span, column: "model" | "ratio" | "person_id"): Promise<Line[]> {
  const rows = await entriesIn(db, span)
    .select((eb) => [
      `ledger.${column} as key` as const,
      eb.fn.count<number>("ledger.id").filterWhere("ledger.kind", "=", "settle").as("pictures"),
      ...sumsOf(eb),
    ])
    .groupBy(`ledger.${column}`)
    .orderBy("spentFen", "desc")
    .orderBy("key")
    .execute();
  return rows.filter(isSomething);
}

async function sumByPerson(db: Db, span: Span, mine: PersonId | undefined): Promise<PersonLine[]> {
  const lines = await sumBy(db, span, "person_id");
  const named = await db.selectFrom("person").selectAll().execute();
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return lines.map((line) => ({
    ...line,
    key: shortId(line.key),
    name: names.get(line.key) ?? "",
    isMine: line.key !== "" && line.key === mine,
  }));
}

/** Spent in tries that ended without their picture; of a job's tries only the last can have brought it. */
async function sumLost(db: Db, span: Span): Promise<number> {
  const rows = await entriesIn(db, span)
    .innerJoin("job", "job.id", "ledger.job_id")
    .leftJoin("image", "image.job_id", "job.id")
    .where((eb) =>
      eb.or([
        eb("job.state", "not in", ["queued", "painting", "saving"]),
        eb("ledger.ordered_at", "!=", eb.ref("job.ordered_at")),
      ]),
    )
    .select((eb) => [
      eb.fn.sum<number>("ledger.spent_fen").as("spent"),
      eb
        .case()
        .when(
          eb.and([
            eb("image.id", "is not", null),
            eb("ledger.ordered_at", "=", eb.ref("job.ordered_at")),
          ]),
        )
        .then(eb.ref("job.price_fen"))
        .else(0)
        .end()
        .as("delivered"),
    ])
    .groupBy(["ledger.job_id", "ledger.ordered_at"])
    .having((eb) => eb(eb.fn.sum<number>("ledger.spent_fen"), ">", 0))
    .execute();
  return rows.reduce((sum, { spent, delivered }) => sum + Math.max(0, spent - delivered), 0);
}

async function countKept(db: Db, { since, until }: Span): Promise<number> {
  const { kept } = await db
    .selectFrom("image")
    .innerJoin("job", "job.id", "image.job_id")
    .select((eb) => eb.fn.countAll<number>().as("kept"))
    .where("image.painter", "!=", "draft")
    .where("image.deleted_at", "is", null)
    .where("job.ordered_at", ">=", since)
    .where("job.ordered_at", "<", until)
    .executeTakeFirstOrThrow();
  return kept;
}

/** What a month cost, by the ledger alone. Months and days begin as the reader's clock has them. */
export async function loadReport(
  month: Month,
  timeZone: string,
  mine: PersonId | undefined,
): Promise<Report> {
  const db = await database();
  const starts = daysOf(month, timeZone);
  const until = starts.pop() ?? 0;
  const span = { since: starts[0] ?? until, until };
  const { at } = await db
    .selectFrom("ledger")
    .select((eb) => eb.fn.min<number | null>("ordered_at").as("at"))
    .executeTakeFirstOrThrow();
  const days = await sumByDay(db, span, starts);
  return {
    first: at === null ? undefined : monthOf(at, timeZone),
    sums: days.reduce<Amounts>(add, nothing),
    lostFen: await sumLost(db, span),
    kept: await countKept(db, span),
    days,
    models: await sumBy(db, span, "model"),
    ratios: await sumBy(db, span, "ratio"),
    people: await sumByPerson(db, span, mine),
  };
}
