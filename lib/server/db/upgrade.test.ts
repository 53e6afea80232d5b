import path from "node:path";
import { Kysely, Migrator, SqliteDialect } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { findImage } from "@/lib/image/store";
import { findProof } from "@/lib/proof/store";
import { temporaryFolder } from "@/lib/testing/folder";
import { imageOf } from "@/lib/testing/images";
import { newJobs } from "@/lib/testing/jobs";
import { newId } from "../id";
import { database } from "./client";
import { migrations } from "./migrations";
import type { Database } from "./schema";
import { openSqlite } from "./sqlite";

const folder = temporaryFolder();
process.env.DATA_DIR = folder;

/** The last step of the version that was released last. */
const released = "0005_letters";
const [job] = newJobs(1);
const image = imageOf(job ? { job_id: job.id } : {});
const deleted = imageOf({ deleted_at: 7 });
const state = { state: "done", ordered_at: 5, image_id: image.id, person_id: "ann" } as const;

/** A row of every table, as that version wrote them. */
const rows = {
  job: [{ ...job, ...state }],
  image: [image, deleted],
  template: [{ id: newId(), name: "模板", poster: image.poster, created_at: 1, updated_at: 2 }],
  ledger: [
    {
      ...{ id: newId(), at: 1, ordered_at: 1, kind: "settle", job_id: job?.id, person_id: "ann" },
      ...{ model: "qwen-image-plus", ratio: "1:1", upstream_request_id: "up-1" },
      ...{ reserved_fen: 0, spent_fen: 18, maybe_fen: 0, saved_fen: 0 },
    },
  ],
  setting: [{ key: "budget", value: "{}" }],
  person: [{ id: "ann", name: "安" }],
  proof: [{ image_id: image.id, state: "waiting", attempts: 0 }],
  judgement: [
    {
      id: newId(),
      image_id: image.id,
      block_id: "title",
      verdict: "right",
      person_id: "ann",
      at: 3,
    },
  ],
  roll: [
    {
      ...{ id: newId(), job_id: job?.id, person_id: "ann", max_more: 3, max_fen: 90 },
      ...{ state: "spent", created_at: 4 },
    },
  ],
};
const tables = Object.keys(rows) as (keyof typeof rows)[];

beforeAll(async () => {
  const file = path.join(folder, "verbatim.db");
  const old = new Kysely<Database>({
    dialect: new SqliteDialect({ database: () => openSqlite(file) }),
  });
  const migrator = new Migrator({ db: old, provider: { getMigrations: async () => migrations } });
  expect((await migrator.migrateTo(released)).error).toBeUndefined();
  const plain = old as unknown as Kysely<Record<string, Record<string, unknown>>>;
  for (const table of tables) await plain.insertInto(table).values(rows[table]).execute();
  await old.destroy();
});

test.each(tables)("every row of %s is there after the upgrade, as it was", async (table) => {
  const db = (await database()) as unknown as Kysely<Record<string, Record<string, unknown>>>;
  const found = await db.selectFrom(table).selectAll().execute();
  expect(found).toHaveLength(rows[table].length);
  for (const [index, row] of rows[table].entries()) expect(found[index]).toMatchObject(row);
});

test("and its pictures are opened by this version", async () => {
  expect(await findImage(image.id)).toMatchObject({ id: image.id, costFen: 18 });
  expect(await findImage(deleted.id)).toBeUndefined();
  expect(await findProof(image.id)).toMatchObject({ state: { is: "waiting" } });
});
