import "server-only";
import { storePicture } from "@/lib/image/store-picture";
import { otherSize, parseWireSize } from "@/lib/poster/capability";
import { type Ratio, readPoster } from "@/lib/poster/schema";
import { prepareDecoder } from "@/lib/server/decoder/decoder";
import { log, report } from "@/lib/server/log";
import { painterOf } from "@/lib/server/painter/painter";
import type { PaintAnswer, PaintRequest } from "@/lib/server/painter/port";
import { requestHash } from "@/lib/server/painter/wire";
import { waitBeforeRetry } from "./policy";
import { saveJob, spoil } from "./save-job";
import type { JobRow, NextTry } from "./store";
import * as store from "./store";

type Refused = Extract<PaintAnswer, { ok: false }>;
type Painted = Extract<PaintAnswer, { ok: true }>;

const requestOf = (job: JobRow): PaintRequest => ({
  model: job.model,
  poster: readPoster(JSON.parse(job.poster)),
  ratio: job.ratio as Ratio,
  size: parseWireSize(job.size),
  prompt: job.prompt,
  negativePrompt: job.negative_prompt,
});

/** What the worker does about a failure by itself; undefined when that is for a person to decide. */
function nextTryOf(job: JobRow, request: PaintRequest, answer: Refused): NextTry | undefined {
  const now = Date.now();
  if (answer.failure === "sizeUnsupported") {
    const size = otherSize(job.model, request.ratio, job.size);
    if (size === undefined || job.is_resized) return undefined;
    const hash = requestHash({ ...request, size: parseWireSize(size) });
    return { runAfter: now, resized: { size, hash } };
  }
  // A try with other pixels is no try of this kind.
  const failures = job.attempts - job.is_resized;
  const wait = waitBeforeRetry(answer.failure, failures, Math.random(), answer.retryAfterMs);
  return wait === undefined ? undefined : { runAfter: now + wait };
}

async function refuse(job: JobRow, request: PaintRequest, answer: Refused): Promise<void> {
  const { failure, detail, upstreamRequestId } = answer;
  const about = { detail, upstreamRequestId };
  const next = nextTryOf(job, request, answer);
  const fields = { job: job.id, failure, attempt: job.attempts, upstreamRequestId };
  log("warn", next ? "job.requeued" : "job.failed", fields);
  if (next) await store.requeue(job.id, failure, about, next, Date.now());
  else await store.settleFailed(job.id, failure, about, Date.now());
}

/** A picture that came inside the answer goes to disk first, so that the record can point to it. */
async function keepBytes(job: JobRow, answer: Painted, bytes: Uint8Array): Promise<void> {
  const { upstreamRequestId } = answer;
  const nowhere = { url: null, expiresAt: null, imageId: null, upstreamRequestId };
  try {
    const stored = await storePicture(bytes);
    const kept = await store.recordAnswer(job.id, { ...nowhere, imageId: stored.id }, Date.now());
    if (kept) await saveJob(kept, stored);
  } catch (error) {
    await store.recordAnswer(job.id, nowhere, Date.now());
    await spoil(job, error);
  }
}

async function keep(job: JobRow, answer: Painted): Promise<void> {
  const { picture, upstreamRequestId } = answer;
  if ("bytes" in picture) return keepBytes(job, answer, picture.bytes);
  const { url, expiresAt } = picture;
  const recorded = { url, expiresAt, imageId: null, upstreamRequestId };
  const kept = await store.recordAnswer(job.id, recorded, Date.now());
  if (kept) await saveJob(kept);
}

/** Paints a claimed job and keeps what comes of it. `hear` learns what the painter said, at once. */
export async function paintJob(job: JobRow, hear: (answer: PaintAnswer) => void): Promise<void> {
  let request: PaintRequest;
  try {
    request = requestOf(job);
  } catch (error) {
    report("job.unreadable", error, { job: job.id });
    const about = { detail: null, upstreamRequestId: null };
    return store.settleFailed(job.id, "internal", about, Date.now());
  }
  log("info", "job.started", { job: job.id, order: job.order_id, attempt: job.attempts });
  // Ready by the time the picture comes.
  prepareDecoder();
  const answer = await painterOf(job.painter).paint(request);
  hear(answer);
  if (!answer.ok) return refuse(job, request, answer);
  try {
    await keep(job, answer);
  } catch (error) {
    // Painted, and not even that could be written down: nobody may repeat it unasked.
    report("job.answerLost", error, { job: job.id });
    const { upstreamRequestId } = answer;
    await store.settleFailed(
      job.id,
      "unknownOutcome",
      { detail: null, upstreamRequestId },
      Date.now(),
    );
  }
}
