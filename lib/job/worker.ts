import "server-only";
import { sweep } from "@/lib/image/sweep-store";
import { monotonicNow } from "@/lib/server/clock";
import { env } from "@/lib/server/env";
import { log, report } from "@/lib/server/log";
import type { PaintAnswer } from "@/lib/server/painter/port";
import { keepReserve } from "@/lib/server/storage/room";
import { findHindrance } from "./hindrance";
import { newLane } from "./lane";
import type { JobRow } from "./move-store";
import { type Pace, recovered, slowed, steadyPace } from "./pace";
import { paintJob } from "./paint-job";
import { waitBeforeRetry } from "./policy";
import { claimQueued, limitHeld, listSaving, nextRunAfter } from "./queue-store";
import { saveJob } from "./save-job";
import type { FailureKind, PainterId } from "./schema";
import { recoverInterrupted } from "./store";
import { isHalted, look, newWatch, type Watch } from "./watch";

const draftsInFlight = 2;
const sweepEveryMs = 3_600_000;
const heartbeatMs = 1000;
/** Pictures fetched at once that a restart found paid for: painting goes on beside. */
const fetchedAtOnce = 3;
/** Nothing stays held back for longer after a restart; milliseconds. */
const longestHoldMs = 60_000;

/** What the upstream last said, and when; epoch ms. */
interface UpstreamSeen {
  at: number;
  failure: FailureKind | null;
}

interface Crew {
  inFlight: Record<PainterId, number>;
  pace: Pace;
  /** Monotonic ms before which the upstream gets no new request. */
  nextStartAt: number;
  timer: NodeJS.Timeout | undefined;
  clocks: NodeJS.Timeout[];
  watch: Watch;
  /** Gives the place of a job that is painted back, by job id. */
  places: Map<string, () => void>;
  /** Jobs whose pictures are being fetched, or wait for it. */
  fetching: Set<string>;
  lane: (task: () => Promise<void>) => Promise<void>;
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
  crew.seen = { at: Date.now(), failure: answer.ok ? null : answer.failure };
  if (answer.ok) {
    crew.pace = recovered(crew.pace);
  } else if (answer.failure === "rateLimited") {
    const usual = (refusals: number) =>
      waitBeforeRetry("rateLimited", Math.min(refusals, 3), Math.random()) ?? 0;
    crew.pace = slowed(
      crew.pace,
      monotonicNow(),
      (refusals) => answer.retryAfterMs ?? usual(refusals),
    );
    log("warn", "worker.slowed", { intervalMs: Math.round(crew.pace.intervalMs) });
  }
}

async function start(crew: Crew, painter: PainterId): Promise<boolean> {
  const job = await claimQueued(painter, Date.now());
  if (!job) return false;
  crew.watch.idleSince = null;
  const leave = takePlace(crew, painter, job.id);
  const hear = (answer: PaintAnswer) => {
    if (painter === "nebula") adapt(crew, answer);
  };
  const done = paintJob(job, hear).finally(async () => {
    leave();
    // A roll goes on with the proof of its picture; one without a picture has none.
    if (job.roll_id !== null) await crew.afterRolled();
  });
  keep(crew, done);
  return true;
}

/** Takes one of a painter's places; gives what gives it back, once. */
function takePlace(crew: Crew, painter: PainterId, jobId: string): () => void {
  let isTaken = true;
  const leave = () => {
    if (isTaken) crew.inFlight[painter] -= 1;
    isTaken = false;
    if (crew.places.get(jobId) === leave) crew.places.delete(jobId);
    wake();
  };
  crew.inFlight[painter] += 1;
  crew.places.set(jobId, leave);
  return leave;
}

/** Lets another job have the place of one that nobody waits for any more; its answer is still heard. */
export function givePlaceBack(jobId: string): void {
  shared.verbatimCrew?.places.get(jobId)?.();
}

/** Wakes the crew in so many ms, unless something else wakes it before. */
function wakeIn(crew: Crew, ms: number): void {
  clearTimeout(crew.timer);
  crew.timer = setTimeout(wake, Math.max(0, ms));
}

