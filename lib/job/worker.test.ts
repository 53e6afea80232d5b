import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findImage } from "@/lib/image/store";
import { sumSince } from "@/lib/ledger/store";
import { defaultCapability } from "@/lib/poster/capability";
import { database } from "@/lib/server/db/client";
import { readFileStream } from "@/lib/server/storage/disk";
import { readThumbnail } from "@/lib/server/storage/thumbnail";
import { temporaryFolder } from "@/lib/testing/folder";
import { newJobs, place } from "@/lib/testing/jobs";
import { whenSettled } from "@/lib/testing/rows";
import { fakeUpstream, upstreamEnv } from "@/lib/testing/upstream";
import type { NewJob } from "./order-store";
import type * as store from "./store";
import { startWorker, stopWorker, wake } from "./worker";

const folder = temporaryFolder();
const fake = await fakeUpstream({ latencyMs: 40 });
Object.assign(process.env, upstreamEnv(fake), {
  DATA_DIR: folder,
  UPSTREAM_STARTS_PER_SECOND: "1000",
});
beforeAll(startWorker);
afterAll(() => stopWorker(10_000));

async function order(jobs: NewJob[]): Promise<store.JobRow[]> {
  await place(jobs);
  wake();
  return whenSettled(jobs);
}

async function pictureOf(row: store.JobRow | undefined) {
  const image = await findImage(row?.image_id ?? "");
  if (!row || !image) throw new Error("no picture");
  const png = await readFileStream(image.id, "png");
  const thumb = await readThumbnail(image.id, image.format);
  if (!png || !thumb) throw new Error("no files");
  return { image, png: await buffer(png.stream), thumb: await buffer(thumb.stream) };
}

describe("a painted picture", () => {
  test("is on disk with its record, cost, true pixels and request id", async () => {
    const [row] = await order(newJobs(1));
    expect(row).toMatchObject({ state: "done", failure: null, answer_url: expect.any(String) });
    const { image, png, thumb } = await pictureOf(row);
    expect(image).toMatchObject({
      painter: "nebula",
      model: "qwen-image-plus",
      ratio: "1:1",
      width: 1328,
      height: 1328,
      bytes: png.length,
      costFen: 18,
      prompt: row?.prompt,
      negativePrompt: "blurred text",
      upstreamRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/u),
    });
    expect(image.tookMs).toBe((row?.answered_at ?? 0) - (row?.started_at ?? 0));
    expect(image.tookMs).toBeGreaterThanOrEqual(30);
    expect(thumb.subarray(8, 12).toString()).toBe("WEBP");
    const db = await database();
    const { sha256 } = await db
      .selectFrom("image")
      .select("sha256")
      .where("id", "=", image.id)
      .executeTakeFirstOrThrow();
    expect(createHash("sha256").update(png).digest("hex")).toBe(sha256);
  });

  test("was ordered as its job says, word for word", async () => {
    const prompt = "海报，标题“一字不差 & Verbatim”";
    await order(newJobs(1, { prompt, negative_prompt: "typos", ratio: "9:16" }));
    expect(fake.control.log().requests).toMatchObject([
      { prompt, negative_prompt: "typos", size: "928*1664", prompt_extend: false, watermark: true },
    ]);
  });

  test("may come inside the answer", async () => {
    fake.control.set({ scenario: "v3" });
    const [row] = await order(newJobs(1));
    const { image } = await pictureOf(row);
    expect(image).toMatchObject({ width: 1328, height: 1328, costFen: 18 });
    expect(fake.control.log().downloads).toBe(0);
  });

  test("of other pixels than those asked for is kept with its true ones", async () => {
    fake.control.set({ scenario: "tinypng" });
    const [row] = await order(newJobs(1, { ratio: "16:9" }));
    expect((await pictureOf(row)).image).toMatchObject({ ratio: "16:9", width: 64, height: 48 });
  });

  test("costs what the order said, whatever the price is now", async () => {
    const before = await sumSince(0);
    const [row] = await order(newJobs(1, { price_fen: 25 }));
    expect((await pictureOf(row)).image.costFen).toBe(25);
    expect((await sumSince(0)).spentFen).toBe(before.spentFen + 25);
  });
});

describe("two painters", () => {
  test("each does its own jobs, and a draft asks nobody and costs nothing", async () => {
    const before = await sumSince(0);
    const drafts = newJobs(2, { painter: "draft", model: "draft", price_fen: 0, ratio: "3:4" });
    const painted = newJobs(1);
    await place(painted);
    const rows = [...(await order(drafts)), ...(await whenSettled(painted))];
    const images = await Promise.all(rows.map(async (row) => (await pictureOf(row)).image));
    expect(images.map(({ painter, costFen }) => [painter, costFen])).toEqual([
      ["draft", 0],
      ["draft", 0],
      ["nebula", 18],
    ]);
    expect(images[0]).toMatchObject({ ...defaultCapability.sizes["3:4"], upstreamRequestId: null });
    expect(fake.control.log().requests).toHaveLength(1);
    expect((await sumSince(0)).spentFen).toBe(before.spentFen + 18);
  });

  test("the upstream's trouble does not keep drafts waiting", async () => {
    fake.control.set({ scenario: "slow:2" });
    const slow = newJobs(1);
    await place(slow);
    wake();
    const [draft] = await order(newJobs(1, { painter: "draft", model: "draft", price_fen: 0 }));
    expect(draft?.state).toBe("done");
    const [painted] = await whenSettled(slow);
    expect(draft?.finished_at).toBeLessThan(painted?.finished_at ?? 0);
  });
});

test("a poster that cannot be read ends its own job only", async () => {
  const [bad, good] = newJobs(2);
  if (!bad || !good) throw new Error("no jobs");
  const rows = await order([{ ...bad, poster: '{"version":0}' }, good]);
  expect(rows).toMatchObject([{ state: "failed", failure: "internal" }, { state: "done" }]);
});

test("nothing half-written lies about, and every file has its record", async () => {
  await stopWorker(10_000);
  const db = await database();
  const images = await db.selectFrom("image").select("id").execute();
  const wanted = images.flatMap(({ id }) => [`${id}.json`, `${id}.png`, `${id}.webp`]).toSorted();
  const found = readdirSync(path.join(folder, "images"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
  expect(found.toSorted()).toEqual(wanted);
});
