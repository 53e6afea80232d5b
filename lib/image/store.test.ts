import { existsSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { database } from "@/lib/server/db/client";
import { env } from "@/lib/server/env";
import { newId } from "@/lib/server/id";
import { putFile, readFileStream, readNoteFile } from "@/lib/server/storage/disk";
import { temporaryFolder } from "@/lib/testing/folder";
import { storedImage } from "@/lib/testing/images";
import { aPoster, newJobs, place } from "@/lib/testing/jobs";
import { readNote } from "./note";
import * as store from "./store";
import { sweep } from "./sweep-store";
import { listUnknown, unknownCount } from "./unknown-store";

process.env.DATA_DIR = temporaryFolder();
const hour = 3_600_000;
const day = 24 * hour;
const now = Date.UTC(2026, 5, 15, 12);

beforeEach(async () => {
  const db = await database();
  await db.deleteFrom("image").execute();
});

async function storedImages(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1) ids.push(await storedImage());
  return ids;
}

async function isOnDisk(id: string): Promise<boolean> {
  const [png, thumb] = [await readFileStream(id, "png"), await readFileStream(id, "thumb")];
  await Promise.all([png?.stream.cancel(), thumb?.stream.cancel()]);
  expect(png === undefined, "both or neither").toBe(thumb === undefined);
  return png !== undefined;
}

const idsOf = (images: store.Image[]) => images.map(({ id }) => id);

test("an image comes back with the very settings it was made from", async () => {
  const poster = aPoster({ ratios: ["3:4", "1:1"], count: 4, handPrompt: "“手写”\n第二行" });
  const id = await storedImage({ poster: JSON.stringify(poster), cost_fen: 25 });
  expect(await store.findImage(id)).toMatchObject({
    id,
    poster,
    costFen: 25,
    width: 1140,
    height: 1472,
    tookMs: 9000,
    upstreamRequestId: "up-1",
  });
});

test("an id that names no image finds none", async () => {
  expect(await store.findImage(newId())).toBeUndefined();
  expect(await store.findImage("' or 1=1 --")).toBeUndefined();
});

describe("paging", () => {
  async function pages(size: number, between?: () => Promise<unknown>): Promise<string[]> {
    const seen: string[] = [];
    while (seen.length < 100) {
      const page = await store.listImages(size, seen.at(-1));
      if (page.length === 0) break;
      expect(page.length).toBeLessThanOrEqual(size);
      seen.push(...idsOf(page));
      await between?.();
    }
    return seen;
  }

  test.each([1, 3, 7, 50])("by %i shows each image once, newest first", async (size) => {
    const ids = await storedImages(7);
    expect(await pages(size)).toEqual(ids.toReversed());
    expect(await store.countImages()).toBe(7);
  });

  test("goes on without gaps or repeats while new images arrive", async () => {
    const ids = await storedImages(6);
    expect(await pages(2, () => storedImage())).toEqual(ids.toReversed());
  });

  test("goes on without gaps when images of the last page are deleted", async () => {
    const ids = await storedImages(6);
    const newestFirst = ids.toReversed();
    const first = idsOf(await store.listImages(2));
    await store.deleteImage(first[1] ?? "", now);
    expect(idsOf(await store.listImages(4, first[1]))).toEqual(newestFirst.slice(2));
  });
});

describe("deleting", () => {
  test("hides an image, and undo brings it back with its files", async () => {
    const [older = "", newer = ""] = await storedImages(2);
    expect(await store.deleteImage(newer, now)).toBe(true);
    expect(await store.findImage(newer)).toBeUndefined();
    expect(idsOf(await store.listImages(10))).toEqual([older]);
    expect(await store.countImages()).toBe(1);
    expect(await isOnDisk(newer)).toBe(true);

    expect(await store.restoreImage(newer, now + hour)).toBe(true);
    expect(idsOf(await store.listImages(10))).toEqual([newer, older]);
  });

  test("twice, or what is not there, is said so", async () => {
    const id = await storedImage();
    expect(await store.deleteImage(id, now)).toBe(true);
    expect(await store.deleteImage(id, now + 1)).toBe(false);
    expect(await store.deleteImage(newId(), now)).toBe(false);
    expect(await store.restoreImage(newId(), now)).toBe(false);
    expect(await store.restoreImage(await storedImage(), now), "not deleted").toBe(false);
  });
});

describe("sweeping", () => {
  test("takes the files of images deleted a day ago, and no others", async () => {
    const [kept = "", fresh = "", old = ""] = await storedImages(3);
    await store.deleteImage(old, now - day);
    await store.deleteImage(fresh, now - day + 1);
    await sweep(now);
    expect(await Promise.all([kept, fresh, old].map(isOnDisk))).toEqual([true, true, false]);
  });

  test("ends the time of undo, so that no image comes back without its file", async () => {
    const [fresh = "", old = ""] = await storedImages(2);
    await store.deleteImage(old, now - day);
    await store.deleteImage(fresh, now - day + 1);
    await sweep(now);
    expect(await store.restoreImage(old, now)).toBe(false);
    expect(await store.restoreImage(fresh, now)).toBe(true);
    expect(await isOnDisk(fresh)).toBe(true);
  });
});

describe("files nobody knows of", () => {
  const shelf = (id: string) => path.join(env().DATA_DIR, "images", id.slice(-2));
  const age = (file: string) =>
    utimesSync(file, new Date(now - 2 * hour), new Date(now - 2 * hour));

  test("stay, however old, and are counted; what is half-written goes", async () => {
    const [known = ""] = await storedImages(1);
    const [orphan, answer, thumbOnly] = [newId(), newId(), newId()];
    for (const id of [orphan, answer]) await putFile(id, "png", Buffer.from("x"));
    for (const id of [orphan, answer, thumbOnly]) await putFile(id, "thumb", Buffer.from("x"));
    const part = path.join(shelf(orphan), `${orphan}.png.${newId()}.part`);
    writeFileSync(part, "half");
    const [job] = newJobs(1);
    if (!job) throw new Error("no job");
    await place([job]);
    const db = await database();
    await db.updateTable("job").set({ answer_image_id: answer }).where("id", "=", job.id).execute();
    for (const id of [known, orphan, answer]) age(path.join(shelf(id), `${id}.png`));
    for (const id of [known, orphan, answer, thumbOnly]) age(path.join(shelf(id), `${id}.webp`));
    age(part);

    await sweep(now);
    const left = await Promise.all([known, answer, orphan].map(isOnDisk));
    expect(left).toEqual([true, true, true]);
    expect(existsSync(part)).toBe(false);
    expect((await listUnknown(now)).map(({ id }) => id)).toEqual([orphan]);
    expect(unknownCount()).toBe(1);
  });

  test("a half-written file stays while it may still be written to", async () => {
    const id = newId();
    await putFile(id, "png", Buffer.from("x"));
    const part = path.join(shelf(id), `${id}.jpg.${newId()}.part`);
    writeFileSync(part, "half");
    utimesSync(part, new Date(now - hour + 1), new Date(now - hour + 1));
    await sweep(now);
    expect(existsSync(part)).toBe(true);
  });

  test("pictures from before there were notes get theirs", async () => {
    const id = await storedImage();
    await sweep(now);
    const note = readNote((await readNoteFile(id)) ?? "");
    expect(note).toMatchObject({ painter: "nebula", costFen: 18, jobId: null, parentId: null });
    expect(note?.poster).toEqual((await store.findImage(id))?.poster);
  });

  test("an empty house has nothing to sweep", async () => {
    await expect(sweep(now)).resolves.toBeUndefined();
  });
});
