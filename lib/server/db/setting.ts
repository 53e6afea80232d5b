import "server-only";
import type { Kysely } from "kysely";
import type { Database } from "./schema";

/** What the house remembers under a key; undefined when it remembers nothing. */
export async function findSetting(db: Kysely<Database>, key: string): Promise<unknown> {
  const row = await db
    .selectFrom("setting")
    .select("value")
    .where("key", "=", key)
    .executeTakeFirst();
  return row && JSON.parse(row.value);
}

/** Remembers something under a key, in place of what was there. */
export async function writeSetting(
  db: Kysely<Database>,
  key: string,
  value: unknown,
): Promise<void> {
  const written = JSON.stringify(value);
  await db
    .insertInto("setting")
    .values({ key, value: written })
    .onConflict((conflict) => conflict.column("key").doUpdateSet({ value: written }))
    .execute();
}
