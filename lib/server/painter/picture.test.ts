import { createHash } from "node:crypto";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { corruptPng, posterJpeg, posterPng, tinyPng } from "@/e2e/fake-upstream/png";
import { examine, NotPictureError } from "./picture";

const spec = { width: 928, height: 1664, prompt: "", watermark: false };
const png = await posterPng(spec, "picture test");

describe("a whole PNG", () => {
  test("is measured and hashed", async () => {
    const sha256 = createHash("sha256").update(png).digest("hex");
    expect(await examine(png)).toEqual({ width: 928, height: 1664, format: "png", sha256 });
  });

  test("of other pixels than those asked for is taken, with its true size", async () => {
    expect(await examine(await tinyPng())).toMatchObject({ width: 64, height: 48 });
  });

  test("may have something behind its end", async () => {
    expect(await examine(Buffer.concat([png, Buffer.from("tail")]))).toMatchObject({ width: 928 });
  });

  test("may be grey, transparent or of few colours", async () => {
    const base = sharp({
      create: { width: 300, height: 200, channels: 4, background: "#c98d5b80" },
    });
    for (const bytes of [
      await base.clone().png().toBuffer(),
      await base.clone().greyscale().png().toBuffer(),
      await base.clone().png({ palette: true }).toBuffer(),
    ]) {
      expect(await examine(bytes)).toMatchObject({ width: 300, height: 200 });
    }
  });
});

describe("another format of a whole picture", () => {
  test.each([
    ["jpeg", () => posterJpeg(spec)],
    ["webp", () => sharp(png).webp().toBuffer()],
  ] as const)("%s is taken by its bytes", async (format, make) => {
    expect(await examine(await make())).toMatchObject({ width: 928, height: 1664, format });
  });

  test("an interlaced PNG is measured too", async () => {
    const bytes = await sharp(png).png({ progressive: true }).toBuffer();
    expect(await examine(bytes)).toMatchObject({ width: 928, height: 1664, format: "png" });
  });
});

const half = (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1);

describe("what is not a whole picture is refused", () => {
  const flipped = Buffer.from(png);
  flipped.writeUInt8(flipped.readUInt8(flipped.length >> 1) ^ 0xff, flipped.length >> 1);
  const bomb = { create: { width: 9000, height: 9000, channels: 3, background: "#fff" } } as const;

  test.each<[string, () => Promise<Uint8Array>]>([
    ["nothing", async () => new Uint8Array()],
    ["a web page", async () => Buffer.from("<html><body>not a picture</body></html>")],
    ["a drawing", async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ["half a JPEG", async () => half(await posterJpeg(spec))],
    ["half a WebP", async () => half(await sharp(png).webp().toBuffer())],
    [
      "a GIF",
      async () =>
        sharp(await tinyPng())
          .gif()
          .toBuffer(),
    ],
    ["a signature alone", async () => png.subarray(0, 8)],
    ["a header alone", async () => png.subarray(0, 33)],
    ["half a file", async () => png.subarray(0, png.length >> 1)],
    ["a file without its last tenth", async () => png.subarray(0, Math.floor(png.length * 0.9))],
    ["a signature before garbage", async () => corruptPng()],
    ["a file with one byte wrong", async () => flipped],
    ["a page of 81 million pixels", async () => sharp(bomb).png().toBuffer()],
  ])("%s", async (_name, make) => {
    const bytes = await make();
    await expect(examine(bytes)).rejects.toThrow(NotPictureError);
  });
});
