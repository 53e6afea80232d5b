import "server-only";
import { createHash } from "node:crypto";
import { wireSize } from "@/lib/poster/capability";
import { env } from "../env";
import type { PaintRequest } from "./port";

type Wanted = Pick<PaintRequest, "model" | "prompt" | "negativePrompt" | "size"> & {
  poster: Pick<PaintRequest["poster"], "expand" | "watermark">;
};

/** The documented simplified form (1.2, format 1). Every switch is explicit: defaults differ by side. */
export function wireOf({ model, prompt, negativePrompt, size, poster }: Wanted) {
  return {
    model,
    prompt,
    parameters: {
      size: wireSize(size),
      ...(negativePrompt === "" ? {} : { negative_prompt: negativePrompt }),
      prompt_extend: poster.expand,
      watermark: poster.watermark,
    },
  };
}

/**
 * Hash of the effective request: canonical JSON (names in order) of every field on the wire and
 * where it goes. The documentation's own key (9.3) leaves out model and watermark, and joins by `_`.
 */
export function requestHash(wanted: Wanted): string {
  const { parameters, ...rest } = wireOf(wanted);
  const flat = {
    negative_prompt: "",
    seed: null,
    url: env().NEBULA_BASE_URL,
    ...rest,
    ...parameters,
  };
  const canonical = JSON.stringify(flat, Object.keys(flat).toSorted());
  return createHash("sha256").update(canonical).digest("hex");
}
