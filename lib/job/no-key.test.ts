import { expect, test } from "vitest";
import { newId } from "@/lib/server/id";
import { nebulaPainter } from "@/lib/server/painter/nebula";
import { temporaryFolder } from "@/lib/testing/folder";
import { aPoster } from "@/lib/testing/jobs";
import { enqueueOrder } from "./actions";

Object.assign(process.env, {
  DATA_DIR: temporaryFolder(),
  NEBULA_API_KEY: "",
  // Nobody is there; without a key nobody is asked.
  NEBULA_BASE_URL: "http://127.0.0.1:9",
});
const poster = aPoster();

test("without a key a model's picture cannot be ordered, and a draft can", async () => {
  expect(
    await enqueueOrder({ requestId: newId(), reuse: "ask", painter: "nebula", poster }),
  ).toEqual({
    ok: false,
    code: "paintersAway",
  });
  expect(
    await enqueueOrder({ requestId: newId(), reuse: "ask", painter: "draft", poster }),
  ).toMatchObject({
    ok: true,
  });
});

test("without a key the upstream is not asked", async () => {
  const answer = await nebulaPainter.paint({
    model: "qwen-image-plus",
    poster,
    ratio: "1:1",
    size: { width: 1328, height: 1328 },
    prompt: "no key",
    negativePrompt: "",
  });
  expect(answer).toMatchObject({ ok: false, failure: "noKey" });
});
