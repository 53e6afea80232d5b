import "server-only";
import { env } from "../env";
import { decodeAnswer, refusal } from "./nebula-answer";
import type { Painter } from "./port";
import { wireOf } from "./wire";

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
          // A kept connection may be closed from the other side just as the next order leaves on it,
          // and nobody could say then whether that order was painted.
          connection: "close",
        },
        body: JSON.stringify(wireOf(request)),
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
