import "server-only";
import path from "node:path";
import { Kysely, Migrator } from "kysely";
import { env } from "../env";
import { makeDataFolder, makePrivateFile } from "../storage/private";
import { migrations } from "./migrations";
import { PatientDialect } from "./patient";
import type { Database } from "./schema";
import { openSqlite } from "./sqlite";

/** Pages, actions and the worker are separate module graphs in one process; they share this. */
const shared = globalThis as typeof globalThis & { verbatimDatabase?: Promise<Kysely<Database>> };

async function open(): Promise<Kysely<Database>> {
  const folder = env().DATA_DIR;
  const file = path.join(folder, "verbatim.db");
  makeDataFolder(folder);
  // Its log and its index take their modes from it.
  makePrivateFile(file);
  const db = new Kysely<Database>({
    dialect: new PatientDialect({ database: () => openSqlite(file) }),
  });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
  return db;
}

/** The one database of this process, opened and migrated at first need. */
export function database(): Promise<Kysely<Database>> {
  shared.verbatimDatabase ??= open();
  return shared.verbatimDatabase;
}
