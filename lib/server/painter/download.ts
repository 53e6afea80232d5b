import "server-only";
import type { IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { FailureKind } from "@/lib/job/schema";
import { env } from "../env";
import { DownloadError } from "./download-error";
import { NotPictureError } from "./picture";
import { isBucket } from "./picture-address";
import { publicLookup } from "./public-lookup";
import { readAll, SendError, send, TooLargeError } from "./send";

const maxBytes = 20 * 1024 * 1024;
const timeoutMs = 60_000;
const maxHops = 5;
const redirects: readonly number[] = [301, 302, 303, 307, 308];

/** A listed host without a port stands for all of its ports. The service's own address needs no listing. */
function isListed({ host, hostname, origin }: URL): boolean {
  const { UPSTREAM_RESULT_HOSTS, NEBULA_BASE_URL } = env();
  const isNamed = UPSTREAM_RESULT_HOSTS.includes(host) || UPSTREAM_RESULT_HOSTS.includes(hostname);
  return isNamed || origin === new URL(NEBULA_BASE_URL).origin;
}

/**
 * The address to fetch. DownloadError for a host that may not be asked; its message is what to put in
 * UPSTREAM_RESULT_HOSTS for it, with its port.
 */
export function resultUrl(address: string): URL {
  if (!URL.canParse(address)) throw new DownloadError("resultHost", "not an address");
  const url = new URL(address);
  const listed = isListed(url);
  if (url.username !== "" || url.password !== "" || !(listed || isBucket(url))) {
    throw new DownloadError("resultHost", url.host);
  }
  if (listed && (url.protocol === "http:" || url.protocol === "https:")) return url;
  // The signature does not cover the scheme, so a plain address may be asked in safety.
  if (url.protocol === "http:") url.protocol = "https:";
  if (url.protocol !== "https:") throw new DownloadError("resultHost", url.protocol);
  return url;
}

/**
 * Asks with nothing but the address. A bucket is reached only at the public address its name was
 * checked for; a listed host may be anywhere, for whoever listed it knows where it is.
 */
function ask(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
  const lookup = isListed(url) ? undefined : publicLookup;
  return send(url, { method: "GET", headers: {}, lookup, signal });
}

/** Follows redirects, each to an address that might have been asked in the first place. */
async function askOn(address: string, signal: AbortSignal): Promise<IncomingMessage> {
  let url = resultUrl(address);
  for (let hop = 0; hop <= maxHops; hop += 1) {
    const response = await ask(url, signal);
    const { location } = response.headers;
    if (!redirects.includes(response.statusCode ?? 0) || location === undefined) return response;
    response.destroy();
    if (!URL.canParse(location, url)) throw new DownloadError("downloadFailed", "bad redirect");
    url = resultUrl(new URL(location, url).href);
  }
  throw new DownloadError("downloadFailed", `over ${maxHops} redirects`);
}

/** Waits before the next try to fetch a picture that is paid for, ms. */
const waitsMs = [1000, 3000];

/** What a failed request says of itself, where it was no guard that refused it. */
function failureOf(error: unknown): DownloadError {
  const cause = error instanceof SendError ? error.cause : error;
  if (cause instanceof DownloadError) return cause;
  if (cause instanceof TooLargeError) return new DownloadError("notPicture", "over 20 MiB");
  const message = cause instanceof Error ? cause.message : "no answer";
  return new DownloadError("downloadFailed", message, true);
}

/** Fetches a painted picture from its signed address: no credentials, 20 MiB at most. */
async function fetchOnce(address: string): Promise<Uint8Array> {
  try {
    const response = await askOn(address, AbortSignal.timeout(timeoutMs));
    const status = response.statusCode ?? 0;
    if (status === 200) return await readAll(response, maxBytes);
    response.destroy();
    const isGone = status === 403 || status === 404 || status === 410;
    if (isGone) throw new DownloadError("resultExpired", `HTTP ${status}`);
    const isPassing = status === 408 || status === 429 || status >= 500;
    throw new DownloadError("downloadFailed", `HTTP ${status}`, isPassing);
  } catch (error) {
    throw failureOf(error);
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

/** Of several failures the one after which a click may still bring the picture is told. */
const hopes: readonly FailureKind[] = ["downloadFailed", "resultHost", "notPicture"];
const hopeOf = (error: unknown): number => {
  const kind = error instanceof DownloadError ? error.kind : "notPicture";
  return hopes.includes(kind) ? hopes.length - hopes.indexOf(kind) : 0;
};

/**
 * The first candidate that `keep` takes for a picture. Where none is one, throws why the likeliest of
 * them was not (DownloadError or NotPictureError); whatever else `keep` throws, at once.
 */
export async function firstPicture<Candidate, Kept>(
  candidates: readonly Candidate[],
  keep: (candidate: Candidate) => Promise<Kept>,
): Promise<Kept> {
  let worst: unknown = new NotPictureError("no picture");
  let hope = -1;
  for (const candidate of candidates) {
    try {
      return await keep(candidate);
    } catch (error) {
      if (!(error instanceof DownloadError || error instanceof NotPictureError)) throw error;
      if (hopeOf(error) > hope) [worst, hope] = [error, hopeOf(error)];
    }
  }
  throw worst;
}
