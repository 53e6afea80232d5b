import type { JobState, JobView, PainterId } from "./schema";

/** Every way a job may go: what happens, from which states, to which. There is no other. */
const moves = {
  /** Sent to its painter. */
  claim: { from: ["queued"], to: "painting" },
  /** The painter has a picture: from here on it is paid for. */
  answer: { from: ["painting"], to: "saving" },
  /** Failed in a way that is worth another try by itself. */
  requeue: { from: ["painting"], to: "queued" },
  /** A free draft that a stop interrupted. */
  restart: { from: ["painting", "saving"], to: "queued" },
  refuse: { from: ["painting"], to: "failed" },
  /** Nobody knows whether it was painted. */
  lose: { from: ["painting", "saving"], to: "unknown" },
  /** Paid for, and the picture could not be kept. */
  spoil: { from: ["saving"], to: "failed" },
  finish: { from: ["saving"], to: "done" },
  /** The answer to a request that nobody waited for any more: paid for, so it is kept. */
  arrive: { from: ["unknown", "queued", "failed", "cancelled"], to: "saving" },
  /** Its picture was there already. */
  reuse: { from: ["queued"], to: "done" },
  cancel: { from: ["queued"], to: "cancelled" },
  /** By a click only. */
  retry: { from: ["failed", "cancelled", "unknown"], to: "queued" },
  /** By a click only: the picture that was paid for is fetched, nothing is painted. */
  refetch: { from: ["failed", "unknown"], to: "saving" },
} as const satisfies Record<string, { from: readonly JobState[]; to: JobState }>;

export type JobEvent = keyof typeof moves;

/** Every event, for whoever must go through them all. */
export const jobEvents = Object.keys(moves) as JobEvent[];

/** Where an event leads, and from which states it may happen. */
export const moveOf = (event: JobEvent): { from: readonly JobState[]; to: JobState } =>
  moves[event];

/** True when nothing more will happen to the job by itself. */
export function isSettled(state: JobState): boolean {
  return state !== "queued" && state !== "painting" && state !== "saving";
}

/** True when a click may try the job again. */
export function isRetryable({ state }: Pick<JobView, "state">): boolean {
  return moveOf("retry").from.includes(state);
}

/** From so long on, somebody may stop waiting for an answer or a picture; milliseconds. */
const patienceMs = 30_000;

/** Since when a job waits for its painter, or for the host of its picture; a draft is made here. */
function waitsSince(job: {
  painter: PainterId;
  state: JobState;
  startedAt: number | null;
  answeredAt: number | null;
}): number | null {
  if (job.painter === "draft") return null;
  if (job.state === "painting") return job.startedAt;
  return job.state === "saving" ? job.answeredAt : null;
}

/** From when on somebody may stop waiting for a job, epoch ms; null when it waits for nobody. */
export function giveUpAt(job: Parameters<typeof waitsSince>[0]): number | null {
  const since = waitsSince(job);
  return since === null ? null : since + patienceMs;
}

/** What a new try does: fetch the picture already paid for, or have it painted anew. */
export function retryEvent(
  job: { answerUrl: string | null; answerExpiresAt: number | null; answerImageId: string | null },
  now: number,
): "refetch" | "retry" {
  if (job.answerImageId !== null) return "refetch";
  const waits = job.answerUrl !== null && (job.answerExpiresAt ?? Infinity) > now;
  return waits ? "refetch" : "retry";
}
