import "server-only";
import { isDiskFull } from "../disk-full";

/** SQLite's primary result codes for "not now": busy, locked, read-only, I/O error, cannot open. */
const passing = new Set([5, 6, 8, 10, 14]);
const busy = 5;
/** Of an extended code, the part that names its kind. */
const primary = 0xff;

function codeOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("errcode" in error)) return undefined;
  return typeof error.errcode === "number" ? error.errcode : undefined;
}

/** True when another connection holds the lock that a statement needs. */
export const isLocked = (error: unknown): boolean => codeOf(error) === busy;

/** True when the database could not be read or written for a reason that may pass. */
export function isDatabaseAway(error: unknown): boolean {
  const code = codeOf(error);
  return code !== undefined && passing.has(code & primary);
}

/** File systems say so of themselves, beside being full. */
const folderAway = new Set(["EIO", "EROFS", "EACCES", "EPERM", "ENOENT", "EMFILE", "ENFILE"]);

/** True when something could not be written now and can be later: by a lock, for want of room, or a folder that is away. */
export function isUnwritable(error: unknown): boolean {
  if (isDiskFull(error) || isDatabaseAway(error)) return true;
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" && folderAway.has(code);
}
