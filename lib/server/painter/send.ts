import "server-only";
import { request as httpRequest, type IncomingMessage } from "node:http";
import type { LookupFunction, Socket } from "node:net";
import type { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { connect, type Route, routeTo } from "./connect";

/** What leaves for another server. */
export interface Outgoing {
  method: "GET" | "POST";
  headers: Record<string, string>;
  body?: string;
  /** Resolves the name, and thereby says whether it may be reached; the usual way when absent. */
  lookup?: LookupFunction;
  signal: AbortSignal;
}

/** No answer came; `isSent` tells whether the request may have left, its cause what went wrong. */
export class SendError extends Error {
  readonly isSent: boolean;

  constructor(isSent: boolean, cause: unknown) {
    super(cause instanceof Error ? cause.message : "no answer", { cause });
    this.isSent = isSent;
  }
}

/** Writes a request on a connection that is ready, and waits for the head of its answer. */
function exchange(url: URL, route: Route, socket: Socket, outgoing: Outgoing) {
  const { method, body, signal } = outgoing;
  return new Promise<IncomingMessage>((resolve, reject) => {
    const request = httpRequest(
      {
        method,
        signal,
        path: route.isForwarded ? url.href : `${url.pathname}${url.search}`,
        // A kept connection may be closed from the other side just as the next order leaves on it,
        // and nobody could say then whether that order was painted.
        headers: { host: url.host, ...outgoing.headers, ...route.headers, connection: "close" },
        createConnection: () => socket,
      },
      resolve,
    );
    request.once("error", reject);
    request.end(body);
  });
}

/**
 * Sends one request on a connection of its own, through the proxy the environment names for it. Up to
 * the moment the connection stands nothing of the request has left. Throws SendError.
 */
export async function send(url: URL, outgoing: Outgoing): Promise<IncomingMessage> {
  let isSent = false;
  let socket: Socket | undefined;
  try {
    const route = routeTo(url);
    socket = await connect(url, route, outgoing);
    outgoing.signal.throwIfAborted();
    const answer = exchange(url, route, socket, outgoing);
    isSent = true;
    return await answer;
  } catch (error) {
    socket?.destroy();
    throw new SendError(isSent, error);
  }
}

/** An answer went on beyond what was allowed for it. */
export class TooLargeError extends Error {}

const unpackers: Record<string, () => Transform> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** Reads an answer to its end. Throws TooLargeError, or what the connection says. */
export async function readAll(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const collect = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of source) {
      size += chunk.length;
      // Counted as unpacked, because a Content-Length is only a claim.
      if (size > maxBytes) return;
      chunks.push(chunk);
    }
  };
  const unpack = unpackers[response.headers["content-encoding"]?.trim().toLowerCase() ?? ""];
  try {
    if (unpack) await pipeline(response, unpack(), collect);
    else await pipeline(response, collect);
  } catch (error) {
    // What is cut off in the middle complains of that.
    if (size <= maxBytes) throw error;
  }
  if (size > maxBytes) {
    response.destroy();
    throw new TooLargeError(`over ${maxBytes} bytes`);
  }
  return Buffer.concat(chunks);
}
