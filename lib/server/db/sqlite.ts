import "server-only";
import type { SqliteDatabase, SqliteStatement } from "kysely";

interface NodeStatement {
  columns(): unknown[];
  all(...values: unknown[]): unknown[];
  run(...values: unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  iterate(...values: unknown[]): IterableIterator<unknown>;
}

interface NodeDatabase {
  exec(sql: string): void;
  prepare(sql: string): NodeStatement;
  close(): void;
}

type Engine = { DatabaseSync: new (file: string) => NodeDatabase };

/** Node 22 brings SQLite with it; Node 20 takes the same interface from a package. */
export async function engine(): Promise<Engine> {
  const builtIn = process.getBuiltinModule?.("node:sqlite") as Engine | undefined;
  return builtIn ?? (await import("@photostructure/sqlite"));
}

/** Statements compiled once; compiling anew at each poll made memory grow without end. */
const cachedStatements = 200;

/** Opens a SQLite file in the shape Kysely's dialect asks for. */
export async function openSqlite(file: string): Promise<SqliteDatabase> {
  const { DatabaseSync } = await engine();
  const database = new DatabaseSync(file);
  // To open it, another start may be waited for; later the driver waits, and without blocking.
  database.exec("PRAGMA busy_timeout = 5000");
  database.exec("PRAGMA journal_mode = WAL");
  // FULL: a committed job survives a power cut; it costs a millisecond where money is at stake.
  database.exec("PRAGMA synchronous = FULL");
  database.exec("PRAGMA foreign_keys = ON");
  database.exec("PRAGMA busy_timeout = 0");
  const cache = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(sql) {
      const known = cache.get(sql);
      if (known) return known;
      const statement = database.prepare(sql);
      const prepared: SqliteStatement = {
        reader: statement.columns().length > 0,
        all: (values) => statement.all(...values),
        run: (values) => statement.run(...values),
        iterate: (values) => statement.iterate(...values),
      };
      if (cache.size >= cachedStatements) cache.clear();
      cache.set(sql, prepared);
      return prepared;
    },
  };
}
