import type { NewJob } from "@/lib/job/store";
import { blankPoster, newBlock } from "@/lib/poster/blank";
import type { Poster } from "@/lib/poster/schema";
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
    poster: JSON.stringify(aPoster()),
    prompt: "A poster with the words “Verbatim”",
    negative_prompt: "blurred text",
    price_fen: 18,
    created_at: Date.now(),
    ...changes,
  }));
}
