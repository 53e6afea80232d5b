import "server-only";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { env } from "../env";
import { newId } from "../id";

export type FileKind = "png" | "thumb";
const kinds = ["png", "thumb"] as const satisfies FileKind[];
const endings: Record<FileKind, string> = { png: "png", thumb: "webp" };

/** Ids are uuids minted here; anything else never reaches a path. */
const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

function fileOf(id: string, kind: FileKind): string {
  if (!idShape.test(id)) throw new Error("not an image id");
  return path.join(env().DATA_DIR, "images", id.slice(-2), `${id}.${endings[kind]}`);
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
      if (kind === "png") await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
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

/** Removes an image's files; those already gone are no error. */
export async function removeFiles(id: string): Promise<void> {
  await Promise.all(kinds.map((kind) => rm(fileOf(id, kind), { force: true })));
}
