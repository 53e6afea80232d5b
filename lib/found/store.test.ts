import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { tinyPng } from "@/e2e/fake-upstream/png";
import { writeNote } from "@/lib/image/note";
import { countImages, findImage, listImages } from "@/lib/image/store";
import { sweep } from "@/lib/image/sweep-store";
import type { NewJob } from "@/lib/job/order-store";
import { noteOf } from "@/lib/job/save-job";
import { startWorker, wake } from "@/lib/job/worker";
import { sumSince } from "@/lib/ledger/store";
import { newBlock } from "@/lib/poster/blank";
import { literalsOf } from "@/lib/poster/words";
import { findProof } from "@/lib/proof/store";
import { database } from "@/lib/server/db/client";
import { newId } from "@/lib/server/id";
import { putFile } from "@/lib/server/storage/disk";
import { freshDatabase } from "@/lib/testing/database";
import { temporaryFolder } from "@/lib/testing/folder";
import { aPoster, newJobs, place } from "@/lib/testing/jobs";
import { withText } from "@/lib/testing/png-text";
import { endWorker } from "@/lib/testing/process";
import { jobRow, whenSettled } from "@/lib/testing/rows";
import { fakeUpstream, upstreamEnv } from "@/lib/testing/upstream";
import { fileAnswer } from "./file-answer";
import { adoptAfter, adoptPicture, listFound, recallPainted } from "./store";

const folder = temporaryFolder();
const images = path.join(folder, "images");
const fake = await fakeUpstream();
Object.assign(process.env, upstreamEnv(fake), {
  DATA_DIR: folder,
  UPSTREAM_STARTS_PER_SECOND: "1000",
});
/** Late enough for everything that lies there to be at rest. */
const later = () => Date.now() + 7_200_000;

beforeEach(async () => {
  rmSync(images, { recursive: true, force: true });
  await freshDatabase();
  fake.control.set({ scenario: "tinypng" });
});
afterEach(endWorker);

function ordered(title: string): NewJob {
  const poster = JSON.stringify(aPoster({ blocks: [newBlock("title", "title", title)] }));
  const [job] = newJobs(1, { poster, prompt: `A poster that says “${title}”` });
  if (!job) throw new Error("no job");
  return job;
}

async function painted(...jobs: NewJob[]): Promise<string[]> {
  for (const job of jobs) await place([job]);
  await startWorker();
  wake();
  await whenSettled(jobs);
  await endWorker();
  const rows = await Promise.all(jobs.map(jobRow));
  return rows.map(({ image_id }) => image_id ?? "");
}

/** Makes a backup of the database; what it gives puts that back. */
async function backup(): Promise<() => Promise<void>> {
  const kept = path.join(folder, "backup.db");
  await sql`vacuum into ${kept}`.execute(await database());
  return async () => {
    await freshDatabase();
    copyFileSync(kept, path.join(folder, "verbatim.db"));
  };
}

async function startAgain(): Promise<void> {
  await recallPainted(Date.now());
  await startWorker();
}

const requests = () => fake.control.log().requests.length;
const fileOf = (id: string) => path.join(images, id.slice(-2), `${id}.png`);
const pathOf = (id: string) => `${id.slice(-2)}/${id}.png`;
const page = () => listFound(0, 50, later());

describe("yesterday's database put back", () => {
  test("loses no picture, and pays for none again", async () => {
    const [before = ""] = await painted(ordered("昨天"));
    const [waiting, underWay] = [ordered("排队"), ordered("在画")];
    for (const job of [waiting, underWay]) await place([job]);
    const db = await database();
    await db.updateTable("job").set({ state: "painting" }).where("id", "=", underWay.id).execute();
    const putBack = await backup();
    const open = await database();
    await open.updateTable("job").set({ state: "queued" }).where("id", "=", underWay.id).execute();
    const [after = ""] = await painted(ordered("今天"));
    await whenSettled([waiting, underWay]);
    const paid = await sumSince(0);
    expect([requests(), await countImages()]).toEqual([4, 4]);

    await putBack();
    await startAgain();
    await whenSettled([waiting, underWay]);
    await sweep(later());
    expect(requests(), "nothing is painted again").toBe(4);
    expect((await jobRow(waiting)).state).toBe("done");
    expect((await jobRow(underWay)).state).toBe("done");
    expect((await page()).pictures).toMatchObject([{ path: pathOf(after), words: "今天" }]);

    expect(await adoptPicture(pathOf(after), later())).toBe("adopted");
    expect(await page()).toEqual({ pictures: [], count: 0 });
    expect(await countImages()).toBe(4);
    const image = await findImage(after);
    expect(image && literalsOf(image.poster)).toEqual(["今天"]);
    expect(image).toMatchObject({ costFen: 18, width: 64, painter: "nebula", isBest: false });
    expect((await findProof(after))?.isBeingRead).toBe(true);
    // The ledger knows what its own orders cost, and nothing of the one it never heard of.
    expect(await sumSince(0)).toMatchObject({ spentFen: paid.spentFen - 18, reservedFen: 0 });
    expect(await findImage(before)).toBeDefined();
  });

  test("a job whose answer was lost to the books has its picture by a click", async () => {
    const job = ordered("有了");
    await place([job]);
    const db = await database();
    const id = newId();
    await putFile(id, "png", await tinyPng());
    await putFile(id, "note", Buffer.from(writeNote(noteOf(await jobRow(job)))));
    const lost = { state: "unknown", failure: "unknownOutcome" } as const;
    await db.updateTable("job").set(lost).where("id", "=", job.id).execute();
    await startAgain();
    expect((await jobRow(job)).state, "a person says so").toBe("unknown");
    expect(await adoptPicture(pathOf(id), later())).toBe("adopted");
    expect(await jobRow(job)).toMatchObject({ state: "done", image_id: id, failure: null });
    expect(await findImage(id)).toMatchObject({ width: 64, costFen: 18 });
    expect(requests()).toBe(0);
  });
});

