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
    body text,
    summary text
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
  // The picture this one was mended from, and since when it is the one to keep of its batch.
  sql`alter table image add column parent_id text`,
  sql`alter table image add column best_at integer`,
  sql`create table roll (
    id text primary key,
    job_id text not null,
    person_id text not null,
    max_more integer not null,
    max_fen integer not null,
    state text not null check (state in ('rolling','exact','spent','overBudget','failed','unread','stopped')),
    created_at integer not null
  )`,
  sql`create index roll_state on roll (state)`,
  sql`alter table job add column roll_id text`,
  sql`create index job_roll on job (roll_id) where roll_id is not null`,
  // Pictures from before are read too, once there is nothing else to read.
  sql`insert into proof (image_id, state) select id, 'waiting' from image where deleted_at is null`,
];

/** What was read on each picture, what people said of it, mended versions, and rolls until exact. */
export const proof: Migration = {
  async up(db: Kysely<unknown>) {
    for (const step of steps) await step.execute(db);
  },
};
