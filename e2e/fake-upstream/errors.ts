import { randomBytes } from "node:crypto";
import { CATALOGUE, type Fault, wrapped } from "./catalogue";
import { type Answer, goJson, htmlAnswer, jsonAnswer } from "./http";

/** What a rendered fault needs to know of its request. */
interface FaultContext {
  requestId: string;
  dashscopeId: string;
  model: string;
}

/** Rows that the gateway's own edge answers, before it looks at the fields of the request. */
const EDGE_ROWS = new Set([6, 7, 8, 10, 11, 12, 13, 14, 15, 16, 17, 19, 24, 25, 28, 31]);

/** Says whether a catalogue key is answered before the fields are checked and without latency. */
export function isEdgeFault(key: string): boolean {
  return EDGE_ROWS.has(Number.parseInt(key, 10));
}

/** Finds a catalogue entry; `<row>w` exists for every row that carries an HTTP error status. */
export function findFault(key: string): Fault | undefined {
  const exact = CATALOGUE[key];
  if (exact !== undefined) return exact;
  const base = key.endsWith("w") ? CATALOGUE[key.slice(0, -1)] : undefined;
  return base !== undefined && base.status >= 400 ? wrap(base) : undefined;
}

/** Puts a catalogue entry into the documented `{code,msg,data}` body. */
export function wrap(fault: Fault): Fault {
  const status = fault.status >= 400 ? fault.status : 500;
  const speaks = fault.text !== "" && fault.shape !== "html" && fault.shape !== "literal";
  // What the gateway words itself it also refunds; only a timeout it reports leaves that open.
  return {
    ...wrapped(status, speaks ? fault.text : "操作失败"),
    charged: speaks && fault.charged,
  };
}

/** Renders a catalogue entry; `http200` keeps the body but answers 200, as RuoYi back ends do. */
export function renderFault(fault: Fault, context: FaultContext, http200 = false): Answer {
  const text = fault.text.replaceAll("{model}", context.model);
  const status = http200 ? 200 : fault.status;
  if (fault.shape === "html") return htmlAnswer(status, text, fault.headers);
  const headers = { ...gatewayHeaders(context.requestId), ...fault.headers };
  if (fault.shape === "empty") return { status, headers, body: Buffer.alloc(0) };
  return jsonAnswer(status, faultJson(fault, text, context), headers);
}

/** The headers new-api puts on every answer of its own. */
export function gatewayHeaders(requestId: string): Record<string, string> {
  return { "X-Oneapi-Request-Id": requestId, "X-New-Api-Version": "v0.10.3" };
}

function faultJson(fault: Fault, text: string, context: FaultContext): string {
  const { code, type } = fault;
  const message = text === "" ? "" : `${text} (request id: ${context.requestId})`;
  switch (fault.shape) {
    case "wrapped":
      return goJson({ code: fault.status, msg: text, data: null });
    case "middleware":
      return goJson({ error: { message, type, code } });
    case "oneapi":
      return goJson({ error: { message, type } });
    case "dashscope":
      return JSON.stringify({ request_id: context.dashscopeId, code, message: text });
    case "controller":
      return goJson({ success: false, message: text });
    case "literal":
      return text;
    default:
      return goJson({ error: { message, type, param: param(fault), code } });
  }
}

/** Only the oldest new-api shape fills `param`, with the upstream status. */
function param(fault: Fault): string {
  return fault.type === "upstream_error" ? String(fault.status) : "";
}

/** Makes an id as new-api does: time, nine digits of fraction, eight random letters. */
export function newRequestId(): string {
  const time = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const fraction = String(process.hrtime()[1]).padStart(9, "0");
  return `${time}${fraction}${randomBytes(4).toString("hex")}`;
}
