import "server-only";
import { type StoredPicture, storePicture } from "@/lib/image/store-picture";
import { otherSize, parseWireSize } from "@/lib/poster/capability";
import { type Ratio, readPoster } from "@/lib/poster/schema";
import { prepareDecoder } from "@/lib/server/decoder/decoder";
import { env } from "@/lib/server/env";
import { log, report } from "@/lib/server/log";
import { firstPicture } from "@/lib/server/painter/download";
import { painterOf } from "@/lib/server/painter/painter";
import type { PaintAnswer, PaintRequest } from "@/lib/server/painter/port";
import { requestHash } from "@/lib/server/painter/wire";
import { keepAnswer } from "./keep-answer";
import { waitBeforeRetry } from "./policy";
import { noteOf, saveJob, spoil } from "./save-job";
import type { JobRow, NextTry } from "./store";
import * as store from "./store";
import { untilWritten } from "./until-written";

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
  const wait = waitBeforeRetry(answer.failure, failures, Math.random(), {
    retryAfterMs: answer.retryAfterMs,
    repeatsCharged: env().RETRY_MAYBE_CHARGED,
  });
  return wait === undefined ? undefined : { runAfter: now + wait };
}

async function refuse(job: JobRow, request: PaintRequest, answer: Refused): Promise<void> {
  const { failure, detail, upstreamRequestId } = answer;
  const about = { detail, upstreamRequestId, startedAt: job.started_at };
  const next = nextTryOf(job, request, answer);
  const fields = { job: job.id, failure, attempt: job.attempts, upstreamRequestId };
  log("warn", next ? "job.requeued" : "job.failed", fields);
  await untilWritten(job.id, () =>
    next
      ? store.requeue(job.id, failure, about, next, Date.now())
      : store.settleFailed(job.id, failure, about, Date.now()),
  );
}

const nowhere = { url: null, expiresAt: null, imageId: null };

/** A picture that came inside the answer goes to disk first, so that the record can point to it. */
async function keepInside(job: JobRow, answer: Painted): Promise<void> {
  const { picture, upstreamRequestId } = answer;
  const note = noteOf({ ...job, upstream_request_id: upstreamRequestId });
  const put = () => firstPicture(picture.inside, (bytes) => storePicture(bytes, note));
  let stored: StoredPicture;
  try {
    stored = await untilWritten(job.id, put);
  } catch (error) {
    // What cannot be kept from inside may still be fetched.
    if (picture.addresses.length > 0) return keepAddresses(job, answer);
    const kept = await keepAnswer(job, { ...nowhere, upstreamRequestId });
    if (kept) await spoil(kept, error);
    return;
  }
  const kept = await keepAnswer(job, { ...nowhere, imageId: stored.id, upstreamRequestId });
  if (kept) await saveJob(kept, stored);
}

async function keepAddresses(job: JobRow, { picture, upstreamRequestId }: Painted): Promise<void> {
  const { addresses, expiresAt } = picture;
  const url = addresses.join("\n");
  const kept = await keepAnswer(job, { url, expiresAt, imageId: null, upstreamRequestId });
  if (kept) await saveJob(kept);
}

const keep = (job: JobRow, answer: Painted): Promise<void> =>
  answer.picture.inside.length > 0 ? keepInside(job, answer) : keepAddresses(job, answer);

/** Paints a claimed job and keeps what comes of it. `hear` learns what the painter said, at once. */
export async function paintJob(job: JobRow, hear: (answer: PaintAnswer) => void): Promise<void> {
  let request: PaintRequest;
  try {
    request = requestOf(job);
  } catch (error) {
    report("job.unreadable", error, { job: job.id });
    return settleUnread(job, "internal");
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
    // Painted, and not even waiting helps to write it down: nobody may repeat it unasked.
    report("job.answerLost", error, { job: job.id });
    await settleUnread(job, "unknownOutcome", answer.upstreamRequestId);
  }
}

/** Ends a try of which nothing more can be known here. */
async function settleUnread(
  job: JobRow,
  failure: "internal" | "unknownOutcome",
  upstreamRequestId: string | null = null,
): Promise<void> {
  const about = { detail: null, upstreamRequestId, startedAt: job.started_at };
  await untilWritten(job.id, () => store.settleFailed(job.id, failure, about, Date.now()));
}
