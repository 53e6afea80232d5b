import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/lib/server/db/client";
import { temporaryFolder } from "@/lib/testing/folder";
import { anyGateway } from "@/lib/testing/gateway";
import { newJobs, place } from "@/lib/testing/jobs";
import { whenSettled } from "@/lib/testing/rows";
import { startWorker, stopWorker, wake } from "./worker";

const gateway = await anyGateway();
Object.assign(process.env, {
  NEBULA_API_KEY: "sk-wrapped",
  NEBULA_BASE_URL: gateway.origin,
  DATA_DIR: temporaryFolder(),
  UPSTREAM_STARTS_PER_SECOND: "1000",
});
beforeAll(startWorker);
afterAll(() => stopWorker(10_000));

async function order() {
  const jobs = newJobs(1);
  gateway.orders = [];
  await place(jobs);
  wake();
  const [job] = await whenSettled(jobs);
  const db = await database();
  const entries = await db
    .selectFrom("ledger")
    .select(["kind", "spent_fen"])
    .where("job_id", "=", jobs[0]?.id ?? "")
    .orderBy("id")
    .execute();
  const ledger = entries.map(({ kind, spent_fen }) => `${kind} ${spent_fen}`);
  return { job, ledger, asked: gateway.orders.length };
}

const base64 = gateway.picture.toString("base64");
const inline = `data:image/png;base64,${base64}`;
const address = `${gateway.origin}/files/1.png?sig=x%2By`;

/** The picture in every dress that gateways give it, as the value of a name. */
const dresses: readonly Record<string, unknown>[] = [
  ...[base64, inline, address, "/files/1.png", `${gateway.origin}/files/hop-2.png`].flatMap(
    (url) => [
      { url },
      { url: { cost: 3, result: url } },
      { image: { url } },
      { image_url: { url, detail: "high" } },
      { imageUrl: url },
      { images: [url] },
      { images: [{ url, width: 64 }] },
    ],
  ),
  { b64_json: base64 },
  { url: "", b64_json: inline },
  { url: "https://elsewhere.example.com/x.png", b64_json: base64 },
  // What cannot be fetched gives way to what can.
  { images: ["https://elsewhere.example.com/x.png", address] },
  { images: [`${gateway.origin}/files/gone.png`, address] },
  { images: [`${gateway.origin}/files/page.png`, { url: address }] },
  { url: address, b64_json: Buffer.from("no picture at all, only some words").toString("base64") },
  { url: address, b64_json: gateway.picture.subarray(0, 60).toString("base64") },
  ...[
    `![image](${address})`,
    `Done! [open](${address})`,
    `Here: ${address}.`,
    `![](${inline})`,
  ].flatMap((text) => [
    { choices: [{ message: { role: "assistant", content: text } }] },
    { choices: [{ message: { content: [{ type: "text", text }] } }] },
  ]),
  { output: { choices: [{ message: { content: [{ image: address }] } }] } },
  { output: { task_status: "SUCCEEDED", results: [{ url: address, orig_prompt: "x" }] } },
];

/** What may stand round it. */
const wrappings: readonly ((inner: unknown) => Record<string, unknown>)[] = [
  (inner) => ({ data: inner }),
  (inner) => ({ data: [inner] }),
  (inner) => ({ data: { data: [inner], created: 1 } }),
  (inner) => ({ result: inner }),
  (inner) => ({ output: inner }),
  (inner) => ({ response: { candidates: [inner] } }),
  (inner) => ({ metadata: inner, data: null }),
  (inner) => ({ payload: JSON.stringify(inner) }),
];

