import "server-only";

export type Json = Record<string, unknown>;

/** True for a JSON object, as against a list or a plain value. */
export const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A string, trimmed; "" for whatever is none. */
export const textOf = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

/** What lies under these names, one inside the other; undefined where the way ends. */
export const at = (value: unknown, ...keys: string[]): unknown =>
  keys.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);

/** Parses JSON; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const done = "[DONE]";

/** The events of a stream, or lines of JSON, as one list; undefined where a line is neither. */
function parseLines(text: string): unknown[] | undefined {
  const lines = text
    .split(/\r?\n/u)
    .filter((line) => !/^(?:\s*$|:|(?:event|id|retry):)/u.test(line))
    .map((line) => line.replace(/^data:/u, "").trim())
    .filter((line) => line !== done);
  const events = lines.map(parseJson);
  if (events.length === 0 || !events.every(isObject)) return undefined;
  // A chat's words come in pieces, and an address may be cut anywhere.
  const pieces = events.flatMap(({ choices }) => (Array.isArray(choices) ? choices : []));
  const content = pieces.map((choice) => textOf(at(choice, "delta", "content"))).join("");
  return content === "" ? events : [...events, { content }];
}

/** What an answer is made of, whatever its Content-Type says. */
export type Body =
  | { is: "json"; value: unknown }
  | { is: "page" }
  | { is: "cut" | "text"; text: string };

/** Reads an answer: JSON, a stream of it, a web page, JSON cut off on its way, or mere text. */
export function readBody(written: string): Body {
  const text = written.replace(/^\uFEFF/u, "").trim();
  const value = parseJson(text);
  if (value !== undefined) return { is: "json", value };
  if (text.startsWith("<")) return { is: "page" };
  const events = parseLines(text);
  if (events) return { is: "json", value: events };
  return { is: /^[[{]/u.test(text) ? "cut" : "text", text };
}
