import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { isLocked } from "@/lib/server/db/away";
import { openSqlite } from "@/lib/server/db/sqlite";

/** Locks the database of a folder as another program would that writes for long; gives what unlocks it. */
export async function lockDatabase(folder: string): Promise<() => void> {
  const beside = await openSqlite(path.join(folder, "verbatim.db"));
  for (;;) {
    try {
      beside.prepare("begin exclusive").run([]);
      break;
    } catch (error) {
      // Whoever writes in this very process must come to its end first.
      if (!isLocked(error)) throw error;
      await wait(10);
    }
  }
  return () => {
    beside.prepare("rollback").run([]);
    beside.close();
  };
}
