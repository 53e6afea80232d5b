import "server-only";
import { change, freeFollowers, move, release } from "./move-store";
import { giveUpAt } from "./state";

/**
 * Stops waiting for a job that hangs. What was asked for may have been charged and stays open; a
 * picture that is paid for can be fetched again; whatever still comes is kept. False when it is too
 * early, or over.
 */
export async function giveUp(id: string, now: number): Promise<boolean> {
  return change(async (db) => {
    const job = await db.selectFrom("job").selectAll().where("id", "=", id).executeTakeFirst();
    if (!job) return false;
    const { painter, state, started_at: startedAt, answered_at: answeredAt } = job;
    const earliest = giveUpAt({ painter, state, startedAt, answeredAt });
    if (earliest === null || now < earliest) return false;
    const changes = { failure: "givenUp", failure_detail: null, finished_at: now } as const;
    if (state === "saving") await move(db, id, "spoil", changes);
    else if (await move(db, id, "lose", changes)) await release(db, job, "givenUp", now);
    await freeFollowers(db, id);
    return true;
  });
}
