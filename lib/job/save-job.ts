import "server-only";
import type { Jotting } from "@/lib/image/note";
import { discardPicture, type StoredPicture, storePicture } from "@/lib/image/store-picture";
import type { Ratio } from "@/lib/poster/schema";
import { wakeReader } from "@/lib/proof/worker";
import { isDiskFull } from "@/lib/server/disk-full";
import { log, report } from "@/lib/server/log";
import { download, firstPicture } from "@/lib/server/painter/download";
import { DownloadError } from "@/lib/server/painter/download-error";
import { examine, NotPictureError } from "@/lib/server/painter/picture";
import { readPicture } from "@/lib/server/storage/disk";
import { makeThumbnail } from "@/lib/server/storage/thumbnail";
import type { FailureKind } from "./schema";
import type { JobRow } from "./store";
import * as store from "./store";
import { untilWritten } from "./until-written";

function failureOf(error: unknown): { failure: FailureKind; detail: string | null } {
  if (error instanceof DownloadError) return { failure: error.kind, detail: error.message };
  if (error instanceof NotPictureError) return { failure: "notPicture", detail: error.message };
  if (isDiskFull(error)) return { failure: "diskFull", detail: null };
  report("job.failed", error);
  return { failure: "internal", detail: null };
}

/** What stands beside the picture of a job: enough to know it by when the database does not. */
export function noteOf(job: JobRow): Jotting {
  const now = Date.now();
  return {
    jobId: job.id,
    orderId: job.order_id,
    parentId: null,
    painter: job.painter,
    model: job.model,
    ratio: job.ratio as Ratio,
    poster: job.poster,
    prompt: job.prompt,
    negativePrompt: job.negative_prompt,
    costFen: job.price_fen,
    tookMs: (job.answered_at ?? now) - (job.started_at ?? job.answered_at ?? now),
    upstreamRequestId: job.upstream_request_id,
    createdAt: now,
  };
}

/** The picture of an answer: on disk since the answer came, or fetched from its address. */
async function fetchPicture(job: JobRow): Promise<StoredPicture> {
  const id = job.answer_image_id;
  if (id === null) {
    const addresses = job.answer_url?.split("\n") ?? [];
    const note = noteOf(job);
    return firstPicture(addresses, async (address) => storePicture(await download(address), note));
  }
  const bytes = await readPicture(id);
  if (!bytes) throw new NotPictureError("the stored file is gone");
  return {
    id,
    bytes: bytes.length,
    picture: await examine(bytes),
    thumbnail: makeThumbnail(id, bytes),
  };
}

async function settle(job: JobRow, { id, bytes, picture }: StoredPicture): Promise<void> {
  const now = Date.now();
  const answeredAt = job.answered_at ?? now;
  // Never below nothing, whoever set the clock back meanwhile.
  const tookMs = Math.max(0, answeredAt - (job.started_at ?? answeredAt));
  await store.settleDone(
    job,
    {
      id,
      job_id: job.id,
      painter: job.painter,
      model: job.model,
      ratio: job.ratio,
      poster: job.poster,
      prompt: job.prompt,
      negative_prompt: job.negative_prompt,
      width: picture.width,
      height: picture.height,
      format: picture.format,
      bytes,
      sha256: picture.sha256,
      cost_fen: job.price_fen,
      took_ms: tookMs,
      upstream_request_id: job.upstream_request_id,
      created_at: now,
      deleted_at: null,
      parent_id: null,
      best_at: null,
    },
    now,
  );
  wakeReader();
  log("info", "job.done", { job: job.id, painter: job.painter, tookMs });
}

/** Ends an answered job without its picture, and says why. */
export async function spoil(job: Pick<JobRow, "id" | "started_at">, error: unknown): Promise<void> {
  const { failure, detail } = failureOf(error);
  // It may have been given up and be painted anew by now: that try is not the one that ended.
  const about = { detail, upstreamRequestId: null, startedAt: job.started_at };
  await untilWritten(job.id, () => store.settleFailed(job.id, failure, about, Date.now()));
  log("warn", "job.notSaved", { job: job.id, failure });
}

/** Fetches, checks and stores the picture of an answered job, then settles it. Never throws. */
export async function saveJob(job: JobRow, already?: StoredPicture): Promise<void> {
  let stored = already;
  try {
    const fetched = stored ?? (await fetchPicture(job));
    stored = fetched;
    await untilWritten(job.id, () => settle(job, fetched));
  } catch (error) {
    // The files of an answer are the answer. Of others only what the job has twice goes: the rest
    // was paid for, and can be taken in by hand.
    if (stored && job.answer_image_id === null) {
      const isSpare = await store.hasOtherPicture(job.id, stored.id).catch(() => false);
      if (isSpare) await discardPicture(stored);
    }
    await spoil(job, error);
  }
  await stored?.thumbnail;
}
