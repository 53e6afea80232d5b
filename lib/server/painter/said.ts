import "server-only";
import { env } from "../env";
import { at, isObject, type Json, parseJson, textOf } from "./json";

const keyLike =
  /\bsk-[^\s"'\]]+|TokenStatusExhausted\[[^\]]*\]|\bBearer\s+[^\s"',]+|\b(?:OSSAccessKeyId|Signature|security-token|X-Amz-[A-Za-z]+)=[^&\s"']+/giu;

/** What nobody sees and what turns a line round: control, format, and line characters. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;

/** Upstream words in one line, without our key, or anything that looks like a key or a part of one. */
function clean(text: string, longest: number): string {
  const key = env().NEBULA_API_KEY;
  const plain = text.replaceAll(unseen, " ").trim();
  const own = key === undefined ? plain : plain.replaceAll(key, "[key]");
  // Cut by characters, so that none is left in half.
  return Array.from(own.replaceAll(keyLike, "[key]")).slice(0, longest).join("").trim();
}

/** What the upstream said, fit to be stored and shown; null for nothing. */
export const cleanWords = (text: string): string | null => clean(text, 500) || null;

/** An id of the upstream's, fit to be stored and logged; "" for nothing. */
export const cleanId = (value: unknown): string =>
  typeof value === "number" ? `${value}` : clean(textOf(value), 128).replaceAll(/\s+/gu, "");

/** Names that services give their words, the telling ones first. */
const names = [
  "message",
  "msg",
  "detail",
  "error",
  "errors",
  "error_msg",
  "error_message",
  "error_description",
  "errmsg",
  "errorMessage",
  "Message",
  "Error",
  "description",
  "reason",
  "status_msg",
  "title",
];
/** Where else they hide: Alibaba's tasks, and what other services wrap their answers in. */
const places = ["output", "base_resp", "Response", "data", "result"];
const most = 3;
const deepest = 6;

/** One row of a validation that failed, as FastAPI tells it. */
const rowOf = ({ loc, msg }: Json): string =>
  Array.isArray(loc) && typeof msg === "string" ? `${loc.join(".")}: ${msg}` : "";

function wordsIn(value: unknown, keys: readonly string[], depth: number): string {
  if (depth > deepest) return "";
  if (typeof value === "string") {
    const inner = /^\s*[[{]/u.test(value) ? parseJson(value) : undefined;
    return (inner === undefined ? "" : wordsIn(inner, names, depth + 1)) || value.trim();
  }
  if (Array.isArray(value)) {
    const said = value.slice(0, most).map((item) => wordsIn(item, names, depth + 1));
    return said.filter((words) => words !== "").join("; ");
  }
  if (!isObject(value)) return "";
  const row = rowOf(value);
  if (row !== "") return row;
  for (const key of keys) {
    const words = wordsIn(value[key], names, depth + 1);
    if (words !== "") return words;
  }
  return "";
}

/** The upstream's own words for what happened, wherever they stand; "" where it says nothing. */
export function wordsOf(body: unknown): string {
  const told = wordsIn(isObject(body) ? (body.error ?? body.errors) : body, names, 0);
  if (told !== "") return told;
  const own = wordsIn(body, names, 0);
  return own || places.map((place) => wordsIn(at(body, place), names, 0)).find(Boolean) || "";
}

/** The code word of a fault, wherever it stands; "" where there is none. */
export function codeWordOf(body: unknown): string {
  const spots = [
    at(body, "error", "code"),
    at(body, "error", "message", "code"),
    at(body, "output", "code"),
    at(body, "code"),
  ];
  return spots.map(textOf).find((code) => code !== "" && !/^\d+$/u.test(code)) ?? "";
}
