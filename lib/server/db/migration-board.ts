import "server-only";
import { type Kysely, type Migration, sql } from "kysely";

/** Entries of a quarter of an hour are summed: every day of every time zone begins with one. */
const quarterMs = 900_000;

const quarter = (column: string) => sql.raw(`${column} - ${column} % ${quarterMs}`);

const steps = [
  // The board: what was not put away, and what a picture usually takes.
  sql`create index job_in_sight on job (id) where dismissed_at is null`,
  sql`create index image_painted on image (id) where painter != 'draft' and parent_id is null`,
  // The queue: what a painter may take next.
  sql`create index job_waiting on job (state, painter, run_after)`,
  sql`create table ledger_sum (
    quarter integer primary key,
    reserved_fen integer not null,
    spent_fen integer not null,
    maybe_fen integer not null,
    saved_fen integer not null
  )`,
  sql`insert into ledger_sum
    select ${quarter("ordered_at")}, sum(reserved_fen), sum(spent_fen), sum(maybe_fen), sum(saved_fen)
    from ledger group by 1`,
  // Beside each entry, whoever writes it: entries are only ever added, so the sums hold.
  sql`create trigger ledger_summed after insert on ledger begin
    insert into ledger_sum values (${quarter("new.ordered_at")}, new.reserved_fen, new.spent_fen, new.maybe_fen, new.saved_fen)
    on conflict (quarter) do update set
      reserved_fen = reserved_fen + excluded.reserved_fen,
      spent_fen = spent_fen + excluded.spent_fen,
      maybe_fen = maybe_fen + excluded.maybe_fen,
      saved_fen = saved_fen + excluded.saved_fen;
  end`,
];

/** What the board and the queue ask for at every change, at a cost that does not grow with the house. */
export const board: Migration = {
  async up(db: Kysely<unknown>) {
    for (const step of steps) await step.execute(db);
  },
};
