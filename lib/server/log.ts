import "server-only";

type Level = "info" | "warn" | "error";

/** Writes one structured line. Give it ids and counts, never prompts, keys or addresses with keys. */
export function log(
  level: Level,
  event: string,
  fields: Record<string, string | number | boolean | null> = {},
): void {
  const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...fields });
  (level === "error" ? process.stderr : process.stdout).write(`${line}\n`);
}

/** An unexpected error as a log line: its name and message, its stack on the server only. */
export function report(event: string, error: unknown, fields: Record<string, string> = {}): void {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  log("error", event, { ...fields, name, message, stack: stack ?? null });
}
