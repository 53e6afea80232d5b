"use server";

import * as z from "zod/mini";
import type { BudgetName } from "@/lib/ledger/budget";
import type { PersonId } from "@/lib/person/schema";
import { draftModel, parseWireSize, practiceModel } from "@/lib/poster/capability";
import { compileNegative } from "@/lib/poster/keep-out";
import { compilePrompt } from "@/lib/poster/prompt/prompt";
import type { Ratio } from "@/lib/poster/schema";
import { type ErrorCode, fail, ok, type Result } from "@/lib/result";
import { action } from "@/lib/server/action";
import { env } from "@/lib/server/env";
import { newId } from "@/lib/server/id";
import { log } from "@/lib/server/log";
import { requestHash } from "@/lib/server/painter/wire";
import { currentPerson } from "@/lib/server/person";
import { giveUp } from "./give-up-store";
import { findHindrance, type Hindrance } from "./hindrance";
import { findJob, findJobOfImage, type NewJob, type Placement, placeOrder } from "./order-store";
import { priceNow } from "./price";
import { startRoll, stopRoll } from "./roll-store";
import { advanceRolls } from "./roll-worker";
import { idSchema, mostFen, type Order, orderSchema, type Placed, rollSchema } from "./schema";
import { sizeToAsk } from "./size-store";
import * as store from "./store";
import { isUnwritten } from "./until-written";
import { givePlaceBack, resumeSaving, wake, workerHealth } from "./worker";

const hourMs = 3_600_000;
const overBudget = {
  order: "overOrder",
  day: "overDay",
  month: "overMonth",
} as const satisfies Record<BudgetName, string>;

/** What the jobs of one ratio share: the same words, compiled once. */
async function requestFor({ painter, poster }: Order, ratio: Ratio) {
  const model = painter === "draft" ? draftModel : env().NEBULA_MODEL;
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
    price_fen: priceNow(painter, model),
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

/** Why nothing may be bought now: health says the same. Undefined when all is well. */
async function hindrance(): Promise<Hindrance | "workerStalled" | undefined> {
  return (await findHindrance()) ?? (workerHealth()?.isHalted ? "workerStalled" : undefined);
}

/** Why a placement is no order; undefined when it is one, or a question. */
function refusalOf(placement: Placement): ErrorCode | undefined {
  if (placement.is === "refused") return overBudget[placement.budget];
  if (placement.is === "costsMore") return "costsMore";
  return placement.is === "taken" ? "otherOrder" : undefined;
}

/** Writes the jobs of one click and returns; the worker paints. The same click twice is one order. */
export const enqueueOrder = action(orderSchema, async (order) => {
  const { painter, requestId, maxFen } = order;
  if (painter === "nebula") {
    if (env().NEBULA_API_KEY === undefined) return fail("paintersAway");
    const hindered = await hindrance();
    if (hindered) return fail(hindered);
  }
  const jobs = await jobsOf(order, await currentPerson());
  const storedSince = Date.now() - env().CACHE_HOURS * hourMs;
  const how = { reuse: order.reuse, storedSince, ...(maxFen === undefined ? {} : { maxFen }) };
  const placement = await placeOrder(requestId, jobs, how);
  const refusal = refusalOf(placement);
  if (refusal) return fail(refusal);
  if (placement.is === "offered") return ok<Placed>(placement);
  log("info", "order.placed", { order: requestId, painter, jobs: jobs.length });
  wake();
  return ok<Placed>({ is: "ordered", orderId: requestId });
});

/** Cancels a job that still waits. */
export const cancelJob = action(z.object({ id: idSchema }), async ({ id }) => {
  if (!(await store.cancelQueued(id, Date.now()))) return fail("tooLate");
  // Those who waited for its picture are painted now; a roll that waited for it ends.
  wake();
  await advanceRolls();
  return ok(null);
});

const costly = z.object({ id: idSchema, maxFen: mostFen });

/**
 * Tries a failed, cancelled or unknown job again: the user's own choice, never the worker's. A
 * picture that is paid for is fetched; where it would have to be painted for more than `maxFen`
 * (the button said so), nothing happens.
 */
export const retryJob = action(costly, async ({ id, maxFen }) => {
  const hindered = maxFen > 0 ? await hindrance() : undefined;
  if (hindered) return fail(hindered);
  const retried = await store.retryEnded(id, Date.now(), maxFen);
  if (retried === "notRetryable" || retried === "costsMore") return fail(retried);
  if (typeof retried === "object") return fail(overBudget[retried.broken]);
  if (retried === "fetching") await resumeSaving(id);
  wake();
  return ok(null);
});

/** Stops waiting for a job that hangs; what still comes is kept, and its money stays to be asked about. */
export const giveUpJob = action(z.object({ id: idSchema }), async ({ id }) => {
  // Its answer is here and waits to be written down.
  if (isUnwritten(id) || !(await giveUp(id, Date.now()))) return fail("tooEarly");
  givePlaceBack(id);
  wake();
  await advanceRolls();
  return ok(null);
});

const repeatSchema = z.object({ id: idSchema, requestId: idSchema, maxFen: mostFen });

/** Orders one more picture of a known request, at the price of now. */
async function repeat(known: NewJob, requestId: string, maxFen: number): Promise<Result<null>> {
  const price_fen = priceNow(known.painter, known.model);
  const hindered = price_fen > 0 ? await hindrance() : undefined;
  if (hindered) return fail(hindered);
  const now = Date.now();
  const own = { id: newId(), order_id: requestId, position: 0, created_at: now, price_fen };
  const job = { ...known, ...own, person_id: await currentPerson() };
  const how = { reuse: "never", storedSince: now, maxFen } as const;
  const placement = await placeOrder(requestId, [job], how);
  const refusal = refusalOf(placement);
  if (refusal) return fail(refusal);
  wake();
  return ok(null);
}

/** Paints anew what an earlier order took from the gallery. */
export const repeatJob = action(repeatSchema, async ({ id, requestId, maxFen }) => {
  const known = await findJob(id);
  return known ? repeat(known, requestId, maxFen) : fail("notFound");
});

/** Rolls a picture's request again, one at a time, until one is exact or a limit is met. */
export const rollUntilExact = action(rollSchema, async ({ imageId, maxMore, maxFen }) => {
  const jobId = await findJobOfImage(imageId);
  if (jobId === undefined) return fail("notFound");
  const hindered = await hindrance();
  if (hindered) return fail(hindered);
  const id = await startRoll(jobId, { maxMore, maxFen }, await currentPerson(), Date.now());
  wake();
  return ok({ id });
});

/** Stops a roll; what is painted is finished, what waits is cancelled. */
export const endRoll = action(z.object({ id: idSchema }), async ({ id }) => {
  await stopRoll(id, Date.now());
  wake();
  return ok(null);
});

/** Makes a draft once more with a typo planted in it, to see the proofreading at work. */
export const plantTypo = action(repeatSchema, async ({ id, requestId, maxFen }) => {
  const known = await findJob(id);
  if (known?.painter !== "draft") return fail("notFound");
  return repeat({ ...known, model: practiceModel }, requestId, maxFen);
});

/** Clears the settled jobs from the board. */
export const dismissJobs = action(z.object({}), async () => {
  await store.dismissSettled(Date.now());
  return ok(null);
});
