import "server-only";
import type { Kysely, Selectable, Updateable } from "kysely";
import { enter } from "@/lib/ledger/store";
import type { Database, JobTable } from "@/lib/server/db/schema";
import { inTransaction } from "@/lib/server/db/transaction";
import { beat } from "@/lib/server/pulse";
import { billedOf } from "./policy";
import type { FailureKind } from "./schema";
import { type JobEvent, moveOf } from "./state";

export type Db = Kysely<Database>;
export type JobRow = Selectable<JobTable>;

/**
 * The one way a job changes its state; undefined when the event may not happen to it now. With
 * `startedAt` only while that very try is the job's: what an earlier one brings is no news of it.
 */
export async function move(
  db: Db,
  id: string,
  event: JobEvent,
  changes: Updateable<JobTable>,
  startedAt?: number | null,
): Promise<JobRow | undefined> {
  const { from, to } = moveOf(event);
  const update = db
    .updateTable("job")
    .set({ ...changes, state: to })
    .where("id", "=", id)
    .where("state", "in", from)
    .returningAll();
  if (startedAt === undefined) return update.executeTakeFirst();
  return update.where("started_at", "is", startedAt).executeTakeFirst();
}

/** Runs a change and tells those who watch when it changed something. */
export async function change<Value>(run: (db: Db) => Promise<Value>): Promise<Value> {
  const value = await inTransaction(run);
  if (value) beat();
  return value;
}

/** Those who waited for a picture that will not come are painted themselves: their money is set aside. */
export async function freeFollowers(db: Db, leader: string): Promise<void> {
  await db.updateTable("job").set({ follows: null }).where("follows", "=", leader).execute();
}

/** Moves a price from "set aside" to where the failure sends it. */
export async function release(
  db: Db,
  job: JobRow,
  failure: FailureKind,
  now: number,
): Promise<void> {
  await enter(db, billedOf(failure) === "maybe" ? "maybeCharged" : "release", job, now);
}
