import "server-only";
import type { FailureKind } from "@/lib/job/schema";
import { env } from "../env";

/** The result could not be fetched; `kind` says why. */
export class DownloadError extends Error {
  readonly kind: FailureKind;

  constructor(kind: FailureKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

/** Alibaba's result buckets (contract 5.1); `-internal` names resolve inside its network. */
const bucket = /^dashscope-[a-z0-9-]+\.oss-[a-z0-9-]+\.aliyuncs\.com$/u;
const maxBytes = 20 * 1024 * 1024;
const timeoutMs = 60_000;

/** The address to fetch, or DownloadError for a host that may not be asked. */
export function resultUrl(address: string): URL {
  if (!URL.canParse(address)) throw new DownloadError("resultHost", "not an address");
  const url = new URL(address);
  const listed = env().UPSTREAM_RESULT_HOSTS.includes(url.host);
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

async function collect(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    // Counted, because a Content-Length is only a claim.
    if (size > maxBytes) throw new DownloadError("notPicture", "over 20 MiB");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Fetches a painted picture from its signed address: no redirects, no credentials, 20 MiB at most. */
export async function download(address: string): Promise<Uint8Array> {
  const url = resultUrl(address);
  try {
    const response = await fetch(url, {
      redirect: "error",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.status === 403 || response.status === 404) {
      await response.body?.cancel();
      throw new DownloadError("resultExpired", `HTTP ${response.status}`);
    }
    if (!response.ok) {
      await response.body?.cancel();
      throw new DownloadError("downloadFailed", `HTTP ${response.status}`);
    }
    return await collect(response);
  } catch (error) {
    if (error instanceof DownloadError) throw error;
    throw new DownloadError("downloadFailed", error instanceof Error ? error.message : "no answer");
  }
}
