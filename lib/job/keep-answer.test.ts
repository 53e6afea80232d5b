import { beforeEach, expect, test } from "vitest";
import { readBooks } from "@/e2e/crash/books";
import { tinyPng } from "@/e2e/fake-upstream/png";
import { storePicture } from "@/lib/image/store-picture";
import { sumSince } from "@/lib/ledger/store";
import { database } from "@/lib/server/db/client";
import { listNotes, removeNote, writeNote } from "@/lib/server/storage/notes";
import { freshDatabase } from "@/lib/testing/database";
import { temporaryFolder } from "@/lib/testing/folder";
import { newJobs, place } from "@/lib/testing/jobs";
import { lockDatabase } from "@/lib/testing/lock";
import { fakeUpstream, upstreamEnv } from "@/lib/testing/upstream";
import { testVictims } from "@/lib/testing/victims";
import { giveUp } from "./give-up-store";
import { keepAnswer, takeInNotes } from "./keep-answer";
import { claimQueued } from "./queue-store";
import { noteOf } from "./save-job";
import * as store from "./store";

const folder = temporaryFolder();
const fake = await fakeUpstream();
const settings = { ...upstreamEnv(fake), DATA_DIR: folder };
Object.assign(process.env, settings);
const startVictim = testVictims();
beforeEach(freshDatabase);

const answerAt = (url: string) => ({
  ...{ url, expiresAt: null, imageId: null },
  upstreamRequestId: null,
});

async function claimed(at: number): Promise<store.JobRow> {
  const job = await claimQueued("nebula", at);
  if (!job) throw new Error("not claimed");
  return job;
}

/** A job given up and painted anew: its two tries. */
async function triedTwice(): Promise<[store.JobRow, store.JobRow]> {
  await place(newJobs(1, { created_at: 5 }));
  const first = await claimed(1000);
  expect(await giveUp(first.id, 31_000)).toBe(true);
  await store.retryEnded(first.id, 32_000);
  return [first, await claimed(33_000)];
}

test("two answers of one job that wait at once have a note each", async () => {
  const [first, second] = await triedTwice();
  const unlock = await lockDatabase(folder);
  const kept = [
    keepAnswer(first, answerAt("https://example.com/1.png")),
    keepAnswer(second, answerAt("https://example.com/2.png")),
  ];
  await expect
    .poll(async () => (await listNotes()).map(({ jobId }) => jobId), { timeout: 20_000 })
    .toEqual([first.id, first.id]);
  const texts = (await listNotes()).map(({ text }) => text).join();
  expect(texts).toContain("/1.png");
  expect(texts).toContain("/2.png");
  unlock();
  await Promise.all(kept);
  expect(await listNotes()).toEqual([]);
  expect(await sumSince(0)).toMatchObject({ reservedFen: 0, spentFen: 36, maybeFen: 0 });
}, 60_000);

/** A note that a kill left of an answer, as it is written. */
async function noteLeft(job: store.JobRow, imageId: string | null): Promise<void> {
  const { started_at, ordered_at, price_fen } = job;
  const url = imageId === null ? "https://example.com/left.png" : null;
  const answer = { url, expiresAt: null, imageId, upstreamRequestId: null };
  const tried = { started_at, ordered_at, price_fen };
  await writeNote(job.id, JSON.stringify({ answeredAt: 30_000, answer, tried }));
}

test("a note whose job the database does not know is kept", async () => {
  const [first] = await triedTwice();
  await freshDatabase();
  await noteLeft(first, null);
  const left = await listNotes();
  await takeInNotes();
  expect(await listNotes()).toEqual(left);
  await removeNote(first.id);
});

test("while the database is locked nothing is taken in, and whoever starts does not go on", async () => {
  const [first] = await triedTwice();
  await noteLeft(first, null);
  const unlock = await lockDatabase(folder);
  await expect(takeInNotes()).rejects.toThrow();
  unlock();
  await takeInNotes();
  expect(await listNotes()).toEqual([]);
  expect(await sumSince(0)).toMatchObject({ reservedFen: 18, spentFen: 18, maybeFen: 0 });
}, 60_000);

test("a start books a late picture as the try it belongs to, and spares the next", async () => {
  await place(newJobs(1, { created_at: 5 }));
  const first = await claimed(1000);
  expect(await giveUp(first.id, 31_000)).toBe(true);
  await store.retryEnded(first.id, 32_000);
  const { id } = await storePicture(await tinyPng(), noteOf(first));
  await noteLeft(first, id);
  await (await database()).destroy();
  const victim = await startVictim(settings);
  await victim.ready;
  const books = await expect
    .poll(async () => (await readBooks(folder)).images.length, { timeout: 20_000 })
    .toBe(1)
    .then(() => readBooks(folder));
  await victim.stop();
  expect(books.sums).toEqual({ reserved: 0, spent: 18, maybe: 0 });
  expect(books.jobs).toMatchObject([{ id: first.id, state: "done", image_id: id }]);
  expect(fake.control.log().requests).toHaveLength(0);
}, 60_000);
