import { writeFileSync } from "node:fs";
import path from "node:path";
import { Kysely, Migrator, SqliteDialect } from "kysely";
import { afterEach, expect, test } from "vitest";
import { temporaryFolder } from "@/lib/testing/folder";
import { database } from "./db/client";
import { FolderTakenError } from "./db/lock";
import { migrations } from "./db/migrations";
import { openSqlite } from "./db/sqlite";
import { troubleAtStart } from "./start-trouble";

const folder = temporaryFolder();
const file = path.join(folder, "verbatim.db");
process.env.DATA_DIR = folder;
afterEach(() => Reflect.deleteProperty(globalThis, "verbatimDatabase"));

const trouble = async (): Promise<string> =>
  database().then(
    () => "",
    (error: unknown) => troubleAtStart(error, folder),
  );

test("a damaged database: put back a backup, the pictures are untouched", async () => {
  writeFileSync(
    file,
    "this is no database, though it is long enough to be looked at as one".repeat(99),
  );
  const said = await trouble();
  expect(said).toContain("is damaged");
  expect(said).toContain(`Your pictures in ${folder}/images are untouched.`);
  expect(said).toContain("/gallery/found");
  expect(said).toContain("数据库");
  expect(said, "no other folder is proposed").not.toContain("DATA_DIR");
  writeFileSync(file, "");
});

test("a database of a newer version: that version, or the backup before it", async () => {
  const db = new Kysely<unknown>({
    dialect: new SqliteDialect({ database: () => openSqlite(file) }),
  });
  const newer = { ...migrations, "9999_to_come": { up: async () => undefined } };
  const migrator = new Migrator({ db, provider: { getMigrations: async () => newer } });
  expect((await migrator.migrateToLatest()).error).toBeUndefined();
  await db.destroy();
  const said = await trouble();
  expect(said).toContain("newer Verbatim");
  expect(said).toContain("更新版本");
});

test("a folder that another server has: which one, and what to set", () => {
  const said = troubleAtStart(new FolderTakenError(folder), folder);
  expect(said).toContain(folder);
  expect(said).toContain("DATA_DIR=./data-2 PORT=3001");
  expect(said).toContain("另一个 Verbatim");
});

test("anything else: the reason, and that another folder begins without the pictures", () => {
  const said = troubleAtStart(new Error("EACCES: permission denied"), folder);
  expect(said).toContain("EACCES");
  expect(said).toContain("begins without your pictures");
});
