"use server";

import * as z from "zod/mini";
import type { BudgetName } from "@/lib/ledger/budget";
import type { PersonId } from "@/lib/person/schema";
import { draftModel, parseWireSize, practiceModel } from "@/lib/poster/capability";
import { compileNegative } from "@/lib/poster/keep-out";
import { compilePrompt } from "@/lib/poster/prompt/prompt";
import type { Ratio } from "@/lib/poster/schema";
import { fail, ok, type Result } from "@/lib/result";
import { action } from "@/lib/server/action";
import { env } from "@/lib/server/env";
import { newId } from "@/lib/server/id";
import { log } from "@/lib/server/log";
import { requestHash } from "@/lib/server/painter/wire";
import { currentPerson } from "@/lib/server/person";
import { findJob, findJobOfImage, type NewJob, placeOrder } from "./order-store";
import { startRoll, stopRoll } from "./roll-store";
import { advanceRolls } from "./roll-worker";
import { idSchema, type Order, orderSchema, type Placed, rollSchema } from "./schema";
import { sizeToAsk } from "./size-store";
import * as store from "./store";
import { resumeSaving, wake } from "./worker";

const hourMs = 3_600_000;
const overBudget = {
  order: "overOrder",
  day: "overDay",
  month: "overMonth",
} as const satisfies Record<BudgetName, string>;

/** What the jobs of one ratio share: the same words, compiled once. */
async function requestFor({ painter, poster }: Order, ratio: Ratio) {
  const { NEBULA_MODEL, PRICE_FEN } = env();
  const model = painter === "draft" ? draftModel : NEBULA_MODEL;
  const size = await sizeToAsk(model, ratio);
  const { prompt } = compilePrompt(poster, ratio);
  const negativePrompt = compileNegative(poster);
  const wanted = { model, poster, prompt, negativePrompt, size: parseWireSize(size) };
  return {
    painter,
    model,
    ratio,
    size,
    prompt,
    negative_prompt: negativePrompt,
    price_fen: painter === "draft" ? 0 : PRICE_FEN,
    // A draft is free and made in a moment: nothing is gained by finding it again.
    request_hash: painter === "draft" ? "" : requestHash(wanted),
  };
}

async function jobsOf(order: Order, person: PersonId): Promise<NewJob[]> {
  const { requestId, poster } = order;
  const now = Date.now();
  const written = JSON.stringify(poster);
  const requests = await Promise.all(poster.ratios.map((ratio) => requestFor(order, ratio)));
  const pictures = Array.from({ length: poster.count }).flatMap(() => requests);
  return pictures.map((request, position) => ({
    ...request,
    id: newId(),
    order_id: requestId,
    position,
    person_id: person,
    poster: written,
    created_at: now,
  }));
}

/** Writes the jobs of one click and returns; the worker paints. The same click twice is one order. */
export const enqueueOrder = action(orderSchema, async (order) => {
  if (order.painter === "nebula" && env().NEBULA_API_KEY === undefined) return fail("paintersAway");
  const jobs = await jobsOf(order, await currentPerson());
  const storedSince = Date.now() - env().CACHE_HOURS * hourMs;
  const placement = await placeOrder(order.requestId, jobs, { reuse: order.reuse, storedSince });
  if (placement.is === "refused") return fail(overBudget[placement.budget]);
  if (placement.is === "offered") return ok<Placed>(placement);
  log("info", "order.placed", {
    order: order.requestId,
    painter: order.painter,
    jobs: jobs.length,
  });
  wake();
  return ok<Placed>({ is: "ordered", orderId: order.requestId });
});

/** Cancels a job that still waits. */
export const cancelJob = action(z.object({ id: idSchema }), async ({ id }) => {
  if (!(await store.cancelQueued(id, Date.now()))) return fail("tooLate");
  // Those who waited for its picture are painted now; a roll that waited for it ends.
  wake();
  await advanceRolls();
  return ok(null);
});

/** Tries a failed, cancelled or unknown job again: the user's own choice, never the worker's. */
export const retryJob = action(z.object({ id: idSchema }), async ({ id }) => {
  const retried = await store.retryEnded(id, Date.now());
  if (retried === "notRetryable") return fail("notRetryable");
  if (typeof retried === "object") return fail(overBudget[retried.broken]);
  if (retried === "fetching") await resumeSaving(id);
  wake();
  return ok(null);
});

const repeatSchema = z.object({ id: idSchema, requestId: idSchema });

/** Orders one more picture of a known request. */
async function repeat(known: NewJob, requestId: string): Promise<Result<null>> {
  const now = Date.now();
  const own = { id: newId(), order_id: requestId, position: 0, created_at: now };
  const job = { ...known, ...own, person_id: await currentPerson() };
  const placement = await placeOrder(requestId, [job], { reuse: "never", storedSince: now });
  if (placement.is === "refused") return fail(overBudget[placement.budget]);
  wake();
  return ok(null);
}

/** Paints anew what an earlier order took from the gallery. */
export const repeatJob = action(repeatSchema, async ({ id, requestId }) => {
  const known = await findJob(id);
  return known ? repeat(known, requestId) : fail("notFound");
});

/** Rolls a picture's request again, one at a time, until one is exact or a limit is met. */
export const rollUntilExact = action(rollSchema, async ({ imageId, maxMore, maxFen }) => {
  const jobId = await findJobOfImage(imageId);
  if (jobId === undefined) return fail("notFound");
  const id = await startRoll(jobId, { maxMore, maxFen }, await currentPerson(), Date.now());
  wake();
  return ok({ id });
});

/** Stops a roll; what is under way is finished. */
export const endRoll = action(z.object({ id: idSchema }), async ({ id }) => {
  await stopRoll(id);
  return ok(null);
});

/** Makes a draft once more with a typo planted in it, to see the proofreading at work. */
export const plantTypo = action(repeatSchema, async ({ id, requestId }) => {
  const known = await findJob(id);
  if (known?.painter !== "draft") return fail("notFound");
  return repeat({ ...known, model: practiceModel }, requestId);
});

/** Clears the settled jobs from the board. */
export const dismissJobs = action(z.object({}), async () => {
  await store.dismissSettled(Date.now());
  return ok(null);
});
