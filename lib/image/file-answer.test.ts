import { rmSync } from "node:fs";
import path from "node:path";
import { parse } from "content-disposition";
import { describe, expect, test } from "vitest";
import { newBlock } from "@/lib/poster/blank";
import { newId } from "@/lib/server/id";
import { temporaryFolder } from "@/lib/testing/folder";
import { storedImage } from "@/lib/testing/images";
import { aPoster } from "@/lib/testing/jobs";
import { fileAnswer } from "./file-answer";
import { deleteImage, restoreImage } from "./store";

const folder = temporaryFolder();
process.env.DATA_DIR = folder;

test("a picture is served whole, as what it is, and to this reader alone", async () => {
  const id = await storedImage();
  const png = await fileAnswer(id, "picture", false);
  expect(png.status).toBe(200);
  expect(await png.text()).toBe(`png ${id}`);
  expect(Object.fromEntries(png.headers)).toEqual({
    "content-type": "image/png",
    "content-length": String(`png ${id}`.length),
    "cache-control": "private, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
  });
  const thumb = await fileAnswer(id, "thumb", false);
  expect(thumb.headers.get("content-type")).toBe("image/webp");
  expect(await thumb.text()).toBe(`thumb ${id}`);
});

test("a download is named by its words, in characters any header can carry", async () => {
  const blocks = [newBlock("a", "title", '夏日"; filename="evil.exe\nX-Evil: 1')];
  const id = await storedImage({ poster: JSON.stringify(aPoster({ blocks })) });
  const disposition = (await fileAnswer(id, "picture", true)).headers.get("content-disposition");
  const { filename } = parse(disposition ?? "").parameters;
  expect(filename).toBe(`夏日-filename-evil-exe-3x4-${id.slice(-6)}.png`);
  // The same for what reads plain ASCII only.
  expect(disposition).toMatch(/^[ -~]+$/u);
  expect(disposition).toContain(`filename=verbatim-${id}.png;`);
});

describe("nothing is found", () => {
  test.each([
    "",
    "x",
    "..",
    "../../etc/passwd",
    "%2e%2e%2fetc%2fpasswd",
    "..\\verbatim.db",
    newId(),
    `${newId()}.png`,
    `${newId()}/../verbatim.db`,
    "' or 1=1 --",
    "\0",
  ])("at %j", async (wrong) => {
    const answer = await fileAnswer(wrong, "picture", true);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe("");
  });

  test("of a deleted image, nor of one whose file is gone", async () => {
    const deleted = await storedImage();
    const kinds = ["picture", "thumb"] as const;
    const statuses = () =>
      Promise.all(kinds.map(async (kind) => (await fileAnswer(deleted, kind, true)).status));
    await deleteImage(deleted, Date.now());
    expect(await statuses()).toEqual([404, 404]);
    await restoreImage(deleted, Date.now());
    expect(await statuses()).toEqual([200, 200]);
    const lost = await storedImage();
    rmSync(path.join(folder, "images", lost.slice(-2)), { recursive: true });
    expect((await fileAnswer(lost, "thumb", false)).status).toBe(404);
  });
});

test("a picture of earlier times that nobody can draw has a placeholder in the gallery", async () => {
  const id = await storedImage();
  rmSync(path.join(folder, "images", id.slice(-2), `${id}.webp`));
  const thumb = await fileAnswer(id, "thumb", false);
  expect(thumb.status).toBe(200);
  expect(thumb.headers.get("content-type")).toBe("image/svg+xml");
  expect(thumb.headers.get("cache-control")).toBe("no-store");
  expect(await (await fileAnswer(id, "picture", true)).text(), "still there").toBe(`png ${id}`);
});
