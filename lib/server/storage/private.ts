import "server-only";
import { chmodSync, closeSync, mkdirSync, openSync, readdirSync, statSync } from "node:fs";
import { chmod, readdir, stat } from "node:fs/promises";
import path from "node:path";
import { report } from "../log";
import { orAbsent } from "./absent";
import { fileMode, folderMode, shelves } from "./disk";

/** What anybody but the owner may do. */
const others = 0o077;
const isPrivate = (mode: number): boolean => (mode & others) === 0;

/** Folders that hold nothing else are ours to close; one that holds a person's other things is not. */
const ours = /^(verbatim\.|(images|answers|reserve)$)/u;

/** Makes a file that only its owner may open, where there is none. Throws what the disk says. */
export function makePrivateFile(file: string): void {
  closeSync(openSync(file, "a", fileMode));
}

/** Makes the data folder, for its owner alone. Throws what the disk says. */
export function makeDataFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: folderMode });
}

/** Somebody else's folder, or a file system without modes, is no reason not to start. */
async function allowing(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    report("data.notClosed", error);
  }
}

/** Closes pictures, their shelves and at last their folder: a closed folder says that all in it are. */
async function closePictures(): Promise<void> {
  const root = shelves();
  const found = await orAbsent(stat(root));
  if (!found || isPrivate(found.mode)) return;
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const mode = entry.isDirectory() ? folderMode : entry.isFile() ? fileMode : undefined;
    const file = path.join(entry.parentPath, entry.name);
    // A half-written file may have got its name meanwhile.
    if (mode !== undefined) await orAbsent(chmod(file, mode));
  }
  await chmod(root, folderMode);
}

/**
 * Takes from everybody but the owner what older versions left readable: the database and its log at
 * once, pictures and their folder after that. Never throws.
 */
export async function closeDataFolder(folder: string): Promise<void> {
  await allowing(async () => {
    const names = readdirSync(folder);
    for (const name of names.filter((each) => each.startsWith("verbatim."))) {
      const file = path.join(folder, name);
      if (!isPrivate(statSync(file).mode)) chmodSync(file, fileMode);
    }
    const isOurs = names.every((name) => ours.test(name));
    if (isOurs && !isPrivate(statSync(folder).mode)) chmodSync(folder, folderMode);
  });
  await allowing(closePictures);
}
