import { rmSync } from "node:fs";
import path from "node:path";
import { database } from "@/lib/server/db/client";
import { env } from "@/lib/server/env";

/** A database as a fresh clone has it: the ledger takes no deletions, so the whole file goes. */
export async function freshDatabase(): Promise<void> {
  await (await database()).destroy();
  Reflect.deleteProperty(globalThis, "verbatimDatabase");
  for (const ending of ["", "-wal", "-shm"]) {
    rmSync(path.join(env().DATA_DIR, `verbatim.db${ending}`), { force: true });
  }
}
