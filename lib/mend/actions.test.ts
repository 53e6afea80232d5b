import { beforeEach, describe, expect, test, vi } from "vitest";
import { wantedBlocks } from "@/lib/image/bare";
import { findImage, listImages } from "@/lib/image/store";
import { newBlock } from "@/lib/poster/blank";
import { addProof, findProof, settleRead } from "@/lib/proof/store";
import { database } from "@/lib/server/db/client";
import { putFile, readPicture } from "@/lib/server/storage/disk";
import { freshDatabase } from "@/lib/testing/database";
import { draftOf } from "@/lib/testing/drafts";
import { temporaryFolder } from "@/lib/testing/folder";
import { storedImage } from "@/lib/testing/images";
import { aPoster } from "@/lib/testing/jobs";
import { proofByLines } from "@/lib/testing/proofs";
import { readLine } from "@/lib/testing/reading";
import { saveMend } from "./actions";
import { coverAnswer } from "./cover-answer";
import { openMend } from "./open-mend";
import type { Erasure, Patch } from "./schema";

vi.stubEnv("DATA_DIR", temporaryFolder());
vi.setConfig({ testTimeout: 120_000 });

const blocks = [newBlock("title", "title", "一字不差"), newBlock("slogan", "slogan", "Verbatim")];
const poster = aPoster({ blocks, ratios: ["1:1"] });
const square = { ratio: "1:1", width: 1328, height: 1328 } as const;

const patch: Patch = {
  ...{ blockId: "title", text: "一字不差", direction: "horizontal", lettering: "serif" },
  ...{ weight: 700, size: 120, spacing: 0.02, colour: "#1c1a17", alignment: "middle" },
  box: { x: 100, y: 100, width: 600, height: 130 },
  isFromRight: false,
  cover: { kind: "plate", area: { x: 90, y: 90, width: 620, height: 150 }, plate: "#fffdf8" },
};

async function aDraft(): Promise<string> {
  const id = await storedImage({ painter: "draft", poster: JSON.stringify(poster), ...square });
  await putFile(id, "png", await draftOf(blocks));
  return id;
}

const patched = (changes: Partial<Patch>) => [{ ...patch, ...changes }];
const box = (changes: Partial<Patch["box"]>) => ({ box: { ...patch.box, ...changes } });

beforeEach(freshDatabase);

describe("a mend that is saved", () => {
  test("is a new version that cost nothing, with its parent, to be read in its turn", async () => {
    const parent = await aDraft();
    const before = await readPicture(parent);
    const result = await saveMend({ imageId: parent, patches: patched({}) });
    if (!result.ok) throw new Error(result.code);
    const version = await findImage(result.value.id);
    expect(version).toMatchObject({
      ...{ parentId: parent, costFen: 0, painter: "draft", width: 1328, height: 1328 },
      poster,
    });
    expect((await findProof(result.value.id))?.state).toEqual({ is: "waiting" });
    expect((await listImages(9)).map(({ id }) => id)).toEqual([result.value.id, parent]);
    expect((await readPicture(parent))?.equals(before ?? Buffer.alloc(0))).toBe(true);
    expect((await readPicture(result.value.id))?.equals(before ?? Buffer.alloc(0))).toBe(false);
    const db = await database();
    expect(await db.selectFrom("ledger").selectAll().execute()).toEqual([]);
    expect(await db.selectFrom("job").selectAll().execute()).toEqual([]);
  });

  test("wants its words, though its parent was painted without them", async () => {
    const bare = { poster: JSON.stringify({ ...poster, bare: true }), ...square };
    const parent = await storedImage(bare);
    await putFile(parent, "png", await draftOf([]));
    expect(await openMend(parent)).toMatchObject({
      ...{ isBare: true, isUnread: false },
      mendables: [{ verdict: null, patch: { cover: { kind: "none" } } }, { verdict: null }],
    });
    const saved = await saveMend({ imageId: parent, patches: patched({}) });
    const version = saved.ok ? await findImage(saved.value.id) : undefined;
    expect(version && wantedBlocks(version)).toEqual(blocks);
    expect(await openMend(version?.id ?? "")).toMatchObject({ isBare: false, isUnread: true });
  });

  test("may mend several blocks, and be mended again", async () => {
    const both = [
      patch,
      { ...patch, blockId: "slogan", text: "Verbatim", cover: { ...patch.cover, kind: "inpaint" } },
    ] as Patch[];
    const first = await saveMend({ imageId: await aDraft(), patches: both });
    if (!first.ok) throw new Error(first.code);
    const second = await saveMend({ imageId: first.value.id, patches: patched({}) });
    expect(second.ok && (await findImage(second.value.id))?.parentId).toBe(first.value.id);
  });
});

