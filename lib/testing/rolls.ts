import { database } from "@/lib/server/db/client";
import { newId } from "@/lib/server/id";
import { newJobs, place } from "./jobs";
import { readPictureOf } from "./proofs";

/** The job ids of one new order. */
export async function orderOf(count: number): Promise<string[]> {
  const jobs = newJobs(count);
  await place(jobs);
  return jobs.map(({ id }) => id);
}

/** A picture of one title that a roll over a job made, read so. */
export async function rolledPicture(
  base: string,
  wanted: string,
  read: readonly string[],
): Promise<string> {
  const db = await database();
  const [roll, [job = ""]] = [newId(), await orderOf(1)];
  const limits = { max_more: 1, max_fen: 18 };
  const row = { id: roll, job_id: base, person_id: "", ...limits, created_at: 1 };
  await db
    .insertInto("roll")
    .values({ ...row, state: "exact" })
    .execute();
  await db.updateTable("job").set({ roll_id: roll }).where("id", "=", job).execute();
  return readPictureOf(wanted, read, { job_id: job });
}
