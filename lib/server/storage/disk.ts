import "server-only";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { env } from "../env";
import { newId } from "../id";
import { orAbsent } from "./absent";

export const pictureFormats = ["png", "jpeg", "webp"] as const;
export type PictureFormat = (typeof pictureFormats)[number];
/** A picture, its thumbnail, or the note that says how it was made. */
export type FileKind = PictureFormat | "thumb" | "note";
const endings: Record<FileKind, string> = {
  png: "png",
  jpeg: "jpg",
  webp: "picture.webp",
  thumb: "webp",
  note: "json",
};
const kinds = Object.keys(endings) as FileKind[];

/** What is stored is for the owner of the server alone. */
export const folderMode = 0o700;
export const fileMode = 0o600;

/** The folder all pictures lie in. */
export const shelves = (): string => path.join(env().DATA_DIR, "images");

/** Ids are uuids minted here; anything else never reaches a path. */
export const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** Where a file of an image lies. Throws for what is not an id. */
export function fileOf(id: string, kind: FileKind): string {
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
  await mkdir(path.dirname(file), { recursive: true, mode: folderMode });
  try {
    const handle = await open(beside, "wx", fileMode);
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

/** Puts a picture that lies elsewhere in the store where the picture of an id lies. Nothing is ever written over. */
export async function shelvePicture(
  from: string,
  id: string,
  format: PictureFormat,
): Promise<void> {
  const to = fileOf(id, format);
  if (path.resolve(from) === path.resolve(to)) return;
  await mkdir(path.dirname(to), { recursive: true, mode: folderMode });
  if (await orAbsent(stat(to))) throw new Error("another picture lies there");
  await rename(from, to);
  await syncFolder(path.dirname(to));
}

export interface StoredFile {
  stream: ReadableStream<Uint8Array>;
  bytes: number;
}

/** A file as a web stream with its length; undefined when it is not there. Throws what else the disk says. */
export async function openFile(file: string): Promise<StoredFile | undefined> {
  const handle = await orAbsent(open(file, "r"));
  if (!handle) return undefined;
  try {
    const found = await handle.stat();
    if (found.isFile()) {
      // Opened already: what keeps it from being read is said before an answer begins.
      const stream = Readable.toWeb(handle.createReadStream()) as ReadableStream<Uint8Array>;
      return { stream, bytes: found.size };
    }
  } catch (error) {
    await handle.close();
    throw error;
  }
  await handle.close();
  return undefined;
}

/** The file of an image as a web stream; undefined when it is not there. Throws what else the disk says. */
export const readFileStream = async (id: string, kind: FileKind): Promise<StoredFile | undefined> =>
  openFile(fileOf(id, kind));

/** The bytes of a picture whose format nobody noted yet; undefined when it is not there. Throws what else the disk says. */
export async function readPicture(id: string): Promise<Buffer | undefined> {
  for (const format of pictureFormats) {
    const bytes = await orAbsent(readFile(fileOf(id, format)));
    if (bytes) return bytes;
  }
  return undefined;
}

/** The note beside a picture; undefined when there is none. */
export async function readNoteFile(id: string): Promise<string | undefined> {
  return orAbsent(readFile(fileOf(id, "note"), "utf8"));
}

/** Removes an image's files; those already gone are no error. */
export async function removeFiles(id: string): Promise<void> {
  await Promise.all(kinds.map((kind) => rm(fileOf(id, kind), { force: true })));
}
