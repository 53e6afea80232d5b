import { vi } from "vitest";
import type { NewJob } from "@/lib/job/order-store";
import { isSettled } from "@/lib/job/state";
import type { JobRow } from "@/lib/job/store";
import { database } from "@/lib/server/db/client";

/** The jobs as the database has them now, in order of their position. */
export async function jobRows(jobs: NewJob[]): Promise<JobRow[]> {
  const ids = jobs.map(({ id }) => id);
  const db = await database();
  return db.selectFrom("job").selectAll().where("id", "in", ids).orderBy("position").execute();
}

/** One job as the database has it now. */
export async function jobRow(job: NewJob): Promise<JobRow> {
  const [row] = await jobRows([job]);
  if (!row) throw new Error("no such job");
  return row;
}

/** Waits until the jobs pass a check; gives them then. */
export async function whenJobs(
  jobs: NewJob[],
  check: (rows: JobRow[]) => boolean,
  limitMs = 20_000,
): Promise<JobRow[]> {
  return vi.waitUntil(
    async () => {
      const rows = await jobRows(jobs);
      return check(rows) && rows;
    },
    { timeout: limitMs, interval: 10 },
  );
}

/** Waits until nothing more will happen to the jobs by themselves. */
export const whenSettled = (jobs: NewJob[], limitMs?: number): Promise<JobRow[]> =>
  whenJobs(jobs, (rows) => rows.every(({ state }) => isSettled(state)), limitMs);
