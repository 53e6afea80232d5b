import "server-only";
import { sweep } from "@/lib/image/sweep-store";
import { env } from "@/lib/server/env";
import { log, report } from "@/lib/server/log";
import type { PaintAnswer } from "@/lib/server/painter/port";
import { type Pace, recovered, slowed, steadyPace } from "./pace";
import { paintJob } from "./paint-job";
import { waitBeforeRetry } from "./policy";
import { claimQueued, listSaving, nextRunAfter } from "./queue-store";
import { saveJob } from "./save-job";
import type { FailureKind, PainterId } from "./schema";
import { recoverInterrupted } from "./store";

const draftsInFlight = 2;
const sweepEveryMs = 3_600_000;
const heartbeatMs = 1000;

/** What the upstream last said, and when; epoch ms. */
interface UpstreamSeen {
  at: number;
  failure: FailureKind | null;
}

interface Crew {
  inFlight: Record<PainterId, number>;
  pace: Pace;
  /** Epoch ms before which the upstream gets no new request. */
  nextStartAt: number;
  timer: NodeJS.Timeout | undefined;
  clocks: NodeJS.Timeout[];
  beatAt: number;
  seen: UpstreamSeen | null;
  isFilling: boolean;
  isCalledAgain: boolean;
  isStopping: boolean;
  work: Set<Promise<void>>;
  /** Told when a job that a roll ordered is through. */
  afterRolled: () => Promise<void>;
}

/** Actions and instrumentation are separate module graphs in one process; they share one crew. */
const shared = globalThis as typeof globalThis & { verbatimCrew?: Crew };

function keep(crew: Crew, work: Promise<void>): void {
  const kept = work
    .catch((error) => report("worker.failed", error))
    .finally(() => crew.work.delete(kept));
  crew.work.add(kept);
}

/** One refusal for haste slows everybody; every picture wins some of it back. */
function adapt(crew: Crew, answer: PaintAnswer): void {
  const now = Date.now();
  crew.seen = { at: now, failure: answer.ok ? null : answer.failure };
  if (answer.ok) {
    crew.pace = recovered(crew.pace);
  } else if (answer.failure === "rateLimited") {
    const usual = (refusals: number) =>
      waitBeforeRetry("rateLimited", Math.min(refusals, 3), Math.random()) ?? 0;
    crew.pace = slowed(crew.pace, now, (refusals) => answer.retryAfterMs ?? usual(refusals));
    log("warn", "worker.slowed", { intervalMs: Math.round(crew.pace.intervalMs) });
  }
}

async function start(crew: Crew, painter: PainterId): Promise<boolean> {
  const job = await claimQueued(painter, Date.now());
  if (!job) return false;
  crew.inFlight[painter] += 1;
  const hear = (answer: PaintAnswer) => {
    if (painter === "nebula") adapt(crew, answer);
  };
  const done = paintJob(job, hear).finally(async () => {
    crew.inFlight[painter] -= 1;
    wake();
    // A roll goes on with the proof of its picture; one without a picture has none.
    if (job.roll_id !== null) await crew.afterRolled();
  });
  keep(crew, done);
  return true;
}

/** Wakes the crew at a moment, unless something else wakes it before. */
function wakeAt(crew: Crew, at: number): void {
  clearTimeout(crew.timer);
  crew.timer = setTimeout(wake, Math.max(0, at - Date.now()));
}

/** Starts as many jobs as the limits allow and sets the clock for the next. */
async function fill(crew: Crew): Promise<void> {
  while (!crew.isStopping && crew.inFlight.draft < draftsInFlight) {
    if (!(await start(crew, "draft"))) break;
  }
  while (!crew.isStopping && crew.inFlight.nebula < crew.pace.inFlight) {
    const at = Math.max(crew.nextStartAt, crew.pace.pausedUntil);
    if (at > Date.now()) return wakeAt(crew, at);
    if (!(await start(crew, "nebula"))) {
      const next = await nextRunAfter("nebula");
      if (next !== undefined) wakeAt(crew, next);
      return;
    }
    // Counted from the moment the request left: a grid of slots lets two of them come too close.
    crew.nextStartAt = Date.now() + crew.pace.intervalMs;
  }
}

