import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { isBase64, successJson } from "./answers";
import { type Bucket, pictureBytes } from "./bucket";
import { findFault, gatewayHeaders, isEdgeFault, newRequestId, renderFault, wrap } from "./errors";
import { type Answer, BodyTooLargeError, isGone, jsonAnswer, readBody, reset, send } from "./http";
import { warmPoster } from "./png";
import { checkFields, checkModel, type Generation, Problem, parseBody, promptOf } from "./request";
import { parseScenario, type Scenario, scenarioInPrompt } from "./scenarios";
import {
  admitStart,
  closeRecord,
  type FakeState,
  nextScenario,
  openRecord,
  type RequestRecord,
} from "./state";

/** What the generation endpoint works with. */
export interface Gateway {
  state: FakeState;
  bucket: Bucket;
  /** Base URL of this fake, in front of the bucket's paths. */
  origin(): string;
}

interface Exchange {
  gateway: Gateway;
  response: ServerResponse;
  record: RequestRecord;
  dashscopeId: string;
  created: number;
}

/** Answers one `POST /v1/images/generations`. */
export async function handleGeneration(
  gateway: Gateway,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const record = openRecord(gateway.state, newRequestId());
  response.once("close", () => closeRecord(gateway.state, record));
  const created = Math.floor(Date.now() / 1000);
  const exchange = { gateway, response, record, dashscopeId: randomUUID(), created };
  const asked = headerScenario(request);
  if (asked === null) return refuseScenario(response);
  record.scenario = asked?.name ?? null;
  // Row 28 is a failure before the body was sent, so the body must not be read first.
  if (asked?.fault === "28" && !asked.http200) return cutOff(exchange, asked);
  const body = await bodyOf(exchange, request);
  if (body === null) return;
  const wire = parseBody(body, request.headers["content-type"] ?? "", record);
  record.authOk = request.headers.authorization === `Bearer ${gateway.state.settings.key}`;
  if (!record.authOk) {
    return answerFault(exchange, request.headers.authorization === undefined ? "7m" : "7");
  }
  if (wire instanceof Problem) return answerFault(exchange, wire.row, wire.text);
  await answerParsed(exchange, wire, asked ?? scenarioInPrompt(promptOf(wire) ?? ""));
}

async function answerParsed(
  exchange: Exchange,
  wire: Record<string, unknown>,
  asked: Scenario | null,
): Promise<void> {
  const { state } = exchange.gateway;
  const queued = asked === null ? state.settings.scenarios[0] : undefined;
  const scenario = asked ?? nextScenario(state);
  exchange.record.scenario = scenario.name;
  if (scenario.fault !== null && isEdgeFault(scenario.fault)) {
    return answerScenarioFault(exchange, scenario, scenario.fault);
  }
  const unrouted = checkModel(wire, state.settings);
  if (unrouted !== null) return answerFault(exchange, unrouted.row, unrouted.text);
  const generation = checkFields(wire, state.settings, scenario.badSize);
  if (generation instanceof Problem) return answerFault(exchange, generation.row, generation.text);
  if (!admitStart(state)) {
    // The queued scenario was meant for a request that reaches the model.
    if (queued !== undefined) state.settings.scenarios.unshift(queued);
    return answerFault(exchange, "18");
  }
  await generate(exchange, scenario, generation);
}

async function generate(
  exchange: Exchange,
  scenario: Scenario,
  generation: Generation,
): Promise<void> {
  const { state } = exchange.gateway;
  if (scenario.delivery === "reset") return cutOff(exchange, scenario);
  const { latencyMs, jitterMs } = state.settings;
  warmPoster({ ...generation, lettering: scenario.lettering });
  const waitMs = latencyMs + Math.random() * jitterMs + scenario.delayMs;
  await sleep(waitMs, undefined, { signal: state.closing.signal });
  const fault = scenario.fault === null ? undefined : findFault(scenario.fault);
  if (scenario.fault !== null && (fault?.transport === null || scenario.http200)) {
    return answerScenarioFault(exchange, scenario, scenario.fault);
  }
  // From here the picture exists: the gateway bills it even when the client has gone.
  exchange.record.charged = true;
  exchange.record.row = scenario.fault;
  if (scenario.delivery === "hang") return;
  if (scenario.delivery === "reset-after") return cutOff(exchange, scenario);
  await deliver(exchange, scenario, await success(exchange, scenario, generation));
}

