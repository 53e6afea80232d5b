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

/** True when a job of one of these painters waits for nothing but its start. */
export async function hasClaimable(painters: readonly PainterId[], now: number): Promise<boolean> {
  const db = await database();
  const found = await db
    .selectFrom("job")
    .select("id")
    .where("state", "=", "queued")
    .where("painter", "in", [...painters])
    .where("follows", "is", null)
    .where("run_after", "<=", now)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Moves what is held back by so much: the clock it was reckoned by was set. */
export async function shiftHeld(byMs: number): Promise<void> {
  const db = await database();
  await db
    .updateTable("job")
    .set((eb) => ({ run_after: eb("run_after", "+", byMs) }))
    .where("state", "=", "queued")
    .where("run_after", ">", 0)
    .execute();
  beat();
}

/** Lets nothing be held back beyond a moment: the clock may have been another before a restart. */
export async function limitHeld(latest: number): Promise<void> {
  const db = await database();
  await db
    .updateTable("job")
    .set({ run_after: latest })
    .where("state", "=", "queued")
    .where("run_after", ">", latest)
    .execute();
}

/** Jobs whose answer is recorded and whose picture is still to be fetched, the soonest to expire first. */
export async function listSaving(): Promise<JobRow[]> {
  const db = await database();
  return (
    db
      .selectFrom("job")
      .selectAll()
      .where("state", "=", "saving")
      // What is on disk already, or names no end, can wait.
      .orderBy((eb) => eb.case().when("answer_expires_at", "is", null).then(1).else(0).end())
      .orderBy("answer_expires_at")
      .orderBy("answered_at")
      .orderBy("id")
      .execute()
  );
}
