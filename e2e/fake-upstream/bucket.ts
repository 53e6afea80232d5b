import { createHmac, randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { send } from "./http";
import { ossError } from "./pages";
import { corruptPng, type PictureSpec, posterJpeg, posterPng, tinyPng } from "./png";
import type { PictureFault } from "./scenarios";
import type { DownloadRecord, FakeState } from "./state";

/** The result bucket of one running fake. */
export interface Bucket {
  /** Stores a picture and gives its signed path and query. */
  publish(spec: PictureSpec, fault: PictureFault, pictureMs: number): string;
  /** Answers a request to the bucket; false when the path is not the bucket's. */
  serve(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
}

interface StoredObject {
  spec: PictureSpec;
  fault: PictureFault;
  pictureMs: number;
  query: string;
  expiresAt: number;
  label: string;
}

interface Picture {
  bytes: Buffer;
  contentType: string;
}

const OBJECT_PATH = /^\/7d\/[0-9a-f]{2}\/\d{8}\/[0-9a-f]{8}\/[0-9a-f-]{36}\.png$/;
const REDIRECT_PREFIX = "/7d-moved/";
const NEVER_SENT = ["authorization", "cookie", "referer", "origin"];
const OVERSIZE_BYTES = 24 * 1024 * 1024;
const SLOW_PIECES = 30;

/** Opens an empty bucket. */
export function createBucket(state: FakeState): Bucket {
  const objects = new Map<string, StoredObject>();
  return {
    publish: (spec, fault, pictureMs) => publish(objects, state, { spec, fault, pictureMs }),
    serve: async (request, response) => {
      const [path = "", query = ""] = split(request.url ?? "");
      const moved = path.startsWith(REDIRECT_PREFIX);
      if (!moved && !OBJECT_PATH.test(path)) return false;
      const record = openDownload(state, request, path);
      if (moved) state.redirectsFollowed += 1;
      const name = moved ? path.slice(REDIRECT_PREFIX.length - 1) : path;
      await answer(state, objects.get(name), { request, response, record, query, moved });
      return true;
    },
  };
}

/** The bytes that a picture fault puts where a PNG was promised. */
export async function pictureBytes(
  spec: PictureSpec,
  fault: PictureFault,
  label: string,
): Promise<Picture> {
  switch (fault) {
    case "notpng":
      return {
        bytes: Buffer.from("<html><body>not a picture</body></html>"),
        contentType: "text/html",
      };
    case "jpeg":
      return { bytes: await posterJpeg(spec), contentType: "image/jpeg" };
    case "tinypng":
      return { bytes: await tinyPng(), contentType: "image/png" };
    case "corrupt":
      return { bytes: corruptPng(), contentType: "image/png" };
    default:
      return { bytes: await posterPng(spec, label), contentType: "image/png" };
  }
}

function publish(
  objects: Map<string, StoredObject>,
  state: FakeState,
  made: Pick<StoredObject, "spec" | "fault" | "pictureMs">,
): string {
  const uuid = randomUUID();
  const day = new Date().toISOString().slice(0, 10).replaceAll("-", "");
  const path = `/7d/${randomBytes(1).toString("hex")}/${day}/${randomBytes(4).toString("hex")}/${uuid}.png`;
  const lifetime = made.fault === "expired" ? -60 : state.settings.linkSeconds;
  const expires = Math.floor(Date.now() / 1000 + lifetime);
  const signature = encodeURIComponent(sign(`GET\n${expires}\n${path}`));
  const query = `Expires=${expires}&OSSAccessKeyId=LTAI5tFakeFakeFakeFake&Signature=${signature}`;
  objects.set(path, { ...made, query, expiresAt: expires * 1000, label: uuid });
  return `${path}?${query}`;
}

/** Retried until it holds `+` or `/`, so that every link shows whether a client re-encodes it. */
function sign(text: string): string {
  for (;;) {
    const signature = createHmac("sha1", randomBytes(16)).update(text).digest("base64");
    if (/\+.*\/|\/.*\+/.test(signature)) return signature;
  }
}

function split(url: string): [string, string] {
  const at = url.indexOf("?");
  return at < 0 ? [url, ""] : [url.slice(0, at), url.slice(at + 1)];
}

interface Visit {
  request: IncomingMessage;
  response: ServerResponse;
  record: DownloadRecord;
  query: string;
  moved: boolean;
}

async function answer(
  state: FakeState,
  object: StoredObject | undefined,
  visit: Visit,
): Promise<void> {
  const { request, response } = visit;
  if (request.method !== "GET" || (object !== undefined && visit.query !== object.query)) {
    return refuse(visit, 403, "SignatureDoesNotMatch", SIGNATURE_TEXT);
  }
  if (object === undefined || object.fault === "gone") {
    return refuse(visit, 404, "NoSuchKey", "The specified key does not exist.");
  }
  if (Date.now() >= object.expiresAt) {
    return refuse(visit, 403, "AccessDenied", "Request has expired.");
  }
  if (object.fault === "redirect" && !visit.moved) {
    const location = `${REDIRECT_PREFIX}${(request.url ?? "").slice(1)}`;
    visit.record.status = 302;
    return send(response, { status: 302, headers: { location }, body: Buffer.alloc(0) });
  }
  visit.record.status = 200;
  if (object.fault === "oversize") return streamOversize(response);
  const picture = await pictureBytes(object.spec, object.fault, object.label);
  const headers = { ...ossHeaders(), "content-type": picture.contentType };
  if (object.fault !== "slowpng") {
    return send(response, { status: 200, headers, body: picture.bytes });
  }
  return streamSlowly(state, response, { picture, headers, totalMs: object.pictureMs });
}

const SIGNATURE_TEXT =
  "The request signature we calculated does not match the signature you provided. Check your key and signing method.";

function refuse(visit: Visit, status: number, code: string, message: string): void {
  visit.record.status = status;
  const requestId = randomBytes(12).toString("hex").toUpperCase();
  const headers = { ...ossHeaders(), "content-type": "application/xml" };
  send(visit.response, { status, headers, body: Buffer.from(ossError(code, message, requestId)) });
}

function ossHeaders(): Record<string, string> {
  return {
    server: "AliyunOSS",
    "x-oss-request-id": randomBytes(12).toString("hex").toUpperCase(),
    "x-oss-object-type": "Normal",
    "accept-ranges": "bytes",
  };
}

/** Chunked and without a length, so that only counting the bytes can stop it. */
async function streamOversize(response: ServerResponse): Promise<void> {
  response.writeHead(200, { ...ossHeaders(), "content-type": "image/png" });
  const head = (await tinyPng()).subarray(0, 64);
  await pour(response, async function* () {
    yield head;
    const piece = Buffer.alloc(256 * 1024, 0x5a);
    for (let sent = 0; sent < OVERSIZE_BYTES; sent += piece.length) yield piece;
  });
}

async function streamSlowly(
  state: FakeState,
  response: ServerResponse,
  slow: { picture: Picture; headers: Record<string, string>; totalMs: number },
): Promise<void> {
  const { bytes } = slow.picture;
  response.writeHead(200, { ...slow.headers, "content-length": String(bytes.length) });
  const step = Math.ceil(bytes.length / SLOW_PIECES);
  await pour(response, async function* () {
    for (let at = 0; at < bytes.length; at += step) {
      await sleep(slow.totalMs / SLOW_PIECES, undefined, { signal: state.closing.signal });
      yield bytes.subarray(at, at + step);
    }
  });
}

/** A client that stops reading half-way is what these streams are for, so that is no failure. */
async function pour(response: ServerResponse, pieces: () => AsyncGenerator<Buffer>): Promise<void> {
  try {
    await pipeline(pieces, response);
  } catch {
    response.destroy();
  }
}

function openDownload(state: FakeState, request: IncomingMessage, path: string): DownloadRecord {
  const record: DownloadRecord = {
    at: Date.now(),
    method: request.method ?? "",
    path,
    status: 0,
    leakedHeaders: NEVER_SENT.filter((name) => request.headers[name] !== undefined),
  };
  state.downloadRequests.push(record);
  return record;
}
