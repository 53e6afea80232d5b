import "server-only";
import type { FailureKind } from "@/lib/job/schema";

/** What an answer says went wrong. */
export interface Fault {
  /** HTTP status, or the code in the body where that says otherwise. */
  status: number;
  /** The gateway's or Alibaba's code word, "" where it is lost. */
  code: string;
  message: string;
}

interface Row {
  when: (fault: Fault) => boolean;
  kind: FailureKind;
}

const said = (words: RegExp) => (fault: Fault) => words.test(`${fault.code} ${fault.message}`);
const on = (statuses: number[], words: RegExp) => (fault: Fault) =>
  statuses.includes(fault.status) && said(words)(fault);
const status =
  (...statuses: number[]) =>
  (fault: Fault) =>
    statuses.includes(fault.status);

/**
 * The error catalogue of the contract, narrow rows before wide ones. The gateway drops Alibaba's
 * code word, so some rows can only be told by their text.
 */
const catalogue: readonly Row[] = [
  { when: said(/output data may contain/iu), kind: "moderatedOutput" },
  {
    when: said(
      /DataInspectionFailed|may contain inappropriate|IPInfringement|IP infringement|sensitive_words/iu,
    ),
    kind: "moderatedInput",
  },
  {
    when: said(
      /Arrearage|good standing|bill ?(?:is )?overdue|Allocated quota exceeded|Free allocated quota/iu,
    ),
    kind: "providerAccount",
  },
  { when: said(/Invalid API-key provided|No API-key provided/iu), kind: "providerAccount" },
  { when: on([401], /TokenStatusExhausted|quota is exhausted|额度已用尽/iu), kind: "quota" },
  { when: status(401), kind: "auth" },
  {
    when: said(
      /insufficient_user_quota|pre_consume_token_quota_failed|额度不足|预扣费额度失败|insufficient.*balance|余额/iu,
    ),
    kind: "balance",
  },
  { when: on([403], /no access to model|any models|无权访问模型/iu), kind: "forbiddenModel" },
  { when: on([403], /\bIP\b/u), kind: "forbiddenIp" },
  // The gateway's own pages say this with HTTP 200.
  { when: said(/has been banned|已被封禁/iu), kind: "forbidden" },
  { when: status(403), kind: "forbidden" },
  { when: on([503], /model_not_found|无可用渠道/iu), kind: "modelUnavailable" },
  // An address that has moved is a wrong one too: following it would send the key elsewhere.
  { when: status(301, 302, 303, 307, 308, 404), kind: "config" },
  { when: on([400], /\bsize\b|resolution|尺寸|分辨率/iu), kind: "sizeUnsupported" },
  { when: said(/\bThrottling|rate limit|request.*too frequent/iu), kind: "rateLimited" },
  { when: status(429), kind: "rateLimited" },
  // Only a proxy says this, and it has passed nothing on.
  { when: status(407), kind: "network" },
  {
    when: said(
      /InvalidParameter|invalid_request|convert_request_failed|model_price_error|count_token_failed/iu,
    ),
    kind: "badRequest",
  },
  { when: status(400, 413, 422), kind: "badRequest" },
  // The gateway stopped waiting; the picture may exist.
  { when: said(/aliAsyncTaskWait timeout/iu), kind: "unknownOutcome" },
  { when: status(502, 504, 520, 521, 522, 523, 524), kind: "unknownOutcome" },
  { when: said(/Failed to rewrite|RewriteFailed/iu), kind: "rewriteFailed" },
  { when: status(503), kind: "busy" },
  { when: status(408), kind: "upstream" },
  { when: said(/InternalError|internal error has occured/iu), kind: "upstream" },
];

/** The kind of failure a fault is; what no row knows is the gateway's own trouble. */
export function classify(fault: Fault): FailureKind {
  return catalogue.find(({ when }) => when(fault))?.kind ?? "gateway";
}
