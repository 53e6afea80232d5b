import "server-only";
import { sweepDeleted } from "@/lib/image/store";
import { defaultCapability, findCapability } from "@/lib/poster/capability";
import { type Ratio, readPoster } from "@/lib/poster/schema";
import { isDiskFull } from "@/lib/server/disk-full";
import { env } from "@/lib/server/env";
import { newId } from "@/lib/server/id";
import { log, report } from "@/lib/server/log";
import { download } from "@/lib/server/painter/download";
import { DownloadError } from "@/lib/server/painter/download-error";
import { painterOf } from "@/lib/server/painter/painter";
import { examine, NotPictureError } from "@/lib/server/painter/picture";
import { putFile, removeFiles } from "@/lib/server/storage/disk";
import { makeThumbnail } from "@/lib/server/storage/thumbnail";
import type { FailureKind, PainterId } from "./schema";
import * as store from "./store";

const draftsInFlight = 2;
const sweepEveryMs = 3_600_000;

interface Crew {
  inFlight: Record<PainterId, number>;
  /** Epoch ms before which the upstream gets no new request. */
  nextStartAt: number;
  timer: NodeJS.Timeout | undefined;
  sweeper: NodeJS.Timeout | undefined;
  isFilling: boolean;
  isCalledAgain: boolean;
  isStopping: boolean;
  work: Set<Promise<void>>;
}

/** Actions and instrumentation are separate module graphs in one process; they share one crew. */
const shared = globalThis as typeof globalThis & { verbatimCrew?: Crew };

function failureOf(error: unknown): { failure: FailureKind; detail: string | null } {
  if (error instanceof DownloadError) return { failure: error.kind, detail: error.message };
  if (error instanceof NotPictureError) return { failure: "notPicture", detail: error.message };
  if (isDiskFull(error)) return { failure: "diskFull", detail: null };
  report("job.failed", error);
  return { failure: "internal", detail: null };
}

/** Stores a picture with its record; its thumbnail may come a moment later. */
async function keepPicture(job: store.JobRow, png: Uint8Array): Promise<void> {
  const { width, height, sha256 } = examine(png);
  const answeredAt = job.answered_at ?? Date.now();
  const id = newId();
  const thumbnail = makeThumbnail(id, png);
  try {
    await putFile(id, "png", png);
    const now = Date.now();
    const image = {
      id,
      job_id: job.id,
      painter: job.painter,
      model: job.model,
      ratio: job.ratio,
      poster: job.poster,
      prompt: job.prompt,
      negative_prompt: job.negative_prompt,
      width,
      height,
      bytes: png.length,
      sha256,
      cost_fen: job.price_fen,
      took_ms: answeredAt - (job.started_at ?? answeredAt),
      upstream_request_id: job.upstream_request_id,
      created_at: now,
      deleted_at: null,
    };
    await store.settleDone(job, image, now);
    log("info", "job.done", { job: job.id, painter: job.painter, tookMs: image.took_ms });
  } catch (error) {
    // Files without a record would be found by nobody.
    await thumbnail;
    await removeFiles(id);
    throw error;
  }
  await thumbnail;
}

/** Fetches, checks and stores the picture of an answered job, then settles it. */
async function save(job: store.JobRow, bytes: Uint8Array | undefined): Promise<void> {
  try {
    await keepPicture(job, bytes ?? (await download(job.answer_url ?? "")));
  } catch (error) {
    const { failure, detail } = failureOf(error);
    await store.settleFailed(job.id, failure, { detail, upstreamRequestId: null }, Date.now());
    log("warn", "job.notSaved", { job: job.id, failure });
  }
}

async function paint(job: store.JobRow): Promise<void> {
  const ratio = job.ratio as Ratio;
  const capability = findCapability(job.model) ?? defaultCapability;
  const answer = await painterOf(job.painter).paint({
    model: job.model,
    poster: readPoster(JSON.parse(job.poster)),
    ratio,
    size: capability.sizes[ratio],
    prompt: job.prompt,
    negativePrompt: job.negative_prompt,
  });
  const now = Date.now();
  if (!answer.ok) {
    const { failure, detail, upstreamRequestId } = answer;
    await store.settleFailed(job.id, failure, { detail, upstreamRequestId }, now);
    log("warn", "job.failed", { job: job.id, failure, upstreamRequestId });
    return;
  }
  const { picture, upstreamRequestId } = answer;
  const url = "url" in picture ? picture.url : null;
  const expiresAt = "url" in picture ? picture.expiresAt : null;
  await store.recordAnswer(job.id, { url, expiresAt, upstreamRequestId }, now);
  await save(
    { ...job, answered_at: now, answer_url: url, upstream_request_id: upstreamRequestId },
    "bytes" in picture ? picture.bytes : undefined,
  );
}

function keep(crew: Crew, work: Promise<void>): void {
  const kept = work
    .catch((error) => report("worker.failed", error))
    .finally(() => crew.work.delete(kept));
  crew.work.add(kept);
}

async function start(crew: Crew, painter: PainterId): Promise<boolean> {
  const job = await store.claimQueued(painter, Date.now());
  if (!job) return false;
  crew.inFlight[painter] += 1;
  const done = paint(job)
    .catch(async (error) => {
      const { failure, detail } = failureOf(error);
      await store.settleFailed(job.id, failure, { detail, upstreamRequestId: null }, Date.now());
    })
    .finally(() => {
      crew.inFlight[painter] -= 1;
      wake();
    });
  keep(crew, done);
  return true;
}

/** Starts as many jobs as the limits allow and sets the clock for the next. */
async function fill(crew: Crew): Promise<void> {
  const { UPSTREAM_IN_FLIGHT, UPSTREAM_STARTS_PER_SECOND } = env();
  while (!crew.isStopping && crew.inFlight.draft < draftsInFlight) {
    if (!(await start(crew, "draft"))) break;
  }
  while (!crew.isStopping && crew.inFlight.nebula < UPSTREAM_IN_FLIGHT) {
    const wait = crew.nextStartAt - Date.now();
    if (wait > 0) {
      clearTimeout(crew.timer);
      crew.timer = setTimeout(wake, wait);
      return;
    }
    if (!(await start(crew, "nebula"))) return;
    // Counted from the moment the request left: a grid of slots lets two of them come too close.
    crew.nextStartAt = Date.now() + 1000 / UPSTREAM_STARTS_PER_SECOND;
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
  for (const job of await store.listSaving()) {
    if (id === undefined || job.id === id) keep(crew, save(job, undefined));
  }
}

/** Starts the crew of this process once: puts right what a crash left, then paints what waits. */
export async function startWorker(): Promise<void> {
  if (shared.verbatimCrew) return;
  const crew: Crew = {
    inFlight: { nebula: 0, draft: 0 },
    nextStartAt: 0,
    timer: undefined,
    sweeper: undefined,
    isFilling: false,
    isCalledAgain: false,
    isStopping: false,
    work: new Set(),
  };
  shared.verbatimCrew = crew;
  await store.recoverInterrupted(Date.now());
  await resumeSaving();
  const sweep = () => keep(crew, sweepDeleted(Date.now()));
  crew.sweeper = setInterval(sweep, sweepEveryMs);
  crew.sweeper.unref();
  sweep();
  wake();
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
  const limit = new Promise((resolve) => setTimeout(resolve, limitMs).unref());
  await Promise.race([drained(crew), limit]);
}
