import "server-only";
import { database } from "@/lib/server/db/client";
import type { PersonId } from "./schema";

/** The name a person gave themselves; "" while they gave none. */
export async function findName(id: PersonId): Promise<string> {
  const db = await database();
  const row = await db.selectFrom("person").select("name").where("id", "=", id).executeTakeFirst();
  return row?.name ?? "";
}

/** Gives a person another name. */
export async function rename(id: PersonId, name: string): Promise<void> {
  const db = await database();
  await db
    .insertInto("person")
    .values({ id, name })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ name }))
    .execute();
}
