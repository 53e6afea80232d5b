import "server-only";
import type { Kysely } from "kysely";
import type { PersonId } from "@/lib/person/schema";
import { findProofStates } from "@/lib/proof/store";
import { database } from "@/lib/server/db/client";
import type { Database } from "@/lib/server/db/schema";
import { inTransaction } from "@/lib/server/db/transaction";
import { idWithin, newId } from "@/lib/server/id";
import { beat } from "@/lib/server/pulse";
import { findJob, type NewJob, placeOrder } from "./order-store";
import { priceNow } from "./price";
import { nextOfRoll, type RollLimits } from "./roll";
import { committedByRoll } from "./roll-money-store";
import type { RollState, RollView } from "./schema";
import { cancelQueued } from "./store";

type Db = Kysely<Database>;

/** Rolls kept in sight after their end. */
const shownRolls = 20;

async function end(db: Db, id: string, state: RollState): Promise<void> {
  await db
    .updateTable("roll")
    .set({ state })
    .where("id", "=", id)
    .where("state", "=", "rolling")
    .execute();
  beat();
}

/** The jobs a roll ordered, oldest first. */
const jobsOf = (db: Db, id: string) =>
  db
    .selectFrom("job")
    .select(["id", "state", "image_id"])
    .where("roll_id", "=", id)
    .orderBy("id")
    .execute();

/**
 * One more picture of a roll's request, ordered like any other. Its number makes it one order,
 * however many hear of one proof: actions and the worker are separate module graphs.
 */
async function orderOne(
  rollId: string,
  number: number,
  base: NewJob,
  person: PersonId,
): Promise<"ordered" | "refused" | "taken"> {
  const now = Date.now();
  const order = idWithin(rollId, number);
  const own = { id: newId(), order_id: order, position: 0, created_at: now };
  const price_fen = priceNow(base.painter, base.model);
  const job = { ...base, ...own, price_fen, person_id: person };
  const how = { reuse: "never", storedSince: now, rollId } as const;
  const placed = await placeOrder(order, [job], how);
  return placed.is === "ordered" || placed.is === "refused" ? placed.is : "taken";
}

/** Takes a roll a step further where it can go; true when a picture was ordered. */
export async function advanceRoll(id: string): Promise<boolean> {
  const db = await database();
  const roll = await db.selectFrom("roll").selectAll().where("id", "=", id).executeTakeFirst();
  if (roll?.state !== "rolling") return false;
  const base = await findJob(roll.job_id);
  if (!base) {
    await end(db, id, "failed");
    return false;
  }
  const jobs = await jobsOf(db, id);
  const proofs = await findProofStates(jobs.flatMap(({ image_id }) => image_id ?? []));
  const committed = await committedByRoll(db, id);
  const rolled = jobs.map((job) => ({
    state: job.state,
    proof: job.image_id === null ? null : (proofs.get(job.image_id) ?? null),
    committedFen: committed.get(job.id) ?? 0,
  }));
  const limits = { maxMore: roll.max_more, maxFen: roll.max_fen };
  const next = nextOfRoll(rolled, limits, priceNow(base.painter, base.model));
  if (next === "wait") return false;
  if (next !== "more") {
    await end(db, id, next);
    return false;
  }
  const placed = await orderOne(id, jobs.length, base, roll.person_id as PersonId);
  if (placed === "refused") await end(db, id, "overBudget");
  return placed === "ordered";
}

/** A new roll over a job's request; the one that goes on already, for a second click. */
async function insertRoll(
  jobId: string,
  limits: RollLimits,
  person: PersonId,
  now: number,
): Promise<string> {
  return inTransaction(async (db) => {
    const known = await db
      .selectFrom("roll")
      .select("id")
      .where("job_id", "=", jobId)
      .where("state", "=", "rolling")
      .executeTakeFirst();
    if (known) return known.id;
    const id = newId();
    await db
      .insertInto("roll")
      .values({
        id,
        job_id: jobId,
        person_id: person,
        max_more: limits.maxMore,
        max_fen: limits.maxFen,
        state: "rolling",
        created_at: now,
      })
      .execute();
    return id;
  });
}

/** Begins a roll over a job's request; it orders its first picture at once, within all budgets. */
export async function startRoll(
  jobId: string,
  limits: RollLimits,
  person: PersonId,
  now: number,
): Promise<string> {
  const id = await insertRoll(jobId, limits, person, now);
  await advanceRoll(id);
  return id;
}

/** Stops a roll: what is painted is finished, what still waits is cancelled, nothing more is ordered. */
export async function stopRoll(id: string, now: number): Promise<void> {
  const db = await database();
  await end(db, id, "stopped");
  const waiting = (await jobsOf(db, id)).filter(({ state }) => state === "queued");
  for (const job of waiting) await cancelQueued(job.id, now);
}

/** Every roll that goes on, for a restart: what happened meanwhile takes it further. */
export async function listRolling(): Promise<string[]> {
  const db = await database();
  const rows = await db.selectFrom("roll").select("id").where("state", "=", "rolling").execute();
  return rows.map(({ id }) => id);
}

/** The latest rolls with what they made, newest first. */
export async function listRolls(): Promise<RollView[]> {
  const db = await database();
  const rolls = await db
    .selectFrom("roll")
    .innerJoin("job", "job.id", "roll.job_id")
    .select(["roll.id", "roll.state", "roll.max_more", "roll.max_fen"])
    .select(["job.image_id as baseImageId", "job.painter", "job.model"])
    .orderBy("roll.id", "desc")
    .limit(shownRolls)
    .execute();
  const ids = rolls.map(({ id }) => id);
  const jobs = await db
    .selectFrom("job")
    .select(["roll_id", "image_id"])
    .where("roll_id", "in", ids)
    .orderBy("id")
    .execute();
  return rolls.map(({ max_more, max_fen, painter, model, ...roll }) => {
    const made = jobs.filter(({ roll_id }) => roll_id === roll.id);
    const imageIds = made.flatMap(({ image_id }) => image_id ?? []);
    const limits = { maxMore: max_more, maxFen: max_fen };
    return { ...roll, ...limits, priceFen: priceNow(painter, model), made: made.length, imageIds };
  });
}
