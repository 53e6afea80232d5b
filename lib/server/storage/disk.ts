import "server-only";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { env } from "../env";
import { newId } from "../id";

const pictureFormats = ["png", "jpeg", "webp"] as const;
export type PictureFormat = (typeof pictureFormats)[number];
export type FileKind = PictureFormat | "thumb";
const endings: Record<FileKind, string> = {
  png: "png",
  jpeg: "jpg",
  webp: "picture.webp",
  thumb: "webp",
};
const kinds = Object.keys(endings) as FileKind[];

const shelves = () => path.join(env().DATA_DIR, "images");

/** Ids are uuids minted here; anything else never reaches a path. */
const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

function fileOf(id: string, kind: FileKind): string {
  if (!idShape.test(id)) throw new Error("not an image id");
  return path.join(shelves(), id.slice(-2), `${id}.${endings[kind]}`);
}

/** A new name is on the disk only once its folder is. Where folders cannot be synced (Windows) it is anyway. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Stores a file whole or not at all: written beside, then renamed. A picture is on the disk after it. */
export async function putFile(id: string, kind: FileKind, bytes: Uint8Array): Promise<void> {
  const file = fileOf(id, kind);
  const beside = `${file}.${newId()}.part`;
  await mkdir(path.dirname(file), { recursive: true });
  try {
    const handle = await open(beside, "wx");
    try {
      await handle.writeFile(bytes);
      // A thumbnail lost with the power is made again.
      if (kind !== "thumb") await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
    if (kind !== "thumb") await syncFolder(path.dirname(file));
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

export interface StoredFile {
  stream: ReadableStream<Uint8Array>;
  bytes: number;
}

/** The file as a web stream with its length; undefined when it is not there. */
export async function readFileStream(id: string, kind: FileKind): Promise<StoredFile | undefined> {
  const file = fileOf(id, kind);
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return undefined;
  const stream = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>;
  return { stream, bytes: found.size };
}

/** The bytes of a picture whose format nobody noted yet; undefined when it is not there. */
export async function readPicture(id: string): Promise<Buffer | undefined> {
  for (const format of pictureFormats) {
    const bytes = await readFile(fileOf(id, format)).catch(() => undefined);
    if (bytes) return bytes;
  }
  return undefined;
}

/** What lies in the store untouched since a moment: image ids, and half-written files by their path. */
export async function listFiles(
  untouchedSince: number,
): Promise<{ ids: string[]; parts: string[] }> {
  const found = await readdir(shelves(), { recursive: true, withFileTypes: true }).catch(() => []);
  const ids = new Set<string>();
  const parts: string[] = [];
  for (const entry of found.filter((each) => each.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (mtimeMs > untouchedSince) continue;
    const id = entry.name.slice(0, 36);
    if (entry.name.endsWith(".part")) parts.push(file);
    else if (idShape.test(id)) ids.add(id);
  }
  return { ids: [...ids], parts };
}

/** Removes a half-written file that a kill left behind. */
export async function removePart(file: string): Promise<void> {
  await rm(file, { force: true });
}

/** Removes an image's files; those already gone are no error. */
export async function removeFiles(id: string): Promise<void> {
  await Promise.all(kinds.map((kind) => rm(fileOf(id, kind), { force: true })));
}
