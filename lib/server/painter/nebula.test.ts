import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { aPoster } from "@/lib/testing/jobs";
import { nebulaPainter } from "./nebula";
import type { PaintRequest } from "./port";

const key = "unit-test-key-without-a-usual-start";

interface Seen {
  path: string | undefined;
  method: string | undefined;
  headers: IncomingMessage["headers"];
  body: string;
}

/** A gateway that keeps the bytes it was sent and answers what a test tells it to. */
let seen: Seen[] = [];
let answer = { status: 200, headers: {} as Record<string, string>, body: "{}" };
let isSilent = false;
const server = createServer(async (request, response) => {
  const { url, method, headers } = request;
  seen.push({ path: url, method, headers, body: await text(request) });
  if (isSilent) return;
  response.writeHead(answer.status, answer.headers).end(answer.body);
});
await once(server.listen(0, "127.0.0.1"), "listening");
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
process.env.NEBULA_API_KEY = `Bearer ${key}`;
process.env.NEBULA_BASE_URL = origin;
process.env.UPSTREAM_TIMEOUT_MS = "2000";

beforeEach(() => {
  seen = [];
  answer = { status: 200, headers: {}, body: "{}" };
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const poster = aPoster({ expand: false, watermark: true });
const request: PaintRequest = {
  model: "qwen-image-plus",
  poster,
  ratio: "3:4",
  size: { width: 1140, height: 1472 },
  prompt: '一张海报，标题"夏日 & 清凉节" 50% off ✓',
  negativePrompt: "blurred text, typos",
};

async function sent(changes: Partial<PaintRequest> = {}): Promise<Seen> {
  await nebulaPainter.paint({ ...request, ...changes });
  const [only, ...more] = seen;
  expect(more).toEqual([]);
  if (only === undefined) throw new Error("nothing was sent");
  return only;
}

describe("on the wire", () => {
  test("the body is the documented simplified form, byte for byte", async () => {
    const { body } = await sent();
    expect(body).toBe(
      '{"model":"qwen-image-plus","prompt":"一张海报，标题\\"夏日 & 清凉节\\" 50% off ✓",' +
        '"parameters":{"size":"1140*1472","negative_prompt":"blurred text, typos",' +
        '"prompt_extend":false,"watermark":true}}',
    );
  });

  test("an empty negative prompt is left out, and both switches are always said", async () => {
    const { body } = await sent({
      negativePrompt: "",
      poster: { ...poster, expand: true, watermark: false },
    });
    expect(JSON.parse(body).parameters).toEqual({
      size: "1140*1472",
      prompt_extend: true,
      watermark: false,
    });
  });

  test("it is a JSON POST to the endpoint with the key in its header and nowhere else", async () => {
    const { path, method, headers, body } = await sent();
    expect({ path, method }).toEqual({ path: "/v1/images/generations", method: "POST" });
    expect(headers).toMatchObject({
      authorization: `Bearer ${key}`,
      "content-type": "application/json",
      accept: "application/json",
      "content-length": String(Buffer.byteLength(body)),
    });
    expect(headers.cookie).toBeUndefined();
    const { authorization: _key, ...others } = headers;
    expect(JSON.stringify([path, others, body])).not.toContain(key);
  });
});

describe("the key never comes back", () => {
  test.each([
    `Invalid token: Bearer ${key}`,
    "该令牌额度已用尽 TokenStatusExhausted[sk-abc***xyz] (request id: 1)",
    "This token sk-abc***xyz is disabled",
    "bad key 'sk-proj-0123456789abcdef', ask support",
  ])("when the upstream says %j", async (message) => {
    for (const body of [
      { error: { message, type: "new_api_error", code: "" } },
      { error: message },
      { code: 401, msg: message, data: null },
      { success: false, message },
    ]) {
      answer = { status: 401, headers: {}, body: JSON.stringify(body) };
      const told = await nebulaPainter.paint(request);
      expect(told).toMatchObject({ ok: false, detail: expect.stringContaining("[key]") });
      expect(JSON.stringify(told)).not.toMatch(/sk-|xyz|unit-test-key|TokenStatusExhausted\[/u);
    }
  });

  test("and harmless words that only look alike stay", async () => {
    const message = "task-id 7 is risk-free";
    answer = { status: 400, headers: {}, body: JSON.stringify({ error: { message } }) };
    expect(await nebulaPainter.paint(request)).toMatchObject({ detail: message });
  });
});

test("a long refusal is cut short", async () => {
  answer = { status: 400, headers: {}, body: JSON.stringify({ msg: "x".repeat(100_000) }) };
  const told = await nebulaPainter.paint(request);
  expect(told.ok ? null : told.detail).toHaveLength(500);
});

test.each([301, 302, 307, 308])(
  "an address that has moved (%i) is a wrong address, and the key does not follow it",
  async (status) => {
    answer = { status, headers: { location: `${origin}/elsewhere` }, body: "moved" };
    expect(await nebulaPainter.paint(request)).toMatchObject({ ok: false, failure: "config" });
    expect(seen.map(({ path }) => path)).toEqual(["/v1/images/generations"]);
  },
);

test("silence ends at the time limit, and the outcome is unknown", async () => {
  isSilent = true;
  const told = await nebulaPainter.paint(request);
  isSilent = false;
  expect(told).toMatchObject({ ok: false, failure: "unknownOutcome" });
  expect(seen).toHaveLength(1);
});

test.each(["null", "[]", '"ok"', "1", '{"code":200,"msg":"Operation successful","data":', ""])(
  "an answer of %j is lost on the way, not a crash",
  async (body) => {
    answer = { status: 200, headers: {}, body };
    const told = await nebulaPainter.paint(request);
    expect(told).toMatchObject({ ok: false, failure: "unknownOutcome" });
  },
);

test.each([
  '{"data":[null,1,"x",{}]}',
  '{"code":"0","data":{"data":[{"url":null,"b64_json":5}]}}',
  '{"output":{"choices":[{"message":{"content":"no list"}}],"results":{}}}',
])("a success without a picture, %j, is an empty result", async (body) => {
  answer = { status: 200, headers: {}, body };
  expect(await nebulaPainter.paint(request)).toMatchObject({ ok: false, failure: "emptyResult" });
});
