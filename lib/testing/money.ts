import type { NewJob } from "@/lib/job/order-store";
import type { FailureKind } from "@/lib/job/schema";
import * as store from "@/lib/job/store";
import { database } from "@/lib/server/db/client";
import { storedImage } from "./images";
import { newJobs, place } from "./jobs";

/** Sends this very job to its painter, whoever else waits. */
async function begin(job: NewJob): Promise<void> {
  const db = await database();
  await db.updateTable("job").set({ state: "painting" }).where("id", "=", job.id).execute();
}

/** Orders one picture at a moment; its money is set aside. */
export async function ordered(at: number, changes: Partial<NewJob> = {}): Promise<NewJob> {
  const [job] = newJobs(1, { created_at: at, ...changes });
  if (!job) throw new Error("no job");
  await place([job]);
  return job;
}

/** Orders one picture, which is painted, paid for and on its way to the disk. */
export async function billed(at: number, changes: Partial<NewJob> = {}): Promise<NewJob> {
  const job = await ordered(at, changes);
  await begin(job);
  const nowhere = { url: null, expiresAt: null, imageId: null, upstreamRequestId: "up-1" };
  await store.recordAnswer(job.id, nowhere, at);
  return job;
}

/** Orders one picture that ends in the gallery; gives the picture's id too. */
export async function delivered(at: number, changes: Partial<NewJob> = {}) {
  const job = await billed(at, changes);
  const id = await storedImage({ job_id: job.id, cost_fen: job.price_fen, created_at: at });
  const db = await database();
  await db
    .updateTable("job")
    .set({ state: "done", image_id: id })
    .where("id", "=", job.id)
    .execute();
  return { job, id };
}

/** Orders one picture that fails so before it is answered. */
export async function failed(
  at: number,
  failure: FailureKind,
  changes: Partial<NewJob> = {},
): Promise<NewJob> {
  const job = await ordered(at, changes);
  await begin(job);
  await store.settleFailed(job.id, failure, { detail: null, upstreamRequestId: "up-2" }, at);
  return job;
}
