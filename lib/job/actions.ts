"use server";

import * as z from "zod/mini";
import { compileNegative } from "@/lib/poster/keep-out";
import { compilePrompt } from "@/lib/poster/prompt/prompt";
import { fail, ok } from "@/lib/result";
import { action } from "@/lib/server/action";
import { env } from "@/lib/server/env";
import { newId } from "@/lib/server/id";
import { idSchema, type Order, orderSchema } from "./schema";
import * as store from "./store";
import { resumeSaving, wake } from "./worker";

function jobsOf({ requestId, painter, poster }: Order): store.NewJob[] {
  const { NEBULA_MODEL, PRICE_FEN } = env();
  const now = Date.now();
  const pictures = Array.from({ length: poster.count }).flatMap(() => poster.ratios);
  const written = JSON.stringify(poster);
  return pictures.map((ratio, position) => ({
    id: newId(),
    order_id: requestId,
    position,
    painter,
    model: painter === "draft" ? "draft" : NEBULA_MODEL,
    ratio,
    poster: written,
    prompt: compilePrompt(poster, ratio).prompt,
    negative_prompt: compileNegative(poster),
    price_fen: painter === "draft" ? 0 : PRICE_FEN,
    created_at: now,
  }));
}

/** Writes the jobs of one click and returns; the worker paints. The same click twice is one order. */
export const enqueueOrder = action(orderSchema, async (order) => {
  if (order.painter === "nebula" && env().NEBULA_API_KEY === undefined) return fail("paintersAway");
  await store.insertOrder(order.requestId, jobsOf(order));
  wake();
  return ok({ orderId: order.requestId });
});

/** Cancels a job that still waits. */
export const cancelJob = action(z.object({ id: idSchema }), async ({ id }) => {
  return (await store.cancelQueued(id, Date.now())) ? ok(null) : fail("tooLate");
});

/** Tries a failed, cancelled or unknown job again: the user's own choice, never the worker's. */
export const retryJob = action(z.object({ id: idSchema }), async ({ id }) => {
  if (!(await store.retryEnded(id, Date.now()))) return fail("notRetryable");
  await resumeSaving(id);
  wake();
  return ok(null);
});

/** Clears the settled jobs from the board. */
export const dismissJobs = action(z.object({}), async () => {
  await store.dismissSettled(Date.now());
  return ok(null);
});
