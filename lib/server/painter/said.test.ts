import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyGateway } from "@/lib/testing/gateway";
import { aPoster } from "@/lib/testing/jobs";
import { nebulaPainter } from "./nebula";
import { cleanId, wordsOf } from "./said";

const gateway = await anyGateway();
const key = "unit-test-key-without-a-usual-start";
Object.assign(process.env, { NEBULA_API_KEY: key, NEBULA_BASE_URL: gateway.origin });

async function refusalTo(status: number, body: unknown) {
  gateway.answer = { status, body: typeof body === "string" ? body : JSON.stringify(body) };
  const answer = await nebulaPainter.paint({
    model: "qwen-image-plus",
    poster: aPoster(),
    ratio: "1:1",
    size: { width: 1328, height: 1328 },
    prompt: "words of a gateway",
    negativePrompt: "",
  });
  if (answer.ok) throw new Error("painted");
  return answer;
}

describe("the gateway's own words are told", () => {
  test.each<[string, number, unknown, string, string]>([
    [
      "a state and a message with 200",
      200,
      { status: "error", message: "余额不足，请充值" },
      "balance",
      "余额不足，请充值",
    ],
    [
      "detail",
      422,
      { detail: "Prompt too long: 812 > 800" },
      "badRequest",
      "Prompt too long: 812 > 800",
    ],
    [
      "detail, row by row",
      422,
      {
        detail: [
          { loc: ["body", "prompt"], msg: "field required", type: "missing" },
          { loc: ["body", "n"], msg: "too many" },
        ],
      },
      "badRequest",
      "body.prompt: field required; body.n: too many",
    ],
    [
      "an object for a message",
      400,
      { error: { message: { code: "InvalidParameter", message: "n not ok" } } },
      "badRequest",
      "n not ok",
    ],
    [
      "a list of errors",
      400,
      { errors: ["too long", { message: "no model" }] },
      "badRequest",
      "too long; no model",
    ],
    [
      "JSON in a message",
      400,
      { error: { message: '{"error":{"message":"inner words"}}' } },
      "badRequest",
      "inner words",
    ],
    ["error and detail", 500, { error: true, detail: "worker died" }, "gateway", "worker died"],
    [
      "a failed task with 200",
      200,
      { output: { task_status: "FAILED", code: "InternalError", message: "task broke" } },
      "upstream",
      "task broke",
    ],
    [
      "a message with 200 and nothing else",
      200,
      { message: "quota is counted later" },
      "emptyResult",
      "quota is counted later",
    ],
    [
      "a status of another service",
      200,
      { base_resp: { status_code: 1004, status_msg: "not authorised" } },
      "emptyResult",
      "not authorised",
    ],
    [
      "a problem (RFC 9457)",
      400,
      { title: "Bad Request", detail: "size missing" },
      "sizeUnsupported",
      "size missing",
    ],
    [
      "an error with its number and 200",
      200,
      { error: { code: 429, message: "slow down" } },
      "rateLimited",
      "slow down",
    ],
    ["mere text", 500, "upstream connect error", "gateway", "upstream connect error"],
    ["nothing", 500, "", "gateway", "HTTP 500"],
    ["an empty error", 500, { error: {} }, "gateway", "HTTP 500"],
  ])("%s", async (_name, status, body, failure, detail) => {
    expect(await refusalTo(status, body)).toMatchObject({ failure, detail });
  });

  test.each([499, 500, 530, 520, 418])(
    "a status nobody knows may have been charged: %i",
    async (status) => {
      const { failure } = await refusalTo(status, "");
      expect(["gateway", "unknownOutcome"]).toContain(failure);
    },
  );

  test("the state of an answer that is well says nothing", async () => {
    for (const said of [
      { code: "success" },
      { code: 0 },
      { code: "200" },
      { error: {} },
      { error: { message: "", code: null } },
    ]) {
      expect(await refusalTo(200, { ...said, data: [] })).toMatchObject({ failure: "emptyResult" });
    }
  });

  test("from any value, without an error", () => {
    fc.assert(fc.property(fc.anything(), (body) => typeof wordsOf(body) === "string"));
  });
});

describe("what is stored and logged of an answer", () => {
  test("is one line, without what turns it round or ends it", async () => {
    const message = "a\u0000b\nc\u202Ed\u2028e\u200Bf\uD800";
    const { detail } = await refusalTo(400, { error: { message } });
    expect(detail).toBe("a b c d e f");
  });

  test.each([
    [`Bearer ${key}`, "[key]"],
    ["token Bearer abc.def-ghi is bad", "token [key] is bad"],
    [
      "see https://x.example/a?OSSAccessKeyId=LTAI5t&Signature=0z%2B",
      "see https://x.example/a?[key]&[key]",
    ],
  ])("keeps no key: %s", async (message, told) => {
    expect((await refusalTo(400, { error: { message } })).detail).toContain(told);
  });

  test.each<[unknown, string]>([
    ["c9c7658e-a78e", "c9c7658e-a78e"],
    [20261130, "20261130"],
    [" a b\r\nX-Injected: 1\u0000\u202E ", "abX-Injected:1"],
    [`id-${key}-sk-abc`, "id-[key]-[key]"],
    ["x".repeat(5000), "x".repeat(128)],
    [{}, ""],
    [null, ""],
    ["\u200B", ""],
  ])("the id of a request %j is %j", (id, expected) => {
    expect(cleanId(id)).toBe(expected);
  });

  test("an id that is nothing gives way to the header's, cleaned too", async () => {
    gateway.answer = { headers: { "x-oneapi-request-id": `h-${"9".repeat(300)}` }, body: "" };
    const body = JSON.stringify({ request_id: "\u202E" });
    gateway.answer = { ...gateway.answer, status: 400, body };
    const answer = await nebulaPainter.paint({
      model: "qwen-image-plus",
      poster: aPoster(),
      ratio: "1:1",
      size: { width: 1328, height: 1328 },
      prompt: "ids",
      negativePrompt: "",
    });
    expect(answer.upstreamRequestId).toBe(`h-${"9".repeat(126)}`);
  });
});
