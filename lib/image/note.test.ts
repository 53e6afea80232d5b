import { expect, test } from "vitest";
import { aPoster } from "@/lib/testing/jobs";
import { type Jotting, readNote, writeNote } from "./note";

const poster = aPoster({ handPrompt: "“手写”\n第二行" });
const jotting: Jotting = {
  jobId: "01a20a4c-7f3e-7c11-9a55-0123456789ab",
  orderId: "01a20a4c-7f3e-7c11-9a55-0123456789ac",
  parentId: null,
  painter: "nebula",
  model: "qwen-image-plus",
  ratio: "3:4",
  poster: JSON.stringify(poster),
  prompt: "A poster",
  negativePrompt: "",
  costFen: 18,
  tookMs: 9000,
  upstreamRequestId: null,
  createdAt: 1_780_000_000_000,
};

test("a note is read as it was written", () => {
  expect(readNote(writeNote(jotting))).toEqual({ ...jotting, poster });
});

test("a poster of an earlier version is brought up to today's", () => {
  const { bare: _, ...rest } = poster;
  const old = { ...jotting, poster: JSON.stringify({ ...rest, version: 2 }) };
  expect(readNote(writeNote(old))?.poster).toEqual(poster);
});

test.each([
  "",
  "{",
  "[]",
  writeNote({ ...jotting, poster: "{" }),
  writeNote({ ...jotting, costFen: -1 }),
  writeNote(jotting).replace('"version":1', '"version":2'),
])("what is no note is none: %#", (written) => {
  expect(readNote(written)).toBeUndefined();
});
