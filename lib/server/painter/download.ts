import "server-only";
import { get as httpGet, type IncomingMessage } from "node:http";
import { get as httpsGet } from "node:https";
import { setTimeout as sleep } from "node:timers/promises";
import { env } from "../env";
import { DownloadError } from "./download-error";
import { publicLookup } from "./public-lookup";

/** Alibaba's result buckets (contract 5.1); `-internal` names resolve inside its network. */
const bucket = /^dashscope-[a-z0-9-]+\.oss-[a-z0-9-]+\.aliyuncs\.com$/u;
const maxBytes = 20 * 1024 * 1024;
const timeoutMs = 60_000;
const connectMs = 10_000;

const isListed = (url: URL): boolean => env().UPSTREAM_RESULT_HOSTS.includes(url.host);

/** The address to fetch, or DownloadError for a host that may not be asked. */
export function resultUrl(address: string): URL {
  if (!URL.canParse(address)) throw new DownloadError("resultHost", "not an address");
  const url = new URL(address);
  const listed = isListed(url);
  const known = bucket.test(url.hostname) && !url.hostname.includes("-internal") && url.port === "";
  if (url.username !== "" || url.password !== "" || !(listed || known)) {
    throw new DownloadError("resultHost", url.hostname);
  }
  if (listed && (url.protocol === "http:" || url.protocol === "https:")) return url;
  // The signature does not cover the scheme, so a plain address may be asked in safety.
  if (url.protocol === "http:") url.protocol = "https:";
  if (url.protocol !== "https:") throw new DownloadError("resultHost", url.protocol);
  return url;
}

async function collect(response: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Counted, because a Content-Length is only a claim.
    if (size > maxBytes) throw new DownloadError("notPicture", "over 20 MiB");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Asks with nothing but the address. A bucket is reached only at the public address its name was
 * checked for; a listed host may be anywhere, for whoever listed it knows where it is.
 */
function ask(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const lookup = isListed(url) ? undefined : publicLookup;
    const get = url.protocol === "http:" ? httpGet : httpsGet;
    const request = get(url, { agent: false, lookup, signal }, resolve);
    const slow = setTimeout(() => request.destroy(new Error("no connection")), connectMs);
    request.once("error", reject);
    request.once("close", () => clearTimeout(slow));
    request.once("socket", (socket) => socket.once("connect", () => clearTimeout(slow)));
  });
}

/** Waits before the next try to fetch a picture that is paid for, ms. */
const waitsMs = [1000, 3000];

/** Fetches a painted picture from its signed address: no redirects, no credentials, 20 MiB at most. */
async function fetchOnce(address: string): Promise<Uint8Array> {
  const url = resultUrl(address);
  try {
    const response = await ask(url, AbortSignal.timeout(timeoutMs));
    const status = response.statusCode ?? 0;
    if (status === 200) return await collect(response);
    response.destroy();
    if (status === 403 || status === 404)
      throw new DownloadError("resultExpired", `HTTP ${status}`);
    const isPassing = status === 408 || status === 429 || status >= 500;
    throw new DownloadError("downloadFailed", `HTTP ${status}`, isPassing);
  } catch (error) {
    if (error instanceof DownloadError) throw error;
    const message = error instanceof Error ? error.message : "no answer";
    throw new DownloadError("downloadFailed", message, true);
  }
}

/** Fetches a painted picture, again where the trouble may pass. Throws DownloadError. */
export async function download(address: string): Promise<Uint8Array> {
  for (const waitMs of waitsMs) {
    try {
      return await fetchOnce(address);
    } catch (error) {
      if (!(error instanceof DownloadError && error.isPassing)) throw error;
      await sleep(waitMs);
    }
  }
  return fetchOnce(address);
}
