import "server-only";
import { env } from "../env";
import { decodeAnswer, refusal } from "./nebula-answer";
import type { Painter, PaintRequest } from "./port";

/** The documented simplified form (1.2, format 1). Every switch is explicit: defaults differ by side. */
function bodyOf(request: PaintRequest): string {
  const { model, prompt, negativePrompt, size, poster } = request;
  return JSON.stringify({
    model,
    prompt,
    parameters: {
      size: `${size.width}*${size.height}`,
      ...(negativePrompt === "" ? {} : { negative_prompt: negativePrompt }),
      prompt_extend: poster.expand,
      watermark: poster.watermark,
    },
  });
}

/** Faults that happen before a byte of the request has left: certainly not charged. */
const beforeSending = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

/** The codes of an error and of all it was caused by (fetch wraps, and tries several addresses). */
function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const own = "code" in error && typeof error.code === "string" ? [error.code] : [];
  const tried = error instanceof AggregateError ? error.errors.flatMap(codesOf) : [];
  return [...own, ...tried, ...codesOf(error.cause)];
}

/** `POST {base}/images/generations`: one image a request, the key only in its header. */
export const nebulaPainter: Painter = {
  id: "nebula",
  async paint(request) {
    const { NEBULA_API_KEY, NEBULA_BASE_URL, UPSTREAM_TIMEOUT_MS } = env();
    if (NEBULA_API_KEY === undefined) return refusal("noKey");
    try {
      const response = await fetch(NEBULA_BASE_URL, {
        method: "POST",
        headers: {
          authorization: `Bearer ${NEBULA_API_KEY}`,
          "content-type": "application/json",
          accept: "application/json",
        },
        body: bodyOf(request),
        redirect: "manual",
        signal: AbortSignal.timeout(UPSTREAM_TIMEOUT_MS),
      });
      const text = await response.text();
      return decodeAnswer(response.status, response.headers, text);
    } catch (error) {
      const codes = codesOf(error);
      const unsent = codes.some((code) => beforeSending.has(code));
      // Once sent, the gateway paints on without us: the picture may exist and be charged.
      return refusal(unsent ? "network" : "unknownOutcome", codes[0] ?? null);
    }
  },
};
