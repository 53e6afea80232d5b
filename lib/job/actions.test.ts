import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { newBlock } from "@/lib/poster/blank";
import { database } from "@/lib/server/db/client";
import { newId } from "@/lib/server/id";
import { freshDatabase } from "@/lib/testing/database";
import { temporaryFolder } from "@/lib/testing/folder";
import { aPoster } from "@/lib/testing/jobs";
import { cancelJob, dismissJobs, enqueueOrder, retryJob } from "./actions";

process.env.DATA_DIR = temporaryFolder();
process.env.NEBULA_API_KEY = "sk-unit";
process.env.PRICE_FEN = "21";

beforeEach(freshDatabase);

const jobs = async () => (await database()).selectFrom("job").selectAll().orderBy("id").execute();

const orderOf = (changes = {}) => ({
  requestId: newId(),
  reuse: "never" as const,
  painter: "nebula" as const,
  poster: aPoster(changes),
});

describe("an order", () => {
  test("is one job for each image of each ratio, all with the words compiled and priced", async () => {
    const order = orderOf({ count: 2, ratios: ["1:1", "16:9"] });
    expect(await enqueueOrder(order)).toEqual({
      ok: true,
      value: { is: "ordered", orderId: order.requestId },
    });
    const rows = await jobs();
    expect(rows.map(({ ratio }) => ratio)).toEqual(["1:1", "16:9", "1:1", "16:9"]);
    for (const row of rows) {
      expect(row).toMatchObject({
        order_id: order.requestId,
        state: "queued",
        model: "qwen-image-plus",
        price_fen: 21,
        negative_prompt: "blurred text, typos, distorted font, unclear strokes",
      });
      expect(row.prompt).toContain("“一字不差”");
      expect(JSON.parse(row.poster)).toEqual(order.poster);
    }
  });

  test("sent again, or at the same moment, is still one order", async () => {
    const order = orderOf({ count: 3 });
    const answers = await Promise.all([1, 2, 3, 4].map(() => enqueueOrder(order)));
    answers.push(await enqueueOrder(order));
    for (const answer of answers) expect(answer).toMatchObject({ ok: true });
    expect(await jobs()).toHaveLength(3);
  });

  test("of a draft is free and needs no model", async () => {
    await enqueueOrder({ ...orderOf(), painter: "draft" });
    expect(await jobs()).toMatchObject([{ painter: "draft", model: "draft", price_fen: 0 }]);
  });
});

describe("bad input is named by its field and orders nothing", () => {
  const poster = aPoster();
  const long = ["a", "b"].map((id) => newBlock(id, "body", "字".repeat(600)));
  test.each([
    ["no words and no scene", { blocks: [] }, "poster.blocks"],
    ["a prompt of more than 800 characters", { handPrompt: "海".repeat(801) }, "poster.handPrompt"],
    ["words of more than 800 characters", { blocks: long }, "poster.blocks"],
    [
      "a negative of more than 500",
      { keepOut: { presets: ["text"], own: "x".repeat(490) } },
      "poster.keepOut.own",
    ],
    ["an unknown size", { ratios: ["2:1"] }, "poster.ratios.0"],
    ["a size twice", { ratios: ["1:1", "1:1"] }, "poster.ratios"],
    ["no size", { ratios: [] }, "poster.ratios"],
    ["0 images", { count: 0 }, "poster.count"],
    ["21 images", { count: 21 }, "poster.count"],
    ["half an image", { count: 1.5 }, "poster.count"],
    ["20 images of two ratios", { count: 20, ratios: ["1:1", "3:4"] }, "poster.count"],
    [
      "a control character",
      { blocks: [newBlock("a", "title", "a\u0007b")] },
      "poster.blocks.0.text",
    ],
  ])("%s", async (_name, changes, field) => {
    const order = { ...orderOf(), poster: { ...poster, ...changes } };
    // What a browser sends is not bound by our types.
    expect(await enqueueOrder(order as ReturnType<typeof orderOf>)).toEqual({
      ok: false,
      code: "invalidInput",
      field,
    });
    expect(await jobs()).toEqual([]);
  });
});

describe("a malformed payload is refused, not a crash", () => {
  const order = orderOf();
  test.each([
    null,
    undefined,
    "",
    "{}",
    42,
    [],
    {},
    { ...order, requestId: "../../etc/passwd" },
    { ...order, requestId: null },
    { ...order, painter: "dall-e" },
    { ...order, painter: "__proto__" },
    { ...order, poster: null },
    { ...order, poster: [] },
    { ...order, poster: { ...order.poster, version: 99 } },
    { ...order, poster: { ...order.poster, blocks: Array(25).fill(order.poster.blocks[0]) } },
    { ...order, poster: { ...order.poster, blocks: [{ text: { toString: "x" } }] } },
  ])("%#", async (payload) => {
    const raw = payload as never;
    expect(await enqueueOrder(raw)).toMatchObject({ ok: false, code: "invalidInput" });
    expect(await cancelJob(raw)).toMatchObject({ ok: false, code: "invalidInput" });
    expect(await retryJob(raw)).toMatchObject({ ok: false, code: "invalidInput" });
    expect(await jobs()).toEqual([]);
  });
});

describe("one job", () => {
  test("is cancelled while it waits, and put back by another try", async () => {
    await enqueueOrder(orderOf());
    const [{ id } = { id: "" }] = await jobs();
    expect(await retryJob({ id, maxFen: 25 })).toEqual({ ok: false, code: "notRetryable" });
    expect(await cancelJob({ id })).toEqual({ ok: true, value: null });
    expect(await cancelJob({ id })).toEqual({ ok: false, code: "tooLate" });
    expect(await retryJob({ id, maxFen: 25 })).toEqual({ ok: true, value: null });
    expect(await jobs()).toMatchObject([{ state: "queued" }]);
  });

  test("that is not there is said so", async () => {
    expect(await cancelJob({ id: newId() })).toEqual({ ok: false, code: "tooLate" });
    expect(await retryJob({ id: newId(), maxFen: 25 })).toEqual({
      ok: false,
      code: "notRetryable",
    });
  });

  test("is cleared from sight once it has ended", async () => {
    await enqueueOrder(orderOf({ count: 2 }));
    const [{ id } = { id: "" }] = await jobs();
    await cancelJob({ id });
    expect(await dismissJobs({})).toEqual({ ok: true, value: null });
    const dismissed = (await jobs()).map(({ dismissed_at }) => dismissed_at !== null);
    expect(dismissed).toEqual([true, false]);
  });
});

test("a full database is a full disk, and takes the same order later", async () => {
  const db = await database();
  const order = orderOf({ count: 20, scene: { ...aPoster().scene, subject: "海".repeat(500) } });
  // SQLite's own limit of pages: it may not grow beyond what it is now.
  await sql`vacuum`.execute(db);
  await sql`pragma max_page_count = 1`.execute(db);
  expect(await enqueueOrder(order)).toEqual({ ok: false, code: "diskFull" });
  expect(await jobs()).toEqual([]);
  await sql`pragma max_page_count = 1000000`.execute(db);
  expect(await enqueueOrder(order)).toMatchObject({ ok: true });
  expect(await jobs()).toHaveLength(20);
});
