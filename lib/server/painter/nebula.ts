import "server-only";
import { env } from "../env";
import { log } from "../log";
import { decodeAnswer, type RawAnswer, refusal } from "./nebula-answer";
import type { Painter } from "./port";
import { readAll, SendError, send, TooLargeError } from "./send";
import { wireOf } from "./wire";

/**
 * Longest answer that is read, bytes: the largest picture allowed (20 MiB) in base64, with room for
 * line breaks, escapes and what stands around it.
 */
const maxAnswerBytes = 32 * 1024 * 1024;

/** What names a failure of the connection: its code, or the words of whoever made it. */
function reasonOf(error: unknown): string {
  const cause = error instanceof SendError ? error.cause : error;
  if (cause instanceof AggregateError) return reasonOf(cause.errors[0]);
  if (!(cause instanceof Error)) return "no answer";
  return "code" in cause && typeof cause.code === "string" ? cause.code : cause.message;
}

async function ask(body: string, key: string): Promise<RawAnswer> {
  const { NEBULA_BASE_URL, UPSTREAM_TIMEOUT_MS } = env();
  const response = await send(new URL(NEBULA_BASE_URL), {
    method: "POST",
    headers: {
      authorization: `Bearer ${key}`,
      "content-type": "application/json",
      "content-length": `${Buffer.byteLength(body)}`,
      accept: "application/json",
    },
    body,
    signal: AbortSignal.timeout(UPSTREAM_TIMEOUT_MS),
  });
  const headers = new Headers();
  for (const [name, values] of Object.entries(response.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  return {
    status: response.statusCode ?? 0,
    headers,
    body: await readAll(response, maxAnswerBytes),
  };
}

/** `POST {base}/images/generations`: one image a request, the key only in its header. */
export const nebulaPainter: Painter = {
  id: "nebula",
  async paint(request) {
    const { NEBULA_API_KEY } = env();
    if (NEBULA_API_KEY === undefined) return refusal("noKey");
    try {
      return decodeAnswer(await ask(JSON.stringify(wireOf(request)), NEBULA_API_KEY));
    } catch (error) {
      const reason = reasonOf(error);
      if (error instanceof SendError && !error.isSent) {
        return refusal("network", { detail: reason });
      }
      // Once sent, the gateway paints on without us: the picture may exist and be charged. Why it is
      // lost is told by our own sentence; the words of this machine's network are for the log.
      log("warn", "upstream.answerLost", { reason });
      return refusal(error instanceof TooLargeError ? "answerTooLarge" : "unknownOutcome");
    }
  },
};