async function success(
  exchange: Exchange,
  scenario: Scenario,
  generation: Generation,
): Promise<Answer> {
  const { gateway, record, dashscopeId, created } = exchange;
  const inline = isBase64(scenario.form);
  const { picture: fault, pictureMs, lettering } = scenario;
  const spec = { ...generation, lettering };
  const address = inline ? "" : gateway.bucket.publish(spec, fault, pictureMs);
  const url = inline ? "" : gateway.origin() + address;
  record.picturePath = inline ? null : (address.split("?", 1)[0] ?? null);
  const picture = inline
    ? await pictureBytes(spec, fault, record.requestId)
    : { bytes: Buffer.alloc(0), contentType: "" };
  const prefix = scenario.form === "v3prefix" ? `data:${picture.contentType};base64,` : "";
  const base64 = prefix + picture.bytes.toString("base64");
  const json = successJson(scenario.form, { generation, url, base64, created, dashscopeId });
  return jsonAnswer(200, json, gatewayHeaders(record.requestId));
}

async function deliver(exchange: Exchange, scenario: Scenario, answer: Answer): Promise<void> {
  const { response, record, gateway } = exchange;
  if (isGone(response)) return;
  record.status = answer.status;
  const half = answer.body.subarray(0, Math.floor(answer.body.length / 2));
  const headers = { ...answer.headers, "content-length": String(answer.body.length) };
  if (scenario.delivery === "truncated") return send(response, { ...answer, body: half });
  if (scenario.delivery === "cut") {
    response.writeHead(answer.status, headers);
    response.write(half, () => response.destroy());
    return;
  }
  if (scenario.delivery !== "drip") return send(response, answer);
  response.writeHead(answer.status, headers);
  for (const byte of answer.body) {
    await sleep(scenario.dripMs, undefined, { signal: gateway.state.closing.signal });
    if (isGone(response)) return;
    response.write(Buffer.of(byte));
  }
  response.end();
}

function answerScenarioFault(exchange: Exchange, scenario: Scenario, key: string): void {
  if (scenario.delivery === "reset" && !scenario.http200) cutOff(exchange, scenario);
  else answerFault(exchange, key, null, scenario.http200);
}

function answerFault(
  exchange: Exchange,
  key: string,
  text: string | null = null,
  http200 = false,
): void {
  const { record, response, dashscopeId } = exchange;
  const found = findFault(key);
  if (found === undefined) throw new Error(`no catalogue row ${key}`);
  const fault = http200 ? wrap(found) : { ...found, text: text ?? found.text };
  const context = { requestId: record.requestId, dashscopeId, model: record.model ?? "" };
  const answer = renderFault(fault, context, http200);
  record.row = key;
  record.charged = fault.charged;
  if (isGone(response)) return;
  record.status = answer.status;
  send(response, answer);
}

function cutOff(exchange: Exchange, scenario: Scenario): void {
  exchange.record.row = scenario.fault;
  reset(exchange.response);
}

async function bodyOf(exchange: Exchange, request: IncomingMessage): Promise<Buffer | null> {
  try {
    return await readBody(request);
  } catch (error) {
    if (error instanceof BodyTooLargeError) answerFault(exchange, "15");
    return null;
  }
}

/** Undefined when the header is absent, null when it names no scenario. */
function headerScenario(request: IncomingMessage): Scenario | null | undefined {
  const header = request.headers["x-fake-scenario"];
  return header === undefined ? undefined : parseScenario(String(header));
}

function refuseScenario(response: ServerResponse): void {
  send(response, jsonAnswer(400, JSON.stringify({ fake: "unknown X-Fake-Scenario" })));
}
