import "server-only";
import { hostNameOf } from "./host-name";
import { isOwnName, type OwnNames } from "./own-names";

/** What of a request tells where it was sent and by whom; null is a header that is not there. */
export interface Asked {
  method: string;
  host: string | null;
  forwardedHost: string | null;
  forwardedProto: string | null;
  origin: string | null;
  /** `Sec-Fetch-Site`: the browser's own word on who asks, which no page can write. */
  fetchSite: string | null;
  /** `Content-Length` in bytes, as written. */
  length: string | null;
}

/** Why a request is turned away. `address` is the one it came by, where that can be told. */
export type Refusal =
  | { is: "host"; address: string | undefined }
  | { is: "origin"; address: string | undefined }
  | { is: "size" };

/** The largest body of a request, bytes; next.config.mjs tells Next the same. */
export const maxBodyBytes = 5 * 1024 * 1024;

/** Whether a request only looks. */
export const isRead = (method: string): boolean => method === "GET" || method === "HEAD";

/** Why a request may not go on; undefined when it may. */
export function judgeRequest(asked: Asked, own: OwnNames): Refusal | undefined {
  const refusal =
    judgeHost(asked, own) ?? (isRead(asked.method) ? undefined : judgeOrigin(asked, own));
  if (refusal) return refusal;
  return Number(asked.length ?? 0) > maxBodyBytes ? { is: "size" } : undefined;
}

/**
 * Every host named must be ours. What a proxy says it was asked for (`X-Forwarded-Host`) can only add
 * a doubt: anybody can write it.
 */
function judgeHost(asked: Asked, own: OwnNames): Refusal | undefined {
  const hosts = [asked.host ?? "", ...(asked.forwardedHost?.split(",") ?? [])];
  for (const host of hosts.map((each) => each.trim())) {
    const name = hostNameOf(host);
    if (name === undefined) return { is: "host", address: undefined };
    if (!isOwnName(name, own)) return { is: "host", address: addressOf(host, asked) };
  }
  return undefined;
}

/** The address a browser shows for a host: its own word, else the scheme that the proxy names. */
function addressOf(host: string, { origin, forwardedProto }: Asked): string {
  const page = pageOf(origin);
  if (page && page.host === new URL(`${page.protocol}//${host}`).host) return page.origin;
  const scheme = forwardedProto?.split(",")[0]?.trim() === "https" ? "https" : "http";
  return new URL(`${scheme}://${host}`).origin;
}

/** The page a request says it comes from; undefined for none, and for one without an address ("null"). */
function pageOf(origin: string | null): URL | undefined {
  if (origin === null || !/^https?:\/\/[^/]+$/iu.test(origin) || !URL.canParse(origin))
    return undefined;
  return new URL(origin);
}

/**
 * Who may change something: a page of ours, or no page at all (no browser leaves out both headers).
 * Behind a proxy `Host` can be anything, so the browser's word or PUBLIC_URL stands before it.
 */
function judgeOrigin(asked: Asked, own: OwnNames): Refusal | undefined {
  const { origin, fetchSite, host } = asked;
  const isOwnPage = fetchSite === "same-origin" || fetchSite === "none";
  const refused: Refusal = { is: "origin", address: undefined };
  if (origin === null) return fetchSite === null || isOwnPage ? undefined : refused;
  const page = pageOf(origin);
  const name = page && hostNameOf(page.host);
  if (page === undefined || name === undefined) return refused;
  const unknown: Refusal = { is: "origin", address: page.origin };
  if (!isOwnName(name, own)) return unknown;
  if (page.origin === own.publicOrigin) return undefined;
  if (fetchSite !== null) return isOwnPage ? undefined : refused;
  return page.host === new URL(`${page.protocol}//${host}`).host ? undefined : unknown;
}
