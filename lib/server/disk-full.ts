import "server-only";

const sqliteFull = 13;

/** True when a file or the database could not be written for want of room. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? error.code : undefined;
  return (
    code === "ENOSPC" || code === "EDQUOT" || ("errcode" in error && error.errcode === sqliteFull)
  );
}