/** Until the upstream may be asked again, ms; 0 or less when it may be now. */
const untilStart = ({ nextStartAt, pace }: Crew): number =>
  Math.max(nextStartAt, pace.pausedUntil) - monotonicNow();

/** The painters that could take a job at this moment. */
function freePainters(crew: Crew): PainterId[] {
  if (crew.isStopping) return [];
  const hasPlace = crew.inFlight.nebula < crew.pace.inFlight && untilStart(crew) <= 0;
  const free: PainterId[] = crew.inFlight.draft < draftsInFlight ? ["draft"] : [];
  return hasPlace ? [...free, "nebula"] : free;
}

/** Starts as many jobs as the limits allow and sets the clock for the next. */
async function fill(crew: Crew): Promise<void> {
  while (!crew.isStopping && crew.inFlight.draft < draftsInFlight) {
    if (!(await start(crew, "draft"))) break;
  }
  while (!crew.isStopping && crew.inFlight.nebula < crew.pace.inFlight) {
    const ms = untilStart(crew);
    if (ms > 0) return wakeIn(crew, ms);
    // What cannot be kept is not bought; the watch looks again.
    if ((await findHindrance()) !== undefined) return;
    if (!(await start(crew, "nebula"))) {
      const next = await nextRunAfter("nebula");
      if (next !== undefined) wakeIn(crew, next - Date.now());
      return;
    }
    // Counted from the moment the request left: a grid of slots lets two of them come too close.
    crew.nextStartAt = monotonicNow() + crew.pace.intervalMs;
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

/** Fetches a picture that is paid for, unless that goes on already. */
function fetchSaving(crew: Crew, job: JobRow, run: Crew["lane"]): void {
  if (crew.fetching.has(job.id)) return;
  crew.fetching.add(job.id);
  const fetched = run(() => saveJob(job)).finally(() => crew.fetching.delete(job.id));
  keep(crew, fetched);
}

/**
 * Fetches the pictures of answered jobs that nobody is fetching: one at once, after a click; all
 * after a restart, a few at a time, those that expire first.
 */
export async function resumeSaving(id?: string): Promise<void> {
  const crew = shared.verbatimCrew;
  if (!crew) return;
  for (const job of await listSaving()) {
    if (id === undefined) fetchSaving(crew, job, crew.lane);
    else if (job.id === id) fetchSaving(crew, job, (task) => task());
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
    watch: newWatch(),
    places: new Map(),
    fetching: new Set(),
    lane: newLane(fetchedAtOnce),
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
  await keepReserve();
  await recoverInterrupted(Date.now());
  await limitHeld(Date.now() + longestHoldMs);
  await resumeSaving();
  const tidy = () => keep(crew, sweep(Date.now()));
  const beat = () => void look(crew.watch, freePainters(crew), wake);
  crew.clocks = [setInterval(tidy, sweepEveryMs), setInterval(beat, heartbeatMs)];
  for (const clock of crew.clocks) clock.unref();
  tidy();
  wake();
}

/** Has rolls told when a job of theirs is through. */
export function hearOfRolled(afterRolled: Crew["afterRolled"]): void {
  if (shared.verbatimCrew) shared.verbatimCrew.afterRolled = afterRolled;
}

/** How a crew is: when its heart last beat (monotonic), what the upstream last said, what is under way. */
export interface CrewHealth extends Pick<Crew, "seen" | "inFlight" | "isStopping"> {
  beatAt: number;
  /** Work waits that could start, and does not. */
  isHalted: boolean;
}

/** How the crew is; null while there is none. */
export function workerHealth(): CrewHealth | null {
  const crew = shared.verbatimCrew;
  if (!crew) return null;
  const { watch, seen, inFlight, isStopping } = crew;
  return {
    ...{ beatAt: watch.lookedAt, seen, inFlight, isStopping },
    isHalted: isHalted(watch, monotonicNow()),
  };
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
