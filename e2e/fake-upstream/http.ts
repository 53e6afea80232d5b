import type { IncomingMessage, ServerResponse } from "node:http";

/** What one HTTP answer holds, before it is put on the wire. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** Thrown when a request body passes the gateway's limit (catalogue row 15). */
export class BodyTooLargeError extends Error {}

const BODY_LIMIT = 128 * 1024 * 1024;

/** Reads the whole request body, refusing more than the gateway's default 128 MB. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let total = 0;
  for await (const chunk of request) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    total += bytes.length;
    if (total > BODY_LIMIT) throw new BodyTooLargeError();
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** Narrows a parsed JSON value to an object with unknown members. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Serialises as Go's encoding/json does: `&`, `<`, `>`, U+2028 and U+2029 leave as \uXXXX. */
export function goJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[&<>\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Builds a JSON answer from text that is already serialised. */
export function jsonAnswer(
  status: number,
  json: string,
  headers: Record<string, string> = {},
): Answer {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
    body: Buffer.from(json, "utf8"),
  };
}

/** Builds an HTML answer. */
export function htmlAnswer(
  status: number,
  html: string,
  headers: Record<string, string> = {},
): Answer {
  return {
    status,
    headers: { "content-type": "text/html", ...headers },
    body: Buffer.from(html, "utf8"),
  };
}

/** Says whether the client has already gone, so that nothing more can be written. */
export function isGone(response: ServerResponse): boolean {
  // `response.socket` stays null while an earlier answer on the same connection is unfinished.
  return response.destroyed || response.req.socket.destroyed;
}

/** Sends a whole answer, unless the client has gone. */
export function send(response: ServerResponse, answer: Answer): void {
  if (isGone(response)) return;
  response.writeHead(answer.status, {
    ...answer.headers,
    "content-length": String(answer.body.length),
  });
  response.end(answer.body);
}

/** Cuts the connection with a TCP RST, as a crashed proxy does. */
export function reset(response: ServerResponse): void {
  response.req.socket.resetAndDestroy();
}
