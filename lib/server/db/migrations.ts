import "server-only";
import { type Kysely, type Migration, sql } from "kysely";
import { board } from "./migration-board";
import { ledger } from "./migration-ledger";
import { proof } from "./migration-proof";

/** Every step the database has taken, named in order; a step once released is never edited. */
export const migrations: Record<string, Migration> = {
  "0001_job_and_image": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("job")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("order_id", "text", (column) => column.notNull())
        .addColumn("position", "integer", (column) => column.notNull())
        .addColumn("painter", "text", (column) => column.notNull())
        .addColumn("model", "text", (column) => column.notNull())
        .addColumn("ratio", "text", (column) => column.notNull())
        .addColumn("poster", "text", (column) => column.notNull())
        .addColumn("prompt", "text", (column) => column.notNull())
        .addColumn("negative_prompt", "text", (column) => column.notNull())
        .addColumn("price_fen", "integer", (column) => column.notNull())
        .addColumn("state", "text", (column) =>
          column
            .notNull()
            .check(
              sql`state in ('queued','painting','saving','done','failed','cancelled','unknown')`,
            ),
        )
        .addColumn("created_at", "integer", (column) => column.notNull())
        .addColumn("started_at", "integer")
        .addColumn("answered_at", "integer")
        .addColumn("finished_at", "integer")
        .addColumn("answer_url", "text")
        .addColumn("answer_expires_at", "integer")
        .addColumn("upstream_request_id", "text")
        .addColumn("failure", "text")
        .addColumn("failure_detail", "text")
        .addColumn("image_id", "text")
        .addColumn("dismissed_at", "integer")
        .addUniqueConstraint("job_order_position", ["order_id", "position"])
        .execute();
      await db.schema.createIndex("job_state").on("job").columns(["state", "id"]).execute();
      await db.schema
        .createTable("image")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("job_id", "text", (column) => column.notNull().unique())
        .addColumn("painter", "text", (column) => column.notNull())
        .addColumn("model", "text", (column) => column.notNull())
        .addColumn("ratio", "text", (column) => column.notNull())
        .addColumn("poster", "text", (column) => column.notNull())
        .addColumn("prompt", "text", (column) => column.notNull())
        .addColumn("negative_prompt", "text", (column) => column.notNull())
        .addColumn("width", "integer", (column) => column.notNull())
        .addColumn("height", "integer", (column) => column.notNull())
        .addColumn("bytes", "integer", (column) => column.notNull())
        .addColumn("sha256", "text", (column) => column.notNull())
        .addColumn("cost_fen", "integer", (column) => column.notNull())
        .addColumn("took_ms", "integer", (column) => column.notNull())
        .addColumn("upstream_request_id", "text")
        .addColumn("created_at", "integer", (column) => column.notNull())
        .addColumn("deleted_at", "integer")
        .execute();
    },
  },
  "0002_template": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("template")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("name", "text", (column) => column.notNull())
        .addColumn("poster", "text", (column) => column.notNull())
        .addColumn("created_at", "integer", (column) => column.notNull())
        .addColumn("updated_at", "integer", (column) => column.notNull())
        .addColumn("deleted_at", "integer")
        .execute();
    },
  },
  "0003_ledger": ledger,
  "0004_proof": proof,
  "0005_letters": {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable("proof").addColumn("right_letters", "text").execute();
      await db.schema.alterTable("proof").addColumn("wrong_letters", "text").execute();
    },
  },
  "0006_board": board,
};
