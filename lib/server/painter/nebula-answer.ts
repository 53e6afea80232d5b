import "server-only";
import type { FailureKind } from "@/lib/job/schema";
import { env } from "../env";
import { classify } from "./nebula-failure";
import type { PaintAnswer } from "./port";

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
const at = (value: unknown, ...keys: string[]): unknown =>
  keys.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const keyLike = /\bsk-[^\s"'\]]+|TokenStatusExhausted\[[^\]]*\]/gu;

/** Upstream words without our key, or anything that looks like a key or a part of one. */
function withoutKeys(text: string): string {
  const key = env().NEBULA_API_KEY;
  return (key === undefined ? text : text.replaceAll(key, "[key]")).replaceAll(keyLike, "[key]");
}

/** A failed answer. */
export function refusal(
  failure: FailureKind,
  detail: string | null = null,
  upstreamRequestId: string | null = null,
  retryAfterMs: number | null = null,
): PaintAnswer {
  const clean = detail === null ? null : withoutKeys(detail).slice(0, 500);
  return { ok: false, failure, detail: clean || null, upstreamRequestId, retryAfterMs };
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

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Fault {
  status: number;
  code: string;
  message: string;
}

/** The error a body speaks of, whatever the HTTP status says (contract 2, decode order 2 to 5). */
function faultOf(status: number, body: Json): Fault | undefined {
  const { error } = body;
  if (typeof error === "string" && error !== "") return { status, code: "", message: error };
  if (isObject(error)) {
    return { status, code: textOf(error.code), message: textOf(error.message) };
  }
  const message = textOf(body.msg) || textOf(body.message);
  const { code } = body;
  if (typeof code === "number" || (typeof code === "string" && /^\d+$/u.test(code))) {
    const inner = Number(code);
    if (inner !== 200 && inner !== 0) return { status: inner, code: "", message };
  } else if (typeof code === "string" && code !== "") return { status, code, message };
  if (body.success === false || status >= 400) return { status, code: "", message };
  return undefined;
}

/** Where Alibaba's own answer keeps its picture addresses, in both of its forms. */
function outputUrls(output: unknown): string[] {
  const choices = listOf(at(output, "choices")).flatMap((choice) =>
    listOf(at(choice, "message", "content")).map((part) => textOf(at(part, "image"))),
  );
  const results = listOf(at(output, "results")).map((result) => textOf(at(result, "url")));
  return [...choices, ...results];
}

/** `Expires` of a signed address in epoch ms; null where it names none. */
function expiryOf(url: string): number | null {
  const expires = Number(URL.canParse(url) ? new URL(url).searchParams.get("Expires") : null);
  return Number.isSafeInteger(expires) && expires > 0 ? expires * 1000 : null;
}

function pictureOf(
  body: Json,
): { url: string; expiresAt: number | null } | { bytes: Uint8Array } | undefined {
  const inner = isObject(body.data) ? body.data : body;
  const items = listOf(inner.data);
  const nested = [inner.metadata, inner.extra, inner].flatMap((place) =>
    outputUrls(at(place, "output")),
  );
  const url = [...items.map((item) => textOf(at(item, "url"))), ...nested].find(
    (found) => found !== "",
  );
  if (url !== undefined) return { url, expiresAt: expiryOf(url) };
  const base64 = items.map((item) => textOf(at(item, "b64_json"))).find((found) => found !== "");
  if (base64 === undefined) return undefined;
  return { bytes: Buffer.from(base64.replace(/^data:[^,]*,/u, ""), "base64") };
}

/** Reads an answer of the gateway in the contract's decode order: never by HTTP status alone. */
export function decodeAnswer(status: number, headers: Headers, text: string): PaintAnswer {
  const headerId = headers.get("x-oneapi-request-id");
  const retryAfterMs = retryAfterOf(headers, Date.now());
  const body = parse(text);
  if (!isObject(body)) {
    const isPage = /^\s*</u.test(text);
    if (status >= 200 && status < 300) {
      // A page means a wrong address; anything else is an answer lost on the way.
      return refusal(
        isPage ? "notJson" : "unknownOutcome",
        isPage ? null : "no whole answer",
        headerId,
      );
    }
    const failure = classify({ status, code: "", message: text });
    return refusal(failure, `HTTP ${status}`, headerId, retryAfterMs);
  }
  const inner = isObject(body.data) ? body.data : body;
  const ids = [body, inner.metadata, inner.extra].map((place) => textOf(at(place, "request_id")));
  const id = ids.find((found) => found !== "") ?? headerId;
  const fault = faultOf(status, body);
  if (fault) {
    const detail = fault.message || fault.code || `HTTP ${status}`;
    return refusal(classify(fault), detail, id, retryAfterMs);
  }
  const picture = pictureOf(body);
  if (!picture) return refusal("emptyResult", textOf(body.msg) || null, id);
  return { ok: true, picture, upstreamRequestId: id };
}