/** Tells the crew that there may be work; safe to call at any time, from anywhere. */
export function wake(): void {
  const crew = shared.verbatimCrew;
  if (!crew || crew.isStopping) return;
  if (crew.isFilling) {
    crew.isCalledAgain = true;
    return;
  }
  crew.isFilling = true;
  const filled = fill(crew).finally(() => {
    crew.isFilling = false;
    if (crew.isCalledAgain) {
      crew.isCalledAgain = false;
      wake();
    }
  });
  keep(crew, filled);
}

/** Fetches the pictures of answered jobs that nobody is fetching: after a restart or a retry. */
export async function resumeSaving(id?: string): Promise<void> {
  const crew = shared.verbatimCrew;
  if (!crew) return;
  for (const job of await listSaving()) {
    if (id === undefined || job.id === id) keep(crew, saveJob(job));
  }
}

function newCrew(): Crew {
  const { UPSTREAM_STARTS_PER_SECOND, UPSTREAM_IN_FLIGHT } = env();
  return {
    inFlight: { nebula: 0, draft: 0 },
    pace: steadyPace(UPSTREAM_STARTS_PER_SECOND, UPSTREAM_IN_FLIGHT),
    nextStartAt: 0,
    timer: undefined,
    clocks: [],
    beatAt: Date.now(),
    seen: null,
    isFilling: false,
    isCalledAgain: false,
    isStopping: false,
    work: new Set(),
    afterRolled: async () => undefined,
  };
}

/** Starts the crew of this process once: puts right what a crash left, then paints what waits. */
export async function startWorker(): Promise<void> {
  if (shared.verbatimCrew) return;
  const crew = newCrew();
  shared.verbatimCrew = crew;
  await recoverInterrupted(Date.now());
  await resumeSaving();
  const tidy = () => keep(crew, sweep(Date.now()));
  const beat = () => {
    crew.beatAt = Date.now();
  };
  crew.clocks = [setInterval(tidy, sweepEveryMs), setInterval(beat, heartbeatMs)];
  for (const clock of crew.clocks) clock.unref();
  tidy();
  wake();
}

/** Has rolls told when a job of theirs is through. */
export function hearOfRolled(afterRolled: Crew["afterRolled"]): void {
  if (shared.verbatimCrew) shared.verbatimCrew.afterRolled = afterRolled;
}

/** How the crew is: when its heart last beat, what the upstream last said, how much is under way. */
export function workerHealth(): Pick<Crew, "beatAt" | "seen" | "inFlight" | "isStopping"> | null {
  const crew = shared.verbatimCrew;
  if (!crew) return null;
  const { beatAt, seen, inFlight, isStopping } = crew;
  return { beatAt, seen, inFlight, isStopping };
}

/** How fast the upstream may be asked at present; null while there is no crew. */
export function workerPace(): Pace | null {
  return shared.verbatimCrew?.pace ?? null;
}

/** Work may bring work: a job claimed while the stop came is still painted. */
async function drained(crew: Crew): Promise<void> {
  while (crew.work.size > 0) await Promise.all(crew.work);
}

/** Starts nothing new and waits for what is in flight, at most `limitMs`. */
export async function stopWorker(limitMs: number): Promise<void> {
  const crew = shared.verbatimCrew;
  if (!crew) return;
  crew.isStopping = true;
  clearTimeout(crew.timer);
  for (const clock of crew.clocks) clearInterval(clock);
  const limit = new Promise((resolve) => setTimeout(resolve, limitMs).unref());
  await Promise.race([drained(crew), limit]);
}