describe("a line nobody asked for", () => {
  const extra: Erasure = {
    extraId: "extra.0",
    cover: { kind: "inpaint", area: { x: 90, y: 90, width: 620, height: 150 }, plate: "#fffdf8" },
  };
  const extraAt = (area: Partial<Patch["box"]>): Erasure => ({
    ...extra,
    cover: { ...extra.cover, area: { ...extra.cover.area, ...area } },
  });

  test.each(["inpaint", "plate"] as const)("is taken out alone (%s)", async (kind) => {
    const parent = await aDraft();
    const erasures = [{ ...extra, cover: { ...extra.cover, kind } }];
    const result = await saveMend({ imageId: parent, patches: [], erasures });
    if (!result.ok) throw new Error(result.code);
    expect(await findImage(result.value.id)).toMatchObject({ parentId: parent, costFen: 0 });
    expect((await findProof(result.value.id))?.state).toEqual({ is: "waiting" });
    const [was, is] = await Promise.all([parent, result.value.id].map(readPicture));
    expect(is?.equals(was ?? Buffer.alloc(0))).toBe(false);
  });

  test("is taken out together with words that are set", async () => {
    const result = await saveMend({
      ...{ imageId: await aDraft(), patches: patched({}) },
      erasures: [extraAt({ y: 900 }), { ...extraAt({ y: 700 }), extraId: "extra.1" }],
    });
    expect(result.ok).toBe(true);
  });

  test.each<[string, unknown[]]>([
    ["none at all", []],
    ["one twice", [extra, extra]],
    ["one outside the picture", [extraAt({ x: 900 })]],
    ["one without extent", [extraAt({ width: 0 })]],
    ["one that would stay", [{ ...extra, cover: { ...extra.cover, kind: "none" } }]],
    ["one known by a block's name", [{ ...extra, extraId: "title" }]],
    ["one in no colour", [{ ...extra, cover: { ...extra.cover, plate: "url(#a)" } }]],
    ["41 of them", Array.from({ length: 41 }, (_, at) => ({ ...extra, extraId: `extra.${at}` }))],
  ])("is refused for %s", async (_name, erasures) => {
    const asked = { imageId: await aDraft(), patches: [], erasures: erasures as Erasure[] };
    expect(await saveMend(asked)).toMatchObject({ ok: false, code: "invalidInput" });
    expect(await listImages(9)).toHaveLength(1);
  });

  test("is offered by the page with its place, strokes and ground included", async () => {
    const id = await aDraft();
    await addProof(await database(), id);
    const box = { x: 200, y: 640, width: 300, height: 50 };
    const words = blocks.map(({ text }, row) => readLine(text, { row }));
    const proof = await proofByLines(blocks, [...words, readLine("内部资料", { box })]);
    await settleRead(id, proof, "script", 1);
    const opened = await openMend(id);
    expect(opened?.erasables).toEqual([
      {
        text: "内部资料",
        erasure: {
          extraId: "extra.0",
          cover: {
            ...{ kind: "inpaint", plate: expect.stringMatching(/^#[0-9a-f]{6}$/u) },
            area: { x: 192, y: 632, width: 316, height: 66 },
          },
        },
      },
    ]);
    const erasures = opened?.erasables.map(({ erasure }) => erasure) ?? [];
    expect((await saveMend({ imageId: id, patches: [], erasures })).ok).toBe(true);
  });
});

describe("a mend is refused, and nothing is kept,", () => {
  test.each<[string, readonly unknown[]]>([
    ["without a patch", []],
    [
      "of a thousand patches",
      Array.from({ length: 1000 }, (_, at) => ({ ...patch, blockId: `b${at}` })),
    ],
    ["of one block twice", [patch, patch]],
    ["of a block the poster has not", patched({ blockId: "other" })],
    ["with words right of the picture", patched(box({ x: 900 }))],
    ["with words left of it", patched(box({ x: -50 }))],
    ["with words under it", patched(box({ y: 1300 }))],
    ["with a frame of nothing", patched(box({ width: 0 }))],
    ["with a frame that is no number", patched(box({ width: Number.NaN }))],
    ["without end", patched(box({ height: Number.POSITIVE_INFINITY }))],
    [
      "with an area outside",
      patched({ cover: { ...patch.cover, area: { x: 0, y: 0, width: 2000, height: 10 } } }),
    ],
    ["of control characters", patched({ text: "一\u0007字" })],
    ["of half a character", patched({ text: "\ud83d" })],
    ["of blanks", patched({ text: " \n " })],
    ["of an endless text", patched({ text: "字".repeat(601) })],
    ["in no colour", patched({ colour: 'red" onload="x' })],
    ["in no face", patched({ lettering: "comic" as never })],
    ["in type too small", patched({ size: 0 })],
    ["in type too large", patched({ size: 1e9 })],
    ["in a weight it has not", patched({ weight: 900 as never })],
  ])("%s", async (_name, patches) => {
    const imageId = await aDraft();
    const result = await saveMend({ imageId, patches: patches as Patch[] });
    expect(result).toMatchObject({ ok: false, code: "invalidInput" });
    expect(await listImages(9)).toHaveLength(1);
  });

  test("of a picture that is not there, was deleted, or is no id", async () => {
    const gone = await storedImage({ deleted_at: Date.now() });
    const never = "0198c8a0-0000-7000-8000-000000000000";
    for (const imageId of [gone, never]) {
      expect(await saveMend({ imageId, patches: patched({}) })).toMatchObject({ code: "notFound" });
      expect((await coverAnswer(imageId, new URLSearchParams())).status).toBe(404);
      expect(await openMend(imageId)).toBeUndefined();
    }
    const result = await saveMend({ imageId: "../../etc/passwd", patches: patched({}) });
    expect(result).toMatchObject({ ok: false, code: "invalidInput" });
    expect((await coverAnswer("../../etc", new URLSearchParams())).status).toBe(404);
  });
});

describe("an area painted over", () => {
  const ask = (id: string, area: Record<string, string>) =>
    coverAnswer(id, new URLSearchParams(area));

  test("is a picture of that area", async () => {
    const answer = await ask(await aDraft(), { x: "100", y: "80", width: "300", height: "90" });
    expect(answer.headers.get("content-type")).toBe("image/png");
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([300, 90]);
  });

  test.each([
    {},
    { x: "0", y: "0", width: "0", height: "9" },
    { x: "-1", y: "0", width: "9", height: "9" },
    { x: "1300", y: "0", width: "100", height: "9" },
    { x: "1e3", y: "0", width: "9", height: "9" },
    { x: "0.5", y: "0", width: "9", height: "9" },
    { x: "999999999", y: "0", width: "9", height: "9" },
  ])("is refused for %j", async (area) => {
    expect((await ask(await aDraft(), area as Record<string, string>)).status).toBe(400);
  });
});

test("a picture nobody has read opens with every word at its place in the layout", async () => {
  const opened = await openMend(await aDraft());
  expect(opened).toMatchObject({ wrong: [], isUnread: true });
  expect(opened?.mendables.map(({ wanted }) => wanted)).toEqual(["一字不差", "Verbatim"]);
  for (const each of opened?.mendables ?? []) {
    expect(each).toMatchObject({ read: null, verdict: null });
    const { ok } = await saveMend({ imageId: opened?.image.id ?? "", patches: [each.patch] });
    expect(ok).toBe(true);
  }
});

test("a picture of earlier times that nobody can unpack is not to be mended, and breaks nothing", async () => {
  const id = await storedImage({ poster: JSON.stringify(poster), ...square });
  expect(await openMend(id)).toBeUndefined();
  expect(await saveMend({ imageId: id, patches: patched({}) })).toMatchObject({ code: "notFound" });
  const area = new URLSearchParams({ x: "1", y: "1", width: "9", height: "9" });
  expect((await coverAnswer(id, area)).status).toBe(404);
});
