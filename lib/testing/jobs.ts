import { type NewJob, type Placement, placeOrder } from "@/lib/job/order-store";
import { blankPoster, newBlock } from "@/lib/poster/blank";
import { defaultCapability, wireSize } from "@/lib/poster/capability";
import type { Poster, Ratio } from "@/lib/poster/schema";
import { newId } from "@/lib/server/id";

/** A poster that may be made. */
export function aPoster(changes: Partial<Poster> = {}): Poster {
  const blocks = [newBlock("title", "title", "一字不差"), newBlock("slogan", "slogan", "Verbatim")];
  return { ...blankPoster, ratios: ["1:1"], blocks, ...changes };
}

/** Jobs of one new order, as an action would write them. */
export function newJobs(count: number, changes: Partial<NewJob> = {}): NewJob[] {
  const order = newId();
  return Array.from({ length: count }, (_, position) => ({
    id: newId(),
    order_id: order,
    position,
    painter: "nebula",
    model: "qwen-image-plus",
    ratio: "1:1",
    size: wireSize(defaultCapability.sizes[(changes.ratio as Ratio | undefined) ?? "1:1"]),
    person_id: "",
    request_hash: "",
    poster: JSON.stringify(aPoster()),
    prompt: "A poster with the words “Verbatim”",
    negative_prompt: "blurred text",
    price_fen: 18,
    created_at: Date.now(),
    ...changes,
  }));
}

/** Writes the jobs of one order as an action would, every picture painted anew. */
export const place = (jobs: NewJob[]): Promise<Placement> =>
  placeOrder(jobs[0]?.order_id ?? "", jobs, { reuse: "never", storedSince: 0 });
