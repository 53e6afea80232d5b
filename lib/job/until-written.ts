import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { isUnwritable } from "@/lib/server/db/away";
import { isDiskFull } from "@/lib/server/disk-full";
import { log, report } from "@/lib/server/log";
import { freeReserve } from "@/lib/server/storage/room";

const firstWaitMs = 250;
const longestWaitMs = 5000;

/** Actions and the worker are separate module graphs in one process; they share what waits. */
const shared = globalThis as typeof globalThis & { verbatimUnwritten?: Map<string, number> };

function unwritten(): Map<string, number> {
  shared.verbatimUnwritten ??= new Map();
  return shared.verbatimUnwritten;
}

/** Jobs with news that could not be written down yet. */
export const countUnwritten = (): number => unwritten().size;

/** True while something that happened to a job waits to be written down. */
export const isUnwritten = (jobId: string): boolean => unwritten().has(jobId);

function hold(jobId: string): void {
  unwritten().set(jobId, (unwritten().get(jobId) ?? 0) + 1);
}

function letGo(jobId: string): void {
  const left = (unwritten().get(jobId) ?? 1) - 1;
  if (left > 0) unwritten().set(jobId, left);
  else unwritten().delete(jobId);
}

/**
 * Writes down what happened to a job, again and again until it is written: what is paid for is
 * never lost to a lock or a full disk. On a full disk the room set aside for this is given back
 * first. Throws what no waiting will mend; `write` must be whole or not at all.
 */
export async function untilWritten<Value>(
  jobId: string,
  write: () => Promise<Value>,
): Promise<Value> {
  let isHeld = false;
  try {
    for (let waitMs = firstWaitMs; ; waitMs = Math.min(waitMs * 2, longestWaitMs)) {
      try {
        return await write();
      } catch (error) {
        if (!isUnwritable(error)) throw error;
        if (!isHeld) report("job.unwritten", error, { job: jobId });
        if (!isHeld) hold(jobId);
        isHeld = true;
        if (isDiskFull(error) && (await freeReserve())) continue;
      }
      await wait(waitMs);
    }
  } finally {
    if (isHeld) letGo(jobId);
    if (isHeld) log("info", "job.written", { job: jobId });
  }
}
