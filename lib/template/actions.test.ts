import { parse } from "content-disposition";
import { beforeEach, describe, expect, test } from "vitest";
import { newBlock } from "@/lib/poster/blank";
import { database } from "@/lib/server/db/client";
import { newId } from "@/lib/server/id";
import { temporaryFolder } from "@/lib/testing/folder";
import { aPoster } from "@/lib/testing/jobs";
import * as actions from "./actions";
import { writeTemplates } from "./file";
import { fileAnswer } from "./file-answer";
import { maxFileBytes, maxTemplates } from "./limits";
import { listTemplates } from "./store";

process.env.DATA_DIR = temporaryFolder();
const poster = aPoster();

beforeEach(async () => {
  const db = await database();
  await db.deleteFrom("template").execute();
});

const fileOf = (...parts: BlobPart[]) => new File(parts, "templates.json");
const kept = () => listTemplates(maxTemplates);

async function saved(name: string): Promise<string> {
  const result = await actions.saveTemplate({ name, poster });
  if (!result.ok) throw new Error(result.code);
  return result.value.id;
}

test("a template is saved, saved over, renamed, duplicated, deleted and brought back", async () => {
  const id = await saved("  Sale ");
  expect(await kept()).toEqual([{ id, name: "Sale", poster }]);
  const changed = aPoster({ blocks: [newBlock("a", "title", "冬")] });
  expect(await actions.saveOver({ id, name: "Winter", poster: changed })).toEqual({
    ok: true,
    value: { id, name: "Winter" },
  });
  await actions.renameTemplate({ id, name: "冬日" });
  expect(await actions.duplicateTemplate({ id })).toMatchObject({ value: { name: "冬日 2" } });
  expect(await kept()).toMatchObject([
    { name: "冬日 2", poster: changed },
    { id, name: "冬日", poster: changed },
  ]);
  expect(await actions.deleteTemplate({ id })).toEqual({ ok: true, value: null });
  expect(await kept()).toHaveLength(1);
  expect(await actions.restoreTemplate({ id })).toEqual({ ok: true, value: null });
  expect(await kept()).toHaveLength(2);
});

test("what is gone is said so by all of them", async () => {
  const id = newId();
  const gone = { ok: false, code: "notFound" };
  expect(await actions.saveOver({ id, name: "x", poster })).toEqual(gone);
  expect(await actions.renameTemplate({ id, name: "x" })).toEqual(gone);
  expect(await actions.duplicateTemplate({ id })).toEqual(gone);
  expect(await actions.deleteTemplate({ id })).toEqual(gone);
  expect(await actions.restoreTemplate({ id })).toEqual(gone);
});

describe("bad input is named by its field and keeps nothing", () => {
  const template = { name: "Good", poster };
  test.each([
    ["no name", { ...template, name: " " }, "name"],
    ["a long name", { ...template, name: "字".repeat(61) }, "name"],
    ["a name of two lines", { ...template, name: "a\nb" }, "name"],
    ["no poster", { name: "Good" }, "poster"],
    ["half an image", { ...template, poster: { ...poster, count: 0.5 } }, "poster.count"],
    [
      "a poster of an older version",
      { ...template, poster: { ...poster, version: 1 } },
      "poster.version",
    ],
  ])("%s", async (_name, input, field) => {
    const answer = { ok: false, code: "invalidInput", field };
    // What a browser sends is not bound by our types.
    expect(await actions.saveTemplate(input as typeof template)).toEqual(answer);
    const over = { id: await saved("Over"), ...input } as typeof template & { id: string };
    expect(await actions.saveOver(over)).toEqual(answer);
    expect(await kept()).toMatchObject([{ name: "Over", poster }]);
  });

  test.each([
    null,
    undefined,
    "",
    42,
    [],
    {},
    { id: "../../etc/passwd" },
    { id: null },
    { file: "x" },
  ])("%j", async (payload) => {
    const raw = payload as never;
    for (const act of Object.values(actions)) {
      expect(await act(raw)).toMatchObject({ ok: false, code: "invalidInput" });
    }
  });
});

describe("a file", () => {
  test("carries templates from one house to another, in order", async () => {
    for (const name of ["One", "Two", "Three"]) await saved(name);
    const before = await kept();
    const answer = fileAnswer(before);
    const file = fileOf(await answer.arrayBuffer());
    for (const { id } of before) await actions.deleteTemplate({ id });
    expect(await actions.importTemplates({ file })).toEqual({ ok: true, value: { added: 3 } });
    const plain = (list: typeof before) => list.map(({ name, poster: own }) => ({ name, own }));
    expect(plain(await kept())).toEqual(plain(before));
  });

  test("that is damaged anywhere gives nothing at all", async () => {
    const bad = { name: "Bad", poster: { ...poster, ratios: [] } };
    const file = fileOf(writeTemplates([{ name: "Good", poster }, bad]));
    expect(await actions.importTemplates({ file })).toEqual({
      ok: true,
      value: {
        problem: { is: "damaged", path: "templates[1].poster.ratios", reason: "empty" },
      },
    });
    expect(await kept()).toEqual([]);
  });

  test("that is too large, or too much for the room there is, is refused", async () => {
    const large = fileOf(new Uint8Array(maxFileBytes + 1));
    expect(await actions.importTemplates({ file: large })).toMatchObject({ ok: false });
    const full = Array.from({ length: maxTemplates }, () => ({ name: "满", poster }));
    await saved("One");
    expect(await actions.importTemplates({ file: fileOf(writeTemplates(full)) })).toEqual({
      ok: false,
      code: "noRoom",
    });
    expect(await kept()).toHaveLength(1);
  });

  test.each([
    [["夏日 / 促销"], "verbatim-夏日-促销.json"],
    [["../../etc/passwd\r\nSet-Cookie: x"], "verbatim-etc-passwd-Set-Cookie-x.json"],
    [["😀"], "verbatim-templates.json"],
    [["One", "Two"], "verbatim-templates.json"],
    [[], "verbatim-templates.json"],
  ])("of %j is called %s", (names, called) => {
    const templates = names.map((name) => ({ id: newId(), name, poster }));
    const header = fileAnswer(templates).headers.get("content-disposition") ?? "";
    expect(parse(header).parameters.filename).toBe(called);
    expect(header).toMatch(/^[ -~]+$/u);
  });
});
