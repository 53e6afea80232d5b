import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  SqliteDialect,
} from "kysely";
import { monotonicNow } from "../clock";
import { isLocked } from "./away";

/** How long a statement waits for a lock that somebody else holds; milliseconds. */
const patienceMs = 5000;
const pauseMs = 20;

/** A connection that waits for a lock without holding up the process, as SQLite's own wait would. */
class PatientConnection implements DatabaseConnection {
  readonly #inner: DatabaseConnection;

  constructor(inner: DatabaseConnection) {
    this.#inner = inner;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const until = monotonicNow() + patienceMs;
    for (;;) {
      try {
        return await this.#inner.executeQuery<Row>(query);
      } catch (error) {
        if (!isLocked(error) || monotonicNow() >= until) throw error;
      }
      await wait(pauseMs);
    }
  }

  streamQuery<Row>(query: CompiledQuery, size?: number): AsyncIterableIterator<QueryResult<Row>> {
    return this.#inner.streamQuery<Row>(query, size);
  }
}

/**
 * SQLite whose waiting for locks leaves the event loop free: a backup or another program at the
 * database must not stop pages, heartbeat and answers. Its connection has a busy timeout of 0.
 */
export class PatientDialect extends SqliteDialect {
  override createDriver(): Driver {
    const driver = super.createDriver();
    return {
      init: () => driver.init(),
      acquireConnection: async () => new PatientConnection(await driver.acquireConnection()),
      // Whoever begins means to write: a lock asked for later is refused at once where another wrote since.
      beginTransaction: async (connection) => {
        await connection.executeQuery(CompiledQuery.raw("begin immediate"));
      },
      commitTransaction: (connection) => driver.commitTransaction(connection),
      rollbackTransaction: (connection) => driver.rollbackTransaction(connection),
      releaseConnection: (connection) => driver.releaseConnection(connection),
      destroy: () => driver.destroy(),
    };
  }
}
