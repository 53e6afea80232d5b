import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { posterPng } from "@/e2e/fake-upstream/png";
import { NotPictureError } from "@/lib/server/painter/picture";
import { temporaryFolder } from "@/lib/testing/folder";
import { aPoster } from "@/lib/testing/jobs";
import { aJotting } from "@/lib/testing/notes";
import { discardPicture, storePicture } from "./store-picture";

const folder = temporaryFolder();
process.env.DATA_DIR = folder;
const images = path.join(folder, "images");
const png = await posterPng({ width: 320, height: 240, prompt: "", watermark: false }, "store");
const note = aJotting(aPoster());

beforeEach(() => rmSync(images, { recursive: true, force: true }));

/** Every file of the store, by its name. */
const files = () =>
  readdirSync(images, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();

test("a picture is on disk when it is known to be one, its thumbnail soon after", async () => {
  const stored = await storePicture(png, note);
  expect(stored).toMatchObject({ bytes: png.length, picture: { width: 320, format: "png" } });
  await stored.thumbnail;
  expect(files().map((file) => path.basename(file))).toEqual([
    `${stored.id}.json`,
    `${stored.id}.png`,
    `${stored.id}.webp`,
  ]);
  await discardPicture(stored);
  expect(files()).toEqual([]);
});

test("what nobody can unpack is no picture, yet its bytes are kept, once however often they come", async () => {
  const half = png.subarray(0, png.length >> 1);
  for (let time = 0; time < 2; time += 1) {
    await expect(storePicture(Buffer.from(half), note)).rejects.toThrow(NotPictureError);
  }
  const [words = "", kept = "", ...others] = files();
  expect(others).toEqual([]);
  expect(kept).toMatch(/[0-9a-f-]{36}\.png$/u);
  expect(words, "beside it, how it was asked for").toBe(kept.replace(/png$/u, "json"));
  expect(readFileSync(kept).equals(half)).toBe(true);
});

test("what does not even say that it is a picture is not kept", async () => {
  mkdirSync(images);
  await expect(storePicture(Buffer.from("<html>"), note)).rejects.toThrow(NotPictureError);
  expect(files()).toEqual([]);
});

test("a disk that cannot be written to is what is said, and nothing stays behind", async () => {
  writeFileSync(images, "a file where the folder should be");
  await expect(storePicture(png, note)).rejects.toMatchObject({ code: /EEXIST|ENOTDIR/u });
});
