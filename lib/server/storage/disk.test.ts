import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "@/lib/testing/folder";
import { newId } from "../id";
import { putFile, readFileStream, readNoteFile, readPicture, removeFiles } from "./disk";
import { listStore } from "./listing";

const folder = temporaryFolder();
process.env.DATA_DIR = path.join(folder, "data");
const images = path.join(folder, "data", "images");

const picture = Buffer.alloc(300_000, 1);
const shelfOf = (id: string) => path.join(images, id.slice(-2));

/** Every file under the folder, so that nothing left behind goes unseen. */
const all = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .toSorted();

async function read(id: string, kind: "png" | "thumb") {
  const found = await readFileStream(id, kind);
  if (!found) return undefined;
  const content = await buffer(found.stream);
  expect(content.length).toBe(found.bytes);
  return content.toString("latin1");
}

describe("putting a picture away", () => {
  test("it comes back to the byte, with its length, and goes with its thumbnail", async () => {
    const id = newId();
    await putFile(id, "png", picture);
    await putFile(id, "thumb", Buffer.alloc(5_000, 2));
    expect(await read(id, "png")).toBe(picture.toString("latin1"));
    expect(await read(id, "thumb")).toHaveLength(5_000);
    expect(all()).toEqual([`${id}.png`, `${id}.webp`]);
    await removeFiles(id);
    expect(all()).toEqual([]);
    expect(await read(id, "png")).toBeUndefined();
    await expect(removeFiles(id), "gone already").resolves.toBeUndefined();
  });

  test("twenty at once do not mix", async () => {
    const ids = Array.from({ length: 20 }, newId);
    await Promise.all(ids.map((id) => putFile(id, "png", Buffer.from(`png ${id}`))));
    for (const id of ids) {
      expect(await read(id, "png")).toBe(`png ${id}`);
      await removeFiles(id);
    }
  });

  test("a reader sees the old picture or the new one, never a part", async () => {
    const id = newId();
    await putFile(id, "png", picture);
    const other = Buffer.alloc(300_000, 9);
    const writes = Promise.all(Array.from({ length: 8 }, () => putFile(id, "png", other)));
    for (let round = 0; round < 20; round += 1) {
      const content = readFileSync(path.join(shelfOf(id), `${id}.png`));
      expect(content.length).toBe(300_000);
      expect(content.every((byte) => byte === content[0])).toBe(true);
      await new Promise(setImmediate);
    }
    await writes;
    await removeFiles(id);
  });
});

describe("a write that fails", () => {
  test.each([
    ["png", "png"],
    ["thumb", "webp"],
  ] as const)("at the %s leaves nothing half-written", async (kind, ending) => {
    const id = newId();
    // A folder stands where the file should go, so the last step of the write cannot be taken.
    const inTheWay = path.join(shelfOf(id), `${id}.${ending}`);
    mkdirSync(inTheWay, { recursive: true });
    await expect(putFile(id, kind, picture)).rejects.toThrow(/EISDIR|EEXIST|ENOTEMPTY|EPERM/u);
    expect(all()).toEqual([]);
    rmSync(inTheWay, { recursive: true });
    await putFile(id, kind, picture);
    expect(all()).toEqual([`${id}.${ending}`]);
    await removeFiles(id);
  });

  test("because there is no folder to write to says so", async () => {
    const id = newId();
    rmSync(shelfOf(id), { recursive: true, force: true });
    mkdirSync(images, { recursive: true });
    writeFileSync(shelfOf(id), "a file");
    await expect(putFile(id, "png", picture)).rejects.toMatchObject({ code: /EEXIST|ENOTDIR/u });
    rmSync(shelfOf(id));
    expect(all()).toEqual([]);
  });
});

describe("only what is not there is said not to be there", () => {
  const asked = (id: string) => [
    () => readFileStream(id, "png"),
    () => readPicture(id),
    () => readNoteFile(id),
  ];

  test("a disk that cannot be read is another matter", async () => {
    const id = newId();
    for (const look of asked(id)) expect(await look()).toBeUndefined();
    mkdirSync(shelfOf(id), { recursive: true });
    // A link to itself cannot be followed by anybody, root included.
    for (const ending of ["png", "json"]) {
      const file = path.join(shelfOf(id), `${id}.${ending}`);
      symlinkSync(file, file);
    }
    for (const look of asked(id)) await expect(look()).rejects.toMatchObject({ code: "ELOOP" });
    await removeFiles(id);
    for (const look of asked(id)) expect(await look()).toBeUndefined();
  });

  test("nor is a store that is no folder an empty one", async () => {
    const elsewhere = `${images}.kept`;
    mkdirSync(images, { recursive: true });
    renameSync(images, elsewhere);
    expect(await listStore()).toEqual({ pictures: [], noted: new Set(), parts: [] });
    writeFileSync(images, "");
    await expect(listStore()).rejects.toMatchObject({ code: "ENOTDIR" });
    rmSync(images);
    renameSync(elsewhere, images);
  });
});

test.skipIf(process.platform === "win32")("what is stored is for its owner alone", async () => {
  const id = newId();
  await putFile(id, "png", picture);
  const modes = [images, shelfOf(id), path.join(shelfOf(id), `${id}.png`)].map(
    (file) => statSync(file).mode & 0o777,
  );
  expect(modes).toEqual([0o700, 0o700, 0o600]);
  await removeFiles(id);
});

describe("what is not an id never reaches a path", () => {
  const id = newId();
  test.each([
    "",
    ".",
    "..",
    "../../etc/passwd",
    `../${id}`,
    `${id}/..`,
    `${id}\0.png`,
    `${id}\n`,
    ` ${id}`,
    `${id}x`,
    id.toUpperCase(),
    id.replaceAll("-", ""),
    id.replace("-", "/"),
    "....-....-....-....-............",
    "%2e%2e%2f",
    "C:\\windows",
  ])("%j", async (wrong) => {
    await expect(putFile(wrong, "png", picture)).rejects.toThrow("not an image id");
    await expect(readFileStream(wrong, "png")).rejects.toThrow("not an image id");
    await expect(removeFiles(wrong)).rejects.toThrow("not an image id");
    expect(all()).toEqual([]);
  });
});
