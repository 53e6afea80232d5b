import { beforeEach, describe, expect, test } from "vitest";
import { newBlock } from "@/lib/poster/blank";
import { database } from "@/lib/server/db/client";
import { newId } from "@/lib/server/id";
import { temporaryFolder } from "@/lib/testing/folder";
import { aPoster } from "@/lib/testing/jobs";
import { maxTemplates } from "./limits";
import * as store from "./store";

process.env.DATA_DIR = temporaryFolder();
const hour = 3_600_000;
const day = 24 * hour;
const now = Date.UTC(2026, 5, 15, 12);
const poster = aPoster({ ratios: ["3:4", "1:1"], handPrompt: "“手写”\n第二行" });

beforeEach(async () => {
  const db = await database();
  await db.deleteFrom("template").execute();
});

async function kept(...names: string[]): Promise<string[]> {
  const templates = await store.insertTemplates(
    names.map((name) => ({ name, poster })),
    now,
  );
  return (templates ?? []).map(({ id }) => id);
}

const names = async () => (await store.listTemplates(maxTemplates)).map(({ name }) => name);

test("a template comes back as it was kept", async () => {
  const [id = ""] = await kept("<b>夏日</b>");
  expect(await store.findTemplate(id)).toEqual({ id, name: "<b>夏日</b>", poster });
  expect(await store.findTemplate(newId())).toBeUndefined();
  expect(await store.findTemplate("' or 1=1 --")).toBeUndefined();
});

test("a poster kept by an older version of the house opens in this one", async () => {
  const [id = ""] = await kept("Old");
  const blocks = [newBlock("a", "title", "春")];
  const written = { ...poster, version: 1, blocks: blocks.map(({ readings: _, ...rest }) => rest) };
  const db = await database();
  await db
    .updateTable("template")
    .set({ poster: JSON.stringify(written) })
    .execute();
  expect((await store.findTemplate(id))?.poster).toEqual({ ...poster, blocks });
});

describe("the list", () => {
  test("has the newest on top, and those of one file in the file's order", async () => {
    await kept("First");
    await kept("A", "B", "C");
    expect(await names()).toEqual(["A", "B", "C", "First"]);
    expect(await store.countTemplates()).toBe(4);
  });

  test.each([1, 3, 7])("by %i shows each once", async (size) => {
    const ids = (await kept("1", "2", "3", "4", "5", "6", "7")).toSorted().toReversed();
    const seen: string[] = [];
    for (;;) {
      const page = await store.listTemplates(size, seen.at(-1));
      if (page.length === 0) break;
      seen.push(...page.map(({ id }) => id));
    }
    expect(seen).toEqual(ids);
  });
});

describe("a name that is taken gets a number", () => {
  test("when a template is kept, also beside others of the same file", async () => {
    await kept("Sale");
    await kept("Sale", "Sale", "Sale 2");
    expect(await names()).toEqual(["Sale 2", "Sale 3", "Sale 4", "Sale"]);
  });

  test("when one is renamed, but its own name is its own", async () => {
    const [id = ""] = await kept("Sale", "Menu");
    expect(await store.updateTemplate(id, { name: "Menu" }, now)).toBe("Menu 2");
    expect(await store.updateTemplate(id, { name: "Menu 2" }, now)).toBe("Menu 2");
    expect((await store.findTemplate(id))?.poster).toEqual(poster);
  });

  test("when a deleted one comes back to find it taken", async () => {
    const [id = ""] = await kept("Sale");
    await store.deleteTemplate(id, now);
    await kept("Sale");
    expect(await store.restoreTemplate(id, now)).toBe("restored");
    expect((await names()).toSorted()).toEqual(["Sale", "Sale 2"]);
  });

  test("when many are kept at the same moment", async () => {
    await Promise.all(Array.from({ length: 8 }, () => kept("Sale")));
    expect(new Set(await names()).size).toBe(8);
  });
});

test("saving over changes poster and name, and what is gone is said so", async () => {
  const [id = "", other = ""] = await kept("Sale", "Menu");
  const changed = aPoster({ count: 3 });
  expect(await store.updateTemplate(id, { name: "Sale!", poster: changed }, now)).toBe("Sale!");
  expect(await store.findTemplate(id)).toEqual({ id, name: "Sale!", poster: changed });
  expect((await store.findTemplate(other))?.poster).toEqual(poster);
  await store.deleteTemplate(id, now);
  expect(await store.updateTemplate(id, { name: "x", poster }, now)).toBeUndefined();
});

describe("deleting", () => {
  test("hides a template, and undo brings it back where it stood", async () => {
    const [, id = ""] = await kept("A", "B", "C");
    expect(await store.deleteTemplate(id, now)).toBe(true);
    expect(await store.findTemplate(id)).toBeUndefined();
    expect(await names()).toEqual(["A", "C"]);
    expect(await store.countTemplates()).toBe(2);
    expect(await store.restoreTemplate(id, now + hour)).toBe("restored");
    expect(await names()).toEqual(["A", "B", "C"]);
  });

  test("twice, or what is not there, is said so", async () => {
    const [id = ""] = await kept("A");
    expect(await store.restoreTemplate(id, now)).toBe("notFound");
    expect(await store.deleteTemplate(id, now)).toBe(true);
    expect(await store.deleteTemplate(id, now)).toBe(false);
    expect(await store.deleteTemplate(newId(), now)).toBe(false);
    expect(await store.restoreTemplate(newId(), now)).toBe("notFound");
  });

  test("is for good after a day", async () => {
    const [old = "", fresh = "", other = ""] = await kept("Old", "Fresh", "Other");
    await store.deleteTemplate(old, now - day);
    await store.deleteTemplate(fresh, now - day + 1);
    expect(await store.restoreTemplate(old, now)).toBe("notFound");
    await store.deleteTemplate(other, now);
    const rows = await (await database()).selectFrom("template").select("name").execute();
    expect(rows.map(({ name }) => name).toSorted()).toEqual(["Fresh", "Other"]);
  });
});

test("a full house takes all of a file or none of it, and undo waits for room", async () => {
  await kept(...Array.from({ length: maxTemplates - 1 }, (_, index) => `${index}`));
  expect(
    await store.insertTemplates(
      [
        { name: "A", poster },
        { name: "B", poster },
      ],
      now,
    ),
  ).toBe(undefined);
  expect(await store.countTemplates()).toBe(maxTemplates - 1);
  const [id = ""] = await kept("A");
  await store.deleteTemplate(id, now);
  await kept("B");
  expect(await store.restoreTemplate(id, now)).toBe("noRoom");
});
