import type { FailureKind, JobState, JobView } from "./schema";

/** True when nothing more will happen to the job by itself. */
export function isSettled(state: JobState): boolean {
  return state !== "queued" && state !== "painting" && state !== "saving";
}

/** True when a click may try the job again. */
export function isRetryable(job: Pick<JobView, "state">): boolean {
  return job.state === "failed" || job.state === "unknown" || job.state === "cancelled";
}

/** What a new try does: fetch the picture already paid for, or have it painted anew. */
export function retryState(
  job: { answerUrl: string | null; answerExpiresAt: number | null },
  now: number,
): "saving" | "queued" {
  const waits = job.answerUrl !== null && (job.answerExpiresAt ?? Infinity) > now;
  return waits ? "saving" : "queued";
}

/** Failures after which the upstream may have taken its price all the same. */
export function mayBeCharged(state: JobState, failure: FailureKind | null): boolean {
  return state === "unknown" || failure === "emptyResult";
}
