import { describe, expect, test } from "vitest";
import { CATALOGUE } from "@/e2e/fake-upstream/catalogue";
import type { FailureKind } from "@/lib/job/schema";
import { aPoster } from "@/lib/testing/jobs";
import { fakeKey, fakeUpstream, upstreamEnv } from "@/lib/testing/upstream";
import { nebulaPainter } from "./nebula";
import type { PaintAnswer } from "./port";

/** Section 3 of the upstream contract: every row of its catalogue, and every variant of a row. */
const expected: Record<string, FailureKind> = {
  "1": "sizeUnsupported",
  "1u": "sizeUnsupported",
  "2": "badRequest",
  "3": "moderatedInput",
  "3o": "moderatedOutput",
  "3t": "moderatedInput",
  "3a": "moderatedInput",
  // The oldest shape says nothing of the cause.
  "3b": "badRequest",
  "4": "moderatedInput",
  "5": "providerAccount",
  "5p": "providerAccount",
  "6": "badRequest",
  "6m": "badRequest",
  "7": "auth",
  "7n": "auth",
  "7e": "auth",
  "7m": "auth",
  "7x": "auth",
  "7d": "auth",
  "7o": "auth",
  "7w": "auth",
  "8": "quota",
  "8e": "quota",
  "9": "providerAccount",
  "9m": "providerAccount",
  "10": "balance",
  "10c": "balance",
  "10p": "balance",
  "10s": "balance",
  "11": "forbiddenModel",
  "11z": "forbiddenModel",
  "11a": "forbiddenModel",
  "12": "forbiddenIp",
  "12e": "forbiddenIp",
  "13": "forbidden",
  "13e": "forbidden",
  "13c": "forbidden",
  "13g": "forbidden",
  "13u": "forbidden",
  "13m": "forbidden",
  "13l": "forbidden",
  "13a": "forbidden",
  "14": "config",
  "14u": "config",
  "15": "badRequest",
  "16": "rateLimited",
  "16t": "rateLimited",
  "16r": "rateLimited",
  "17": "rateLimited",
  "18": "rateLimited",
  "18t": "rateLimited",
  "18c": "rateLimited",
  "18q": "providerAccount",
  "18f": "providerAccount",
  "19": "badRequest",
  "19i": "badRequest",
  "19p": "badRequest",
  "19c": "badRequest",
  // The contract files it under bad requests; "change the words" is what helps.
  "19s": "moderatedInput",
  "20": "moderatedOutput",
  "20f": "moderatedOutput",
  "20e": "moderatedInput",
  "20i": "badRequest",
  "21": "badRequest",
  "21h": "badRequest",
  "21d": "moderatedInput",
  "21t": "rateLimited",
  "22": "gateway",
  "22t": "unknownOutcome",
  "22b": "gateway",
  "22r": "gateway",
  "22p": "gateway",
  "22w": "gateway",
  "23": "upstream",
  "23t": "upstream",
  "23r": "rewriteFailed",
  "24": "modelUnavailable",
  "25": "busy",
  "25u": "busy",
  "26": "upstream",
  "27": "unknownOutcome",
  "27b": "unknownOutcome",
  "27c": "unknownOutcome",
  // A reset tells nobody how much had been read, so the careful answer is the only one.
  "28": "unknownOutcome",
  "29": "unknownOutcome",
  "30": "emptyResult",
  "30b": "emptyResult",
  "30c": "emptyResult",
  "30f": "emptyResult",
  "31": "notJson",
  "32": "unknownOutcome",
  "32t": "unknownOutcome",
  "32c": "unknownOutcome",
};

/** The same words in the documented `{code,msg,data}` body, which carries no code word. */
const wrapped: Record<string, FailureKind> = {
  "1": "sizeUnsupported",
  "7": "auth",
  "8": "quota",
  "10": "balance",
  "11": "forbiddenModel",
  "12": "forbiddenIp",
  "13": "forbidden",
  "14": "config",
  "16": "rateLimited",
  "22": "gateway",
  "24": "modelUnavailable",
};

const fake = await fakeUpstream();
Object.assign(process.env, upstreamEnv(fake));

async function answerTo(scenario: string): Promise<PaintAnswer> {
  fake.control.set({ scenario });
  return nebulaPainter.paint({
    model: "qwen-image-plus",
    poster: aPoster(),
    ratio: "1:1",
    size: { width: 1328, height: 1328 },
    prompt: "every row of the catalogue",
    negativePrompt: "",
  });
}

const failureOf = (answer: PaintAnswer) => (answer.ok ? "none" : answer.failure);

test("the table knows every row the fake upstream has", () => {
  expect(Object.keys(expected).toSorted()).toEqual(Object.keys(CATALOGUE).toSorted());
});

describe("each row of the catalogue has its kind", () => {
  test.each(Object.entries(expected))("e%s is %s", async (row, kind) => {
    const answer = await answerTo(`e${row}`);
    expect(failureOf(answer)).toBe(kind);
    expect(JSON.stringify(answer)).not.toMatch(/sk-|xyz/u);
    expect(JSON.stringify(answer)).not.toContain(fakeKey);
    expect(fake.control.log().requests, "asked once, whatever the answer").toHaveLength(1);
  });

  test.each(Object.entries(wrapped))(
    "e%s wrapped, whatever the HTTP status: %s",
    async (row, kind) => {
      const key = row === "1" ? "e1" : `e${row}w`;
      expect(failureOf(await answerTo(key))).toBe(kind);
      expect(failureOf(await answerTo(`http200wrap:${row}`))).toBe(kind);
    },
  );
});

test("the details hold the upstream's words and its request id", async () => {
  const answer = await answerTo("e12e");
  const [request] = fake.control.log().requests;
  expect(answer).toEqual({
    ok: false,
    failure: "forbiddenIp",
    detail: `Your IP is not in the list of allowed IPs (request id: ${request?.requestId})`,
    upstreamRequestId: request?.requestId,
    retryAfterMs: null,
  });
});

test("a page instead of an answer is not shown as its words", async () => {
  const answer = await answerTo("e27");
  expect(answer).toMatchObject({ detail: "HTTP 504" });
});

describe("what happens to the connection", () => {
  test("refused: the network, and certainly not charged", async () => {
    const back = fake.control.down(1000);
    const refused = () =>
      fetch(fake.url).then(
        () => false,
        () => true,
      );
    await expect.poll(refused).toBe(true);
    expect(failureOf(await answerTo("v1"))).toBe("network");
    await back;
    expect(fake.control.log().requests).toEqual([]);
  });

  test.each(["reset", "reset-after", "cut", "truncated"])(
    "%s: the outcome is unknown",
    async (scenario) => {
      expect(failureOf(await answerTo(scenario))).toBe("unknownOutcome");
      expect(fake.control.log().requests).toHaveLength(1);
    },
  );

  test("an answer that drips in is read to its end", async () => {
    expect(await answerTo("v2+drip:1")).toMatchObject({ ok: true });
  });
});
