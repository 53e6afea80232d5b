import "server-only";
import { type Kysely, type Migration, sql } from "kysely";

const steps = [
  sql`create table proof (
    image_id text primary key,
    state text not null check (state in ('waiting','reading','read','unread')),
    attempts integer not null default 0,
    failure text,
    engine text,
    read_at integer,
    body text
  )`,
  sql`create index proof_state on proof (state, image_id)`,
  sql`create table judgement (
    id text primary key,
    image_id text not null,
    block_id text not null,
    verdict text not null check (verdict in ('right','wrong','machine')),
    person_id text not null,
    at integer not null
  )`,
  sql`create index judgement_image on judgement (image_id, id)`,
  // Pictures from before are read too, once there is nothing else to read.
  sql`insert into proof (image_id, state) select id, 'waiting' from image where deleted_at is null`,
];

/** What was read on each picture, and what people said of it. */
export const proof: Migration = {
  async up(db: Kysely<unknown>) {
    for (const step of steps) await step.execute(db);
  },
};
