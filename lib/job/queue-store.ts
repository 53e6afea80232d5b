import "server-only";
import { database } from "@/lib/server/db/client";
import { beat } from "@/lib/server/pulse";
import type { PainterId } from "./schema";
import { moveOf } from "./state";
import type { JobRow } from "./store";

/**
 * Takes a queued job of a painter for painting; undefined when none may start. Whoever waited
 * longest since their last start comes first, first among people, then among their orders.
 */
export async function claimQueued(painter: PainterId, now: number): Promise<JobRow | undefined> {
  const { to } = moveOf("claim");
  const db = await database();
  const claimed = await db
    .updateTable("job")
    .set((eb) => ({ state: to, started_at: now, attempts: eb("attempts", "+", 1) }))
    .where("id", "=", (eb) =>
      eb
        .selectFrom("job as waiting")
        .select("waiting.id")
        .where("waiting.state", "=", "queued")
        .where("waiting.painter", "=", painter)
        .where("waiting.follows", "is", null)
        .where("waiting.run_after", "<=", now)
        .orderBy((ob) =>
          ob
            .selectFrom("job as theirs")
            .select((max) => max.fn.max("theirs.started_at").as("at"))
            .whereRef("theirs.painter", "=", "waiting.painter")
            .whereRef("theirs.person_id", "=", "waiting.person_id"),
        )
        .orderBy((ob) =>
          ob
            .selectFrom("job as beside")
            .select((max) => max.fn.max("beside.started_at").as("at"))
            .whereRef("beside.order_id", "=", "waiting.order_id"),
        )
        .orderBy("waiting.id")
        .limit(1),
    )
    .returningAll()
    .executeTakeFirst();
  if (claimed) beat();
  return claimed;
}

/** When the next job that is held back may start, epoch ms; undefined when none is. */
export async function nextRunAfter(painter: PainterId): Promise<number | undefined> {
  const db = await database();
  const { at } = await db
    .selectFrom("job")
    .select((eb) => eb.fn.min("run_after").as("at"))
    .where("state", "=", "queued")
    .where("painter", "=", painter)
    .where("follows", "is", null)
    .executeTakeFirstOrThrow();
  return at ?? undefined;
}

/** Jobs whose answer is recorded and whose picture is still to be fetched. */
export async function listSaving(): Promise<JobRow[]> {
  const db = await database();
  return db.selectFrom("job").selectAll().where("state", "=", "saving").orderBy("id").execute();
}