const docs = "https://docs.example.com/errors";
/** What may be said beside it. */
const beside = fc.record(
  {
    error: fc.constantFrom({}, "", null, { message: "", code: "" }, "odd", {
      message: `see ${docs}`,
      url: docs,
    }),
    code: fc.constantFrom(0, 200, "200", "success", 500, "InternalError", 401),
    msg: fc.constantFrom("", "操作成功", "Operation successful", `warning, see ${docs}`),
    status: fc.constantFrom("ok", "error", "completed"),
    success: fc.boolean(),
    request_id: fc.constantFrom("r-1", 7, ""),
    thumbnail: fc.constant(`${gateway.origin}/files/gone.png`),
    prompt: fc.constant(`![x](${gateway.origin}/files/gone.png)`),
    usage: fc.dictionary(fc.string(), fc.oneof(fc.nat(), fc.string())),
  },
  { requiredKeys: [] },
);

const statuses = [
  200, 200, 200, 201, 202, 400, 403, 422, 429, 499, 500, 502, 503, 504, 530,
] as const;

/** How the text of an answer travels. */
const travels: readonly ((text: string) => {
  headers?: Record<string, string>;
  body: string | Buffer;
})[] = [
  (body) => ({ body, headers: { "content-type": "application/json" } }),
  (body) => ({ body: `\uFEFF${body}\n`, headers: { "content-type": "text/plain" } }),
  (body) => ({
    body: `data: ${body}\n\ndata: [DONE]\n\n`,
    headers: { "content-type": "text/event-stream" },
  }),
  (body) => ({ body: gzipSync(body), headers: { "content-encoding": "gzip" } }),
];

test("whatever a picture is wrapped in, it is kept, charged once, and not asked for again", async () => {
  const answers = fc.record({
    dress: fc.constantFrom(...dresses),
    wraps: fc.array(fc.constantFrom(...wrappings), { maxLength: 2 }),
    noise: beside,
    status: fc.constantFrom(...statuses),
    travel: fc.constantFrom(...travels),
  });
  await fc.assert(
    fc.asyncProperty(answers, async ({ dress, wraps, noise, status, travel }) => {
      const wrapped = wraps.reduce((inner, wrap) => wrap(inner), dress);
      gateway.answer = { status, ...travel(JSON.stringify({ ...noise, ...wrapped })) };
      const { job, ledger, asked } = await order();
      expect(job).toMatchObject({ state: "done", failure: null });
      expect(ledger).toEqual(["reserve 0", "settle 18"]);
      expect(asked).toBe(1);
    }),
    { numRuns: 150 },
  );
}, 120_000);

test.each([
  ["the picture itself", { body: gateway.picture }],
  ["a data: address", { body: inline }],
  ["an address and nothing else", { body: ` ${address}\n` }],
  ["markdown", { body: `Here you are:\n\n![image](${address})` }],
  [
    "a chat in pieces",
    {
      body: ["![image](", address.slice(0, 20), address.slice(20), ")"]
        .map((content) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`)
        .join(""),
    },
  ],
])("an answer that is %s is kept", async (_name, answer) => {
  gateway.answer = answer;
  expect(await order()).toMatchObject({
    job: { state: "done" },
    ledger: ["reserve 0", "settle 18"],
  });
});

test("without a picture there is none, whatever stands there, and it is asked for once", async () => {
  const bodies = fc.record({
    data: fc.constantFrom(null, [], {}, [{ url: "" }], "ok"),
    choices: fc.constantFrom(undefined, [{ message: { content: `I cannot. Read ${docs}.` } }]),
    noise: beside,
    status: fc.constantFrom(200, 499, 500, 530),
  });
  await fc.assert(
    fc.asyncProperty(bodies, async ({ data, choices, noise, status }) => {
      const { prompt: _told, ...said } = noise;
      const known = { ...said, code: 200, error: "odd" };
      gateway.answer = { status, body: JSON.stringify({ ...known, data, choices }) };
      const { job, ledger, asked } = await order();
      expect(job).toMatchObject({ state: "failed", failure: "gateway" });
      expect(ledger).toEqual(["reserve 0", "maybeCharged 0"]);
      expect(asked).toBe(1);
    }),
    { numRuns: 40 },
  );
}, 60_000);
