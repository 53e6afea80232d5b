import "server-only";
import type { Kysely } from "kysely";
import { database } from "./client";
import type { Database } from "./schema";

/**
 * Runs a change whole or not at all, and throws what went wrong in it. SQLite ends a transaction by
 * itself when its disk is full; the roll-back that follows then fails and would hide the reason.
 */
export async function inTransaction<Value>(
  run: (db: Kysely<Database>) => Promise<Value>,
): Promise<Value> {
  const db = await database();
  let reason: unknown;
  try {
    return await db.transaction().execute(async (transaction) => {
      try {
        return await run(transaction);
      } catch (error) {
        reason = error;
        throw error;
      }
    });
  } catch (error) {
    throw reason ?? error;
  }
}
