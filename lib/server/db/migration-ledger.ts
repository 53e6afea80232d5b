import "server-only";
import { type Kysely, type Migration, type RawBuilder, sql } from "kysely";

const newColumns = [
  sql`alter table job add column person_id text not null default ''`,
  sql`alter table job add column size text not null default ''`,
  sql`alter table job add column request_hash text not null default ''`,
  sql`alter table job add column ordered_at integer not null default 0`,
  sql`alter table job add column attempts integer not null default 0`,
  sql`alter table job add column run_after integer not null default 0`,
  sql`alter table job add column is_resized integer not null default 0`,
  sql`alter table job add column answer_image_id text`,
  sql`alter table job add column follows text`,
  sql`alter table job add column is_cached integer not null default 0`,
  sql`alter table image add column format text not null default 'png'`,
  sql`update job set ordered_at = created_at`,
  sql`create index job_person on job (painter, person_id, started_at)`,
  sql`create index job_order on job (order_id, started_at)`,
  sql`create index job_request on job (request_hash, id)`,
  sql`create index job_follows on job (follows) where follows is not null`,
];

const newTables = [
  sql`create table ledger (
    id text primary key,
    at integer not null,
    ordered_at integer not null,
    kind text not null check (kind in ('reserve','settle','release','maybeCharged','correction','fromCache')),
    job_id text not null,
    person_id text not null,
    model text not null,
    ratio text not null,
    reserved_fen integer not null,
    spent_fen integer not null,
    maybe_fen integer not null,
    saved_fen integer not null,
    upstream_request_id text
  )`,
  sql`create index ledger_ordered on ledger (ordered_at)`,
  sql`create index ledger_job on ledger (job_id)`,
  // Append-only, whoever writes: a mistake is put right by another entry.
  sql`create trigger ledger_no_update before update on ledger begin select raise(abort, 'the ledger is append-only'); end`,
  sql`create trigger ledger_no_delete before delete on ledger begin select raise(abort, 'the ledger is append-only'); end`,
  sql`create table setting (key text primary key, value text not null)`,
  sql`create table person (id text primary key, name text not null)`,
];

/** One opening entry for each job in `where`, as if the ledger had been kept from the start. */
const opening = (
  kind: string,
  column: "reserved_fen" | "spent_fen" | "maybe_fen",
  where: RawBuilder<unknown>,
) => {
  const amount = (name: string) => (name === column ? sql`price_fen` : sql`0`);
  return sql`insert into ledger
    select lower(hex(randomblob(16))), coalesce(finished_at, created_at), created_at, ${sql.lit(kind)}, id, '', model, ratio,
      ${amount("reserved_fen")}, ${amount("spent_fen")}, ${amount("maybe_fen")}, 0, upstream_request_id
    from job where price_fen > 0 and ${where}`;
};

const openings = [
  opening("reserve", "reserved_fen", sql`state in ('queued', 'painting')`),
  opening("settle", "spent_fen", sql`(image_id is not null or answered_at is not null)`),
  opening(
    "maybeCharged",
    "maybe_fen",
    sql`answered_at is null and image_id is null and (state = 'unknown' or failure in ('emptyResult', 'gateway'))`,
  ),
];

/** Money as an append-only ledger, budgets and names, and what a job must remember between tries. */
export const ledger: Migration = {
  async up(db: Kysely<unknown>) {
    for (const step of [...newColumns, ...newTables, ...openings]) await step.execute(db);
  },
};