test("without a database all pictures come back, once, with their words", async () => {
  const titles = ["春", "夏", "秋"];
  const ids = await painted(...titles.map(ordered));
  const bytes = ids.map((id) => readFileSync(fileOf(id)));
  await freshDatabase();
  await startAgain();
  await sweep(later());
  expect((await page()).count).toBe(3);

  const took = [await adoptAfter(null, later()), await adoptAfter(null, later())];
  expect(took).toEqual([
    { adopted: 3, refused: 0, next: null },
    { adopted: 0, refused: 0, next: null },
  ]);
  const found = await listImages(10);
  expect(found.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  expect(found.flatMap(({ poster }) => literalsOf(poster)).toSorted()).toEqual(titles.toSorted());
  expect(ids.map((id) => readFileSync(fileOf(id)))).toEqual(bytes);
  expect(await sumSince(0)).toMatchObject({ spentFen: 0, maybeFen: 0 });
  expect(requests()).toBe(3);
});

test("two clicks at once take a picture in once", async () => {
  const [id = ""] = await painted(ordered("一次"));
  await freshDatabase();
  const both = [1, 2].map(() => adoptPicture(pathOf(id), later()));
  expect(await Promise.all(both)).toEqual(["adopted", "adopted"]);
  expect(await countImages()).toBe(1);
});

describe("a picture from elsewhere", () => {
  const put = (name: string, bytes: Uint8Array): void => {
    mkdirSync(path.dirname(path.join(images, name)), { recursive: true });
    writeFileSync(path.join(images, name), bytes);
  };

  test("brings the words its file carries, and gets a place of its own", async () => {
    const text =
      "海报，标题“夏日特惠”，副标题“全场五折”\nNegative prompt: blurry\nSteps: 20, Size: 64x48";
    put("旧的/a #1.png", withText(await tinyPng(), "parameters", text));
    expect((await page()).pictures).toMatchObject([{ path: "旧的/a #1.png", isNoted: false }]);
    expect((await fileAnswer("旧的/a #1.png")).status, "too young to be shown").toBe(404);
    expect(await adoptPicture("旧的/a #1.png", later())).toBe("adopted");
    const [image] = await listImages(10);
    expect(image && literalsOf(image.poster)).toEqual(["夏日特惠", "全场五折"]);
    expect(image).toMatchObject({ ratio: "4:3", costFen: 0, negativePrompt: "blurry" });
    expect(statSync(fileOf(image?.id ?? "")).isFile()).toBe(true);
    expect(await page()).toEqual({ pictures: [], count: 0 });
  });

  test("that is none is refused and stays where it is", async () => {
    put("broken.png", Buffer.from("no picture"));
    expect(await adoptPicture("broken.png", later())).toBe("notPicture");
    expect(await adoptAfter(null, later())).toEqual({ adopted: 0, refused: 1, next: null });
    expect(readFileSync(path.join(images, "broken.png"), "utf8")).toBe("no picture");
    expect(await countImages()).toBe(0);
  });

  test.each([
    "../verbatim.db",
    "../backup.png",
    "/etc/hostname.png",
    "aa/../../secret.png",
    "./a.png",
    "a\0.png",
    "a.txt",
    "",
  ])("%j is no path to one", async (wrong) => {
    writeFileSync(path.join(folder, "backup.png"), "x");
    put("a.png", await tinyPng());
    if (wrong !== "") expect(await adoptPicture(wrong, later())).toBe("notFound");
    expect((await fileAnswer(wrong)).status).toBe(404);
  });
});
