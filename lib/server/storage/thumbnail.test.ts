import { rmSync } from "node:fs";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { posterPng } from "@/e2e/fake-upstream/png";
import { temporaryFolder } from "@/lib/testing/folder";
import { newId } from "../id";
import { putFile, readFileStream } from "./disk";
import { isUndrawable, makeThumbnail, readThumbnail } from "./thumbnail";

const folder = temporaryFolder();
process.env.DATA_DIR = folder;

async function thumbOf(id: string): Promise<Buffer> {
  const found = await readThumbnail(id, "png");
  if (!found) throw new Error("no thumbnail");
  return buffer(found.stream);
}

test.each([
  [928, 1664, 357, 640],
  [1664, 928, 640, 357],
  [1328, 1328, 640, 640],
])("of %i×%i is a WebP of %i×%i", async (width, height, thumbWidth, thumbHeight) => {
  const png = await posterPng({ width, height, prompt: "", watermark: false }, "thumbnail");
  const id = newId();
  void makeThumbnail(id, png);
  const thumb = await thumbOf(id);
  const wanted = { format: "webp", width: thumbWidth, height: thumbHeight };
  expect(await sharp(thumb).metadata()).toMatchObject(wanted);
  expect(thumb.length).toBeLessThan(png.length / 4);
});

describe("one that is not there", () => {
  test("is made anew from its picture, alike for all who ask at once", async () => {
    const png = await posterPng({ width: 640, height: 640, prompt: "", watermark: false }, "again");
    const id = newId();
    await putFile(id, "png", png);
    const [first, ...others] = await Promise.all(Array.from({ length: 5 }, () => thumbOf(id)));
    expect(others.every((other) => first?.equals(other))).toBe(true);
    rmSync(path.join(folder, "images", id.slice(-2), `${id}.webp`));
    expect((await thumbOf(id)).equals(first ?? Buffer.alloc(0))).toBe(true);
  });

  test("cannot be had without a picture, nor from one no one can draw", async () => {
    expect(await readThumbnail(newId(), "png")).toBeUndefined();
    const id = newId();
    await putFile(id, "png", Buffer.from("no picture"));
    expect(isUndrawable(id)).toBe(false);
    expect(await readThumbnail(id, "png")).toBeUndefined();
    expect(isUndrawable(id)).toBe(true);
    expect(await readThumbnail(id, "png"), "not tried again").toBeUndefined();
    const kept = await readFileStream(id, "png");
    expect(await kept?.stream.cancel(), "the picture stays").toBeUndefined();
    expect(kept?.bytes).toBe(10);
  });
});
