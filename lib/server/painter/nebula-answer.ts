import "server-only";
import type { FailureKind } from "@/lib/job/schema";
import { env } from "../env";
import { log } from "../log";
import { faultOf } from "./fault";
import { findPictures } from "./find-pictures";
import { beginsAsPicture } from "./inline-picture";
import { at, isObject, readBody } from "./json";
import { classify, type Fault } from "./nebula-failure";
import type { Found, PaintAnswer } from "./port";
import { cleanId, cleanWords, wordsOf } from "./said";

/** An answer as it came: its body may be JSON, a picture, a page or anything else. */
export interface RawAnswer {
  status: number;
  headers: Headers;
  body: Uint8Array;
}

/** What is known of a failed answer besides its kind. */
interface About {
  detail?: string;
  upstreamRequestId?: string | null;
  retryAfterMs?: number | null;
}

/** A failed answer; its words are cleaned here. */
export function refusal(failure: FailureKind, about: About = {}): PaintAnswer {
  const { detail = "", upstreamRequestId = null, retryAfterMs = null } = about;
  return { ok: false, failure, detail: cleanWords(detail), upstreamRequestId, retryAfterMs };
}

/** Longest wait an upstream may ask for; a larger one is a mistake or a siege. */
const longestWaitMs = 300_000;

/** `Retry-After` in its two forms, seconds or a date (RFC 9110, 10.2.3), as ms from now. */
export function retryAfterOf(headers: Headers, now: number): number | null {
  const written = headers.get("retry-after")?.trim() ?? "";
  // `Date.parse` alone would take "-3" for a day in March.
  const isDate = /^[A-Z][a-z]{2}, .* GMT$/u.test(written);
  const isSeconds = /^\d+(?:\.\d+)?$/u.test(written);
  const wait = isSeconds ? Number(written) * 1000 : isDate ? Date.parse(written) - now : Number.NaN;
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), longestWaitMs) : null;
}

/** The first id of a request that an answer names, in its body or its headers. */
function requestIdOf(body: unknown, headers: Headers): string | null {
  const inner = isObject(at(body, "data")) ? at(body, "data") : body;
  const places = [body, inner, at(inner, "metadata"), at(inner, "extra")];
  const named = [
    ...places.map((place) => at(place, "request_id")),
    headers.get("x-oneapi-request-id"),
    headers.get("x-request-id"),
  ];
  return named.map(cleanId).find((id) => id !== "") ?? null;
}

/** What went wrong, from a body that holds no picture. */
function refuse(status: number, fault: Fault | undefined, body: unknown, about: About) {
  if (fault) {
    const detail = fault.message || fault.code || `HTTP ${status}`;
    return refusal(classify(fault), { ...about, detail });
  }
  if (!isObject(body)) return refusal("unknownOutcome", about);
  return refusal("emptyResult", { ...about, detail: wordsOf(body) });
}

/** What went wrong, where there is no JSON: a page is never shown as words. */
function refuseUnread(status: number, text: string | undefined, about: About): PaintAnswer {
  if (status >= 200 && status < 300) {
    // A page means a wrong address; anything else is an answer lost on the way.
    return text === undefined ? refusal("notJson", about) : refusal("unknownOutcome", about);
  }
  const failure = classify({ status, code: "", message: text ?? "" });
  return refusal(failure, { ...about, detail: text || `HTTP ${status}` });
}

function painted(picture: Found, upstreamRequestId: string | null): PaintAnswer {
  return { ok: true, picture, upstreamRequestId };
}

/**
 * Reads an answer of the gateway. Never by its HTTP status alone: a picture counts wherever it stands
 * and whatever is said beside it, for it is painted and paid for; without one, the contract's order.
 */
export function decodeAnswer({ status, headers, body: bytes }: RawAnswer): PaintAnswer {
  const retryAfterMs = retryAfterOf(headers, Date.now());
  if (beginsAsPicture(bytes)) {
    const picture = { inside: [bytes], addresses: [], expiresAt: null };
    return painted(picture, requestIdOf(undefined, headers));
  }
  const body = readBody(new TextDecoder().decode(bytes));
  const value = body.is === "json" ? body.value : undefined;
  const about = { upstreamRequestId: requestIdOf(value, headers), retryAfterMs };
  if (body.is === "page") return refuseUnread(status, undefined, about);
  // Any address in it may be half of one.
  if (body.is === "cut") return refuseUnread(status, body.text, about);
  const fault = isObject(value) ? faultOf(status, value) : undefined;
  const isFault = fault !== undefined || status >= 400;
  const answer = body.is === "json" ? body.value : { text: body.text };
  const picture = findPictures(answer, { isFault, endpoint: env().NEBULA_BASE_URL });
  if (picture) {
    if (isFault) log("warn", "upstream.paintedBesideFault", { status, code: cleanId(fault?.code) });
    return painted(picture, about.upstreamRequestId);
  }
  if (body.is === "text") return refuseUnread(status, body.text, about);
  return refuse(status, fault, value, about);
}
