import { Kysely, Migrator, SqliteDialect } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { newId } from "@/lib/server/id";
import { freshDatabase } from "@/lib/testing/database";
import { temporaryFolder } from "@/lib/testing/folder";
import { env } from "../env";
import { database } from "./client";
import { migrations } from "./migrations";
import { openSqlite } from "./sqlite";

process.env.DATA_DIR = temporaryFolder();
beforeEach(freshDatabase);

interface OldJob {
  state: string;
  price_fen: number;
  answered_at: number | null;
  finished_at: number | null;
  failure: string | null;
  image_id: string | null;
}

interface OldDatabase {
  job: OldJob & Record<string, unknown>;
  image: Record<string, unknown>;
}

/** What an earlier Verbatim left: jobs in every state, written by the tables of its time. */
const left = {
  done: { state: "done", answered_at: 20, finished_at: 30, image_id: "i" },
  deleted: { state: "done", answered_at: 20, finished_at: 30, image_id: "gone" },
  saving: { state: "saving", answered_at: 20 },
  spoilt: { state: "failed", answered_at: 20, finished_at: 30, failure: "notPicture" },
  queued: { state: "queued" },
  painting: { state: "painting" },
  unknown: { state: "unknown", finished_at: 30, failure: "unknownOutcome" },
  gateway: { state: "failed", finished_at: 30, failure: "gateway" },
  empty: { state: "failed", finished_at: 30, failure: "emptyResult" },
  refused: { state: "failed", finished_at: 30, failure: "auth" },
  cancelled: { state: "cancelled", finished_at: 30 },
  draft: { state: "done", answered_at: 20, finished_at: 30, image_id: "d", price_fen: 0 },
} as const satisfies Record<string, Partial<OldJob>>;

const plain = {
  painter: "nebula",
  model: "qwen-image-plus",
  ratio: "3:4",
  poster: "{}",
  prompt: "A poster",
  negative_prompt: "",
  price_fen: 18,
  created_at: 10,
};

async function buildOld(): Promise<void> {
  // The app's own connection is closed: this one writes as the old app did.
  await (await database()).destroy();
  await freshFile();
  const db = new Kysely<OldDatabase>({
    dialect: new SqliteDialect({ database: () => openSqlite(`${env().DATA_DIR}/verbatim.db`) }),
  });
  const old = Object.fromEntries(Object.entries(migrations).slice(0, 2));
  expect(Object.keys(old)).toEqual(["0001_job_and_image", "0002_template"]);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => old } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
  const unset = { answered_at: null, finished_at: null, failure: null, image_id: null };
  for (const [id, job] of Object.entries(left)) {
    const row = { ...plain, ...unset, ...job, id, order_id: id, position: 0 };
    await db.insertInto("job").values(row).execute();
  }
  for (const [id, job_id] of [
    ["i", "done"],
    ["gone", "deleted"],
  ] as const) {
    const { price_fen: cost_fen, ...same } = plain;
    const file = { width: 1140, height: 1472, bytes: 9, sha256: "0", took_ms: 9 };
    const deleted_at = id === "gone" ? 40 : null;
    await db
      .insertInto("image")
      .values({ ...same, ...file, id, job_id, cost_fen, deleted_at })
      .execute();
  }
  await db.destroy();
}

/** No file, and the next who asks for the database opens a new one. */
async function freshFile(): Promise<void> {
  const { rmSync } = await import("node:fs");
  Reflect.deleteProperty(globalThis, "verbatimDatabase");
  for (const ending of ["", "-wal", "-shm"]) {
    rmSync(`${env().DATA_DIR}/verbatim.db${ending}`, { force: true });
  }
}

test("the ledger opens as if it had been kept from the start", async () => {
  await buildOld();
  const db = await database();
  const entries = await db.selectFrom("ledger").selectAll().orderBy("job_id").execute();
  const told = entries.map((entry) => [
    entry.job_id,
    entry.kind,
    entry.reserved_fen,
    entry.spent_fen,
    entry.maybe_fen,
  ]);
  expect(told).toEqual([
    ["deleted", "settle", 0, 18, 0],
    ["done", "settle", 0, 18, 0],
    ["empty", "maybeCharged", 0, 0, 18],
    ["gateway", "maybeCharged", 0, 0, 18],
    ["painting", "reserve", 18, 0, 0],
    ["queued", "reserve", 18, 0, 0],
    ["saving", "settle", 0, 18, 0],
    ["spoilt", "settle", 0, 18, 0],
    ["unknown", "maybeCharged", 0, 0, 18],
  ]);
  for (const entry of entries) {
    expect(entry).toMatchObject({
      ordered_at: 10,
      person_id: "",
      model: "qwen-image-plus",
      ratio: "3:4",
      saved_fen: 0,
    });
  }
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
});

test("jobs and pictures have what later versions ask of them", async () => {
  await buildOld();
  const db = await database();
  const jobs = await db.selectFrom("job").selectAll().execute();
  expect(jobs).toHaveLength(Object.keys(left).length);
  for (const job of jobs) {
    expect(job).toMatchObject({ ordered_at: 10, person_id: "", attempts: 0, is_cached: 0 });
  }
  const images = await db.selectFrom("image").select(["id", "format"]).orderBy("id").execute();
  expect(images).toEqual([
    { id: "gone", format: "png" },
    { id: "i", format: "png" },
  ]);
});

test("what was opened is as append-only as what comes after, and opens once", async () => {
  await buildOld();
  const db = await database();
  await expect(db.deleteFrom("ledger").execute()).rejects.toThrow(/append-only/u);
  await db.destroy();
  Reflect.deleteProperty(globalThis, "verbatimDatabase");
  const again = await database();
  expect(await again.selectFrom("ledger").select("id").execute()).toHaveLength(9);
  expect(newId()).toMatch(/^[0-9a-f-]{36}$/u);
});
