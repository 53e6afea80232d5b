import sharp from "sharp";
import { afterAll, describe, expect, test, vi } from "vitest";
import { hostileOthers } from "@/lib/testing/hostile/others";
import { hostilePngs } from "@/lib/testing/hostile/pngs";
import { openPicture } from "../reader/child/picture.mjs";
import { look, stopDecoder, unpackPicture } from "./decoder";

// The largest pictures keep a busy core for long.
vi.setConfig({ testTimeout: 120_000 });

afterAll(stopDecoder);

/** What can be shown, read and mended: odd, yet every program makes the same pixels of it. */
const accepted = [
  "JPEG in the colours of print",
  "JPEG of grey",
  "JPEG on its side",
  "JPEG that says it is larger",
  "JPEG turned by an unknown way",
  "JPEG upside down",
  "JPEG with a profile in parts of which one is missing",
  "JPEG with a profile of 15 MB",
  "JPEG with a tail",
  "JPEG with garbage among its pixels",
  "WebP as wide as one can be",
  "WebP half transparent",
  "WebP that moves",
  "WebP without loss",
  "a colour profile of garbage",
  "a colour profile of nothing",
  "a colour profile that unpacks to 80 MB",
  "a text that unpacks to 80 MB",
  "a wrong sum over a text",
  "an animation",
  "as many pixels as it may have",
  "as many, of sixteen bits, interlaced",
  "few colours, fewer given than used",
  "few colours, sound",
  "few colours, too many given",
  "gamma of nothing",
  "grey half transparent",
  "interlaced, sound",
  "one bit",
  "one column",
  "one row",
  "pixels in pieces of one byte",
  "pixels that unpack to 80 MB more than there are",
  "rows too many",
  "sixteen bits",
  "sixteen bits of grey",
  "ten thousand texts",
  "texts that unpack to 6 MB, two hundred of them",
  "transparency of more colours than there are",
  "transparency of two bytes",
  "whites of nothing",
];
const pictures = { ...hostilePngs, ...hostileOthers };

describe("a picture passes only if it can be shown, read and mended, at a bounded cost", () => {
  test.each(Object.keys(pictures).toSorted())("%s", async (name) => {
    const bytes = (await pictures[name]?.()) ?? Buffer.alloc(0);
    const looked = look(bytes);
    const [measured, thumbnail] = await Promise.all([looked.measured, looked.thumbnail]);
    const unpacked = await unpackPicture(bytes);
    // Nothing of these sizes may need to be killed.
    for (const each of [measured, thumbnail, unpacked]) {
      expect(each.ok ? "" : each.detail).not.toMatch(/^(?:timeout|memory|crashed|off):/u);
    }
    expect(measured.ok).toBe(accepted.includes(name));
    expect([thumbnail.ok, unpacked.ok]).toEqual([measured.ok, measured.ok]);
    const reading = openPicture(bytes);
    if (!measured.ok || !thumbnail.ok || !unpacked.ok) {
      await expect(reading).rejects.toThrow();
      return;
    }
    const { width, height } = measured;
    expect(unpacked.pixels).toMatchObject({ width, height });
    expect(unpacked.pixels.data.length).toBe(width * height * unpacked.pixels.channels);
    const read = await reading;
    expect(read.pixels.length).toBe(read.width * read.height * 3);
    expect(Math.round(Math.max(read.width, read.height) * read.scale)).toBe(
      Math.max(width, height),
    );
    const shown = await sharp(thumbnail.bytes).metadata();
    expect(Math.max(shown.width, shown.height)).toBe(640);
  });
});
