/*
 * Fake upstream: the Nebula image gateway and its result bucket, over real HTTP.
 *
 *   FAKE_PORT=4010 FAKE_LATENCY_MS=300 FAKE_PREPARE=1 node --conditions=react-server --import tsx e2e/fake-upstream/server.ts
 *
 * A scenario comes from the header X-Fake-Scenario, else from [[…]] tokens in the prompt, else from
 * the queue `scenarios`, else from the default `scenario` of POST /__fake/settings. Parts join with
 * `+`, as in `slow:2+jpeg`.
 *   e1 … e32        a row of the error catalogue in its main shape; catalogue.ts lists the letter
 *                   variants (e7w, e3o, e18q, e22t, e27c …); `<row>w` is the row as a W body
 *   http200wrap:7   row 7 as a W body with HTTP 200 (plain `http200wrap` = 7w)
 *   v1 v2 v2old v3 v3prefix v3bare v4 v4async        forms of success
 *   slow:<s>        answers after that many more seconds
 *   hang            charged, never answered
 *   reset           connection reset before charging; reset-after = after charging
 *   drip[:<ms>]     answer byte by byte; truncated = half the JSON, a whole HTTP answer;
 *   cut             half the bytes of the announced length, then the connection closes
 *   badsize         refuses the 1140 pair, takes the 1104 pair; badsizeu = the same in U shape
 *   notpng jpeg expired gone redirect oversize tinypng corrupt slowpng[:<s>]    the picture behind
 *                   the URL (notpng, jpeg, tinypng and corrupt also act on base64)
 *   words words:typo words:swapped   the literals of the prompt are painted: rightly, with a slip in
 *                   the first, or as a couplet whose scrolls hang on the wrong sides
 * Control: POST /__fake/settings, /__fake/reset, /__fake/down {ms}; GET /__fake/log.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { pathToFileURL } from "node:url";
import { createBucket } from "./bucket";
import { createControl, type FakeControl, handleControl } from "./control";
import { findFault, newRequestId, renderFault } from "./errors";
import { type Gateway, handleGeneration } from "./generations";
import { htmlAnswer, send } from "./http";
import { WEB_PAGE } from "./pages";
import { preparePictures } from "./png";
import { SEED_SIZES } from "./request";
import { createState, mergeSettings, type Settings } from "./state";

/** Options of an in-process fake: its port, and start values for the settings of the control API. */
export interface FakeUpstreamOptions extends Partial<Settings> {
  /** 0 or absent = any free port. */
  port?: number;
  /** Render all pictures before listening. */
  prepare?: boolean;
}

/** A running fake. */
export interface FakeUpstream {
  url: string;
  port: number;
  control: FakeControl;
  close(): Promise<void>;
}

const HOST = "127.0.0.1";
const DEFAULTS: Settings = {
  latencyMs: 300,
  jitterMs: 0,
  scenario: null,
  scenarios: [],
  key: "sk-fake-key-0001",
  startsPerSecond: null,
  linkSeconds: 24 * 3600,
  sizeSet: "seed",
  models: ["qwen-image-plus"],
};

/** Starts a fake upstream in this process. */
export async function startFakeUpstream(options: FakeUpstreamOptions = {}): Promise<FakeUpstream> {
  const { port: wanted = 0, prepare = false, ...settings } = options;
  if (prepare) await preparePictures(SEED_SIZES);
  const state = createState(mergeSettings(DEFAULTS, settings));
  const server = createServer();
  // Longer than any client's keep-alive, so that an idle socket never looks like a reset.
  server.keepAliveTimeout = 120_000;
  const port = await listen(server, wanted);
  const url = `http://${HOST}:${port}`;
  const control = createControl(state, (ms) => goDown(server, port, ms));
  const gateway: Gateway = { state, bucket: createBucket(state), origin: () => url };
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    route(gateway, control, request, response).catch((error: unknown) => {
      if (!state.closing.signal.aborted) console.error("fake upstream failed", error);
      response.destroy();
    });
  });
  const close = async () => {
    state.closing.abort();
    await stop(server);
  };
  return { url, port, control, close };
}

async function route(
  gateway: Gateway,
  control: FakeControl,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (request.url ?? "").split("?", 1)[0] ?? "";
  if (path.startsWith("/__fake/")) return handleControl(control, request, response);
  if (path === "/v1/images/generations" && request.method === "POST") {
    return handleGeneration(gateway, request, response);
  }
  if (await gateway.bucket.serve(request, response)) return;
  request.resume();
  // new-api serves its web console, with 200, for every path outside these three.
  if (!/^\/(v1|api|assets)(\/|$)/.test(path)) return send(response, htmlAnswer(200, WEB_PAGE));
  const row = findFault("14");
  if (row === undefined) throw new Error("no catalogue row 14");
  const text = `Invalid URL (${request.method} ${path})`;
  const context = { requestId: newRequestId(), dashscopeId: "", model: "" };
  send(response, renderFault({ ...row, text }, context));
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, HOST, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function goDown(server: Server, port: number, ms: number): Promise<void> {
  await stop(server);
  await new Promise((resolve) => setTimeout(resolve, ms));
  await listen(server, port);
}

async function main(): Promise<void> {
  const fake = await startFakeUpstream({
    port: Number(process.env.FAKE_PORT ?? 4010),
    latencyMs: Number(process.env.FAKE_LATENCY_MS ?? DEFAULTS.latencyMs),
    prepare: process.env.FAKE_PREPARE === "1",
  });
  console.log(`fake upstream on ${fake.url}`);
}

const script = process.argv[1];
if (script !== undefined && import.meta.url === pathToFileURL(script).href) await main();
