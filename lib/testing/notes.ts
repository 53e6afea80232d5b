import type { Jotting } from "@/lib/image/note";
import type { Poster } from "@/lib/poster/schema";

/** What stands beside a picture of the model, before it is written. */
export const aJotting = (poster: Poster): Jotting => ({
  jobId: "01a20a4c-7f3e-7c11-9a55-0123456789ab",
  orderId: "01a20a4c-7f3e-7c11-9a55-0123456789ac",
  parentId: null,
  painter: "nebula",
  model: "qwen-image-plus",
  ratio: "3:4",
  poster: JSON.stringify(poster),
  prompt: "A poster",
  negativePrompt: "",
  costFen: 18,
  tookMs: 9000,
  upstreamRequestId: null,
  createdAt: 1_780_000_000_000,
});
