import { expect, test } from "vitest";
import { aPoster } from "@/lib/testing/jobs";
import { fakeUpstream, upstreamEnv } from "@/lib/testing/upstream";
import { download } from "./download";
import { nebulaPainter } from "./nebula";
import { retryAfterOf } from "./nebula-answer";
import { examine } from "./picture";

const fake = await fakeUpstream();
Object.assign(process.env, upstreamEnv(fake));

async function paint(scenario: string) {
  fake.control.set({ scenario });
  const answer = await nebulaPainter.paint({
    model: "qwen-image-plus",
    poster: aPoster(),
    ratio: "16:9",
    size: { width: 1664, height: 928 },
    prompt: "every form of success",
    negativePrompt: "",
  });
  if (!answer.ok) throw new Error(`${scenario}: ${answer.failure}`);
  return answer;
}

test.each(["v1", "v2", "v2old", "v4", "v4async"])("%s brings an address", async (form) => {
  const { picture, upstreamRequestId } = await paint(form);
  const [address = "", ...more] = picture.addresses;
  expect([picture.inside, more], "one address, however often it is named").toEqual([[], []]);
  const expires = new URL(address).searchParams.get("Expires");
  expect(picture.expiresAt).toBe(Number(expires) * 1000);
  expect(picture.expiresAt).toBeGreaterThan(Date.now());
  const { width, height } = await examine(await download(address));
  expect({ width, height }).toEqual({ width: 1664, height: 928 });
  expect(upstreamRequestId).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/u);
});

test.each(["v3", "v3prefix", "v3bare"])("%s brings the picture itself", async (form) => {
  const { picture, upstreamRequestId } = await paint(form);
  const [bytes = new Uint8Array(), ...more] = picture.inside;
  expect([more, picture.addresses]).toEqual([[], []]);
  const { width, height } = await examine(bytes);
  expect({ width, height }).toEqual({ width: 1664, height: 928 });
  const [request] = fake.control.log().requests;
  expect(upstreamRequestId).toBe(request?.requestId);
});

test("the request is the one form, with the key the upstream knows", async () => {
  await paint("v1");
  expect(fake.control.log().requests).toMatchObject([
    {
      form: 1,
      authOk: true,
      fields: [
        "model",
        "prompt",
        "parameters.size",
        "parameters.prompt_extend",
        "parameters.watermark",
      ],
      size: "1664*928",
      status: 200,
    },
  ]);
});

test.each([
  ["2", 2000],
  ["0", 0],
  ["2.5", 2500],
  ["100000", 300_000],
  ["Sun, 29 Nov 2026 00:00:05 GMT", 5000],
  ["Sat, 28 Nov 2026 00:00:00 GMT", 0],
  ["soon", null],
  ["-3", null],
  ["", null],
])("Retry-After: %j is %j ms", (written, ms) => {
  const now = Date.parse("2026-11-29T00:00:00Z");
  expect(retryAfterOf(new Headers({ "retry-after": written }), now)).toBe(ms);
});

test("without Retry-After nobody is told to wait", () => {
  expect(retryAfterOf(new Headers(), 0)).toBeNull();
});
