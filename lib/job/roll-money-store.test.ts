import { beforeEach, expect, test } from "vitest";
import { database } from "@/lib/server/db/client";
import { freshDatabase } from "@/lib/testing/database";
import { temporaryFolder } from "@/lib/testing/folder";
import { delivered } from "@/lib/testing/money";
import type { RollLimits } from "./roll";
import { advanceRoll, listRolls, startRoll } from "./roll-store";
import type { RollView } from "./schema";
import * as store from "./store";

process.env.DATA_DIR = temporaryFolder();
const about = { detail: null, upstreamRequestId: null };
const wrong = JSON.stringify({ isExact: false });
const person = "" as Parameters<typeof startRoll>[2];

beforeEach(freshDatabase);

async function begin(limits: RollLimits): Promise<string> {
  const { job } = await delivered(10);
  return startRoll(job.id, limits, person, 20);
}

/** The roll as pages see it, and the jobs it ordered, the newest last. */
async function look(id: string): Promise<{ roll: RollView; jobs: store.JobRow[] }> {
  const db = await database();
  const roll = (await listRolls()).find((each) => each.id === id);
  const jobs = await db.selectFrom("job").selectAll().where("roll_id", "=", id).orderBy("id");
  if (!roll) throw new Error("no roll");
  return { roll, jobs: await jobs.execute() };
}

/** The newest job of a roll, sent to its painter. */
async function sent(id: string): Promise<string> {
  const { jobs } = await look(id);
  const job = jobs.at(-1)?.id ?? "";
  const db = await database();
  await db.updateTable("job").set({ state: "painting" }).where("id", "=", job).execute();
  return job;
}

/** The newest picture of a roll is painted, paid for and read: its words are wrong. */
async function paintedWrong(id: string): Promise<void> {
  const job = await sent(id);
  await store.recordAnswer(job, { url: null, expiresAt: null, imageId: null, ...about }, 30);
  const db = await database();
  await db
    .updateTable("job")
    .set({ state: "done", image_id: `picture ${job}` })
    .where("id", "=", job)
    .execute();
  await db
    .insertInto("proof")
    .values({ image_id: `picture ${job}`, state: "read", attempts: 1, summary: wrong })
    .execute();
}

test("a roll ends at its money before its number", async () => {
  const id = await begin({ maxMore: 5, maxFen: 40 });
  await paintedWrong(id);
  expect(await advanceRoll(id)).toBe(true);
  await paintedWrong(id);
  expect(await advanceRoll(id)).toBe(false);
  expect((await look(id)).roll).toMatchObject({ state: "spent", made: 2, maxMore: 5, maxFen: 40 });
});

test("money for no picture at all orders none", async () => {
  const { roll } = await look(await begin({ maxMore: 5, maxFen: 17 }));
  expect(roll).toMatchObject({ state: "spent", made: 0 });
});

test("a try that may have been charged counts, so that one picture fewer is ordered", async () => {
  const id = await begin({ maxMore: 3, maxFen: 54 });
  await store.requeue(await sent(id), "gateway", about, { runAfter: 0 }, 25);
  await paintedWrong(id);
  expect(await advanceRoll(id)).toBe(true);
  await paintedWrong(id);
  expect(await advanceRoll(id)).toBe(false);
  expect((await look(id)).roll).toMatchObject({ state: "spent", made: 2 });
});

test("a second try that would pass the limit is not sent", async () => {
  const id = await begin({ maxMore: 1, maxFen: 18 });
  await store.requeue(await sent(id), "gateway", about, { runAfter: 0 }, 25);
  expect((await look(id)).jobs).toMatchObject([{ state: "failed", failure: "gateway" }]);
  await advanceRoll(id);
  expect((await look(id)).roll.state).toBe("failed");
});
