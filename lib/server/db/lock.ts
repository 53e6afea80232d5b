import "server-only";
import path from "node:path";
import { makePrivateFile } from "../storage/private";
import { engine } from "./sqlite";

/** Another server works in this data folder. */
export class FolderTakenError extends Error {}

/** Result codes of SQLite for a file that somebody else has locked (sqlite.org/rescode.html). */
const busy = new Set([5, 6]);

interface Held {
  folder: string;
  close(): void;
}

/** Instrumentation may be loaded twice in one process; the folder is held once. */
const shared = globalThis as typeof globalThis & { verbatimLock?: Held };

const isBusy = (error: unknown): boolean =>
  error instanceof Error &&
  "errcode" in error &&
  typeof error.errcode === "number" &&
  busy.has(error.errcode & 0xff);

/**
 * Holds a data folder for this process until it ends, however it ends: an exclusive transaction on a
 * small database of its own, which is a lock of the operating system and not a file that outlives its
 * owner. Throws FolderTakenError when another process holds it, or what the disk says. On network file
 * systems it is as good as their locks are.
 */
export async function holdFolder(folder: string): Promise<void> {
  if (shared.verbatimLock?.folder === folder) return;
  const file = path.join(folder, "verbatim.lock");
  makePrivateFile(file);
  const { DatabaseSync } = await engine();
  const database = new DatabaseSync(file);
  try {
    // No journal: nothing is ever written, and none may be left behind.
    database.exec("PRAGMA journal_mode = MEMORY");
    database.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    throw isBusy(error) ? new FolderTakenError(folder) : error;
  }
  shared.verbatimLock = { folder, close: () => database.close() };
}

/** Lets go of the folder; the end of the process does it too. */
export function releaseFolder(): void {
  shared.verbatimLock?.close();
  delete shared.verbatimLock;
}
