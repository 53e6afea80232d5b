import "server-only";
import type { Kysely, Selectable } from "kysely";
import { type Poster, readPoster } from "@/lib/poster/schema";
import { database } from "@/lib/server/db/client";
import type { Database, TemplateTable } from "@/lib/server/db/schema";
import { inTransaction } from "@/lib/server/db/transaction";
import { newId } from "@/lib/server/id";
import { maxTemplates } from "./limits";
import { freeName } from "./name";
import type { NewTemplate, Template } from "./schema";

/** How long a deleted template can be brought back before it is gone for good; milliseconds. */
const undoMs = 24 * 3_600_000;

function fromRow({ id, name, poster }: Selectable<TemplateTable>): Template {
  return { id, name, poster: readPoster(JSON.parse(poster)) };
}

/** One template that is not deleted. */
export async function findTemplate(id: string): Promise<Template | undefined> {
  const db = await database();
  const row = await db
    .selectFrom("template")
    .selectAll()
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** A page of templates, newest first; `before` is the id the page begins under (keyset). */
export async function listTemplates(limit: number, before?: string): Promise<Template[]> {
  const db = await database();
  const rows = await db
    .selectFrom("template")
    .selectAll()
    .where("deleted_at", "is", null)
    .$if(before !== undefined, (query) => query.where("id", "<", before ?? ""))
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

/** How many templates there are. */
export async function countTemplates(): Promise<number> {
  return (await namesIn(await database())).length;
}

/** The names in use, but for one template's own. */
async function namesIn(db: Kysely<Database>, exceptId = ""): Promise<string[]> {
  const rows = await db
    .selectFrom("template")
    .select("name")
    .where("deleted_at", "is", null)
    .where("id", "!=", exceptId)
    .execute();
  return rows.map(({ name }) => name);
}

/**
 * Keeps new templates, the first to stand on top; a name that is taken gets a number. Undefined,
 * and nothing kept, when there is no room for all of them.
 */
export async function insertTemplates(
  templates: readonly NewTemplate[],
  now: number,
): Promise<Template[] | undefined> {
  return inTransaction(async (transaction) => {
    const taken = new Set(await namesIn(transaction));
    if (taken.size + templates.length > maxTemplates) return undefined;
    const named = templates.map(({ name, poster }) => {
      const free = freeName(name, taken);
      taken.add(free);
      return { name: free, poster };
    });
    const kept: Template[] = [];
    // Ids sort by time, so the last made stands first.
    for (const { name, poster } of named.toReversed()) {
      const id = newId();
      await transaction
        .insertInto("template")
        .values({ id, name, poster: JSON.stringify(poster), created_at: now, updated_at: now })
        .execute();
      kept.unshift({ id, name, poster });
    }
    return kept;
  });
}

/** Changes a template's name, poster or both; gives its name then. Undefined when it is gone. */
export async function updateTemplate(
  id: string,
  changes: { name: string; poster?: Poster },
  now: number,
): Promise<string | undefined> {
  return inTransaction(async (transaction) => {
    const name = freeName(changes.name, new Set(await namesIn(transaction, id)));
    const { numUpdatedRows } = await transaction
      .updateTable("template")
      .set({ name, updated_at: now })
      .$if(changes.poster !== undefined, (query) =>
        query.set({ poster: JSON.stringify(changes.poster) }),
      )
      .where("id", "=", id)
      .where("deleted_at", "is", null)
      .executeTakeFirst();
    return numUpdatedRows > 0n ? name : undefined;
  });
}

/** Hides a template for `undoMs`; those hidden longer go for good. False when there is none. */
export async function deleteTemplate(id: string, now: number): Promise<boolean> {
  const db = await database();
  await db
    .deleteFrom("template")
    .where("deleted_at", "<=", now - undoMs)
    .execute();
  const { numUpdatedRows } = await db
    .updateTable("template")
    .set({ deleted_at: now })
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Brings a deleted template back; its name gets a number if another has it by now. */
export async function restoreTemplate(
  id: string,
  now: number,
): Promise<"restored" | "notFound" | "noRoom"> {
  return inTransaction(async (transaction) => {
    const row = await transaction
      .selectFrom("template")
      .select("name")
      .where("id", "=", id)
      .where("deleted_at", ">", now - undoMs)
      .executeTakeFirst();
    if (!row) return "notFound";
    const taken = new Set(await namesIn(transaction));
    if (taken.size >= maxTemplates) return "noRoom";
    await transaction
      .updateTable("template")
      .set({ name: freeName(row.name, taken), deleted_at: null })
      .where("id", "=", id)
      .execute();
    return "restored";
  });
}
