import path from "node:path";
import { openSqlite } from "@/lib/server/db/sqlite";

/** Locks the database of a folder as another program would that writes for long; gives what unlocks it. */
export async function lockDatabase(folder: string): Promise<() => void> {
  const beside = await openSqlite(path.join(folder, "verbatim.db"));
  beside.prepare("pragma busy_timeout = 5000").all([]);
  beside.prepare("begin exclusive").run([]);
  return () => {
    beside.prepare("rollback").run([]);
    beside.close();
  };
}
