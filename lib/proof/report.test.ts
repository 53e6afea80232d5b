import { beforeEach, describe, expect, test } from "vitest";
import { deleteImage, markBest } from "@/lib/image/store";
import { rename } from "@/lib/person/store";
import { database } from "@/lib/server/db/client";
import { newId } from "@/lib/server/id";
import { freshDatabase } from "@/lib/testing/database";
import { temporaryFolder } from "@/lib/testing/folder";
import { aPoster } from "@/lib/testing/jobs";
import { ann, readPictureOf, sansTitle, waitingPicture } from "@/lib/testing/proofs";
import { orderOf, rolledPicture } from "@/lib/testing/rolls";
import { successAt } from "./chance";
import { ratesBy } from "./rates";
import { findRate, findRecords, listRead, loadProof } from "./report";
import { judge, sumUpEarlier } from "./store";

process.env.DATA_DIR = temporaryFolder();
beforeEach(freshDatabase);

const right = "新年快乐";
const wrong = "新年快东";
const worse = "旧岁慢东";

const saying = (imageId: string, verdict: "right" | "wrong") => ({
  imageId,
  blockId: "title",
  verdict,
});

describe("the proof of a picture as its page shows it", () => {
  test("names who judged, and when", async () => {
    const id = await readPictureOf(right, [wrong]);
    await judge(saying(id, "right"), ann, 1234);
    const judged = async () => (await loadProof(id))?.judged;
    expect(await judged()).toEqual({ title: { verdict: "right", name: "", at: 1234 } });
    await rename(ann, "Ann");
    expect(await judged()).toEqual({ title: { verdict: "right", name: "Ann", at: 1234 } });
  });

  test("is none where the picture is unknown or was deleted", async () => {
    const id = await readPictureOf(right, [right]);
    await deleteImage(id, Date.now());
    expect(await loadProof(id)).toBeUndefined();
    expect(await loadProof(newId())).toBeUndefined();
  });
});

describe("the batch beside it", () => {
  test("is the order's pictures, the best first, unread ones last, deleted ones gone", async () => {
    const jobs = await orderOf(5);
    const [bad, unread, good, awful, gone] = [
      await readPictureOf(right, [wrong], { job_id: jobs[0] }),
      await waitingPicture(right, { job_id: jobs[1] }),
      await readPictureOf(right, [right], { job_id: jobs[2] }),
      await readPictureOf(right, [worse], { job_id: jobs[3] }),
      await readPictureOf(right, [right], { job_id: jobs[4] }),
    ];
    await deleteImage(gone, Date.now());
    await markBest(bad, 1);
    const batch = (await loadProof(unread))?.batch ?? [];
    expect(batch.map(({ id }) => id)).toEqual([good, bad, awful, unread]);
    expect(batch.map(({ state }) => state.is)).toEqual(["read", "read", "read", "waiting"]);
    expect(batch.filter(({ isBest }) => isBest).map(({ id }) => id)).toEqual([bad]);
  });

  test("holds what was rolled from it, seen from either end", async () => {
    const [job = ""] = await orderOf(1);
    const first = await readPictureOf(right, [wrong], { job_id: job });
    const rolled = await rolledPicture(job, right, [right]);
    for (const id of [first, rolled]) {
      expect((await loadProof(id))?.batch.map((each) => each.id)).toEqual([rolled, first]);
    }
  });

  test("is empty for a picture alone, and for one without a job", async () => {
    const [job = ""] = await orderOf(1);
    const alone = await readPictureOf(right, [right], { job_id: job });
    const mended = await readPictureOf(right, [right], { parent_id: alone });
    expect((await loadProof(alone))?.batch).toEqual([]);
    expect((await loadProof(mended))?.batch).toEqual([]);
  });
});

describe("rates", () => {
  test("are of the model's own first tries with words that were read", async () => {
    const [job = ""] = await orderOf(1);
    const first = await readPictureOf(right, [wrong], { job_id: job });
    await readPictureOf(right, [right]);
    await readPictureOf(right, [right], { parent_id: first });
    await readPictureOf(right, [right], { painter: "draft" });
    await readPictureOf("", [], { poster: JSON.stringify(aPoster({ blocks: [] })) });
    await waitingPicture(right);
    await rolledPicture(job, right, [right]);
    expect(await findRate(), "and may go to the browser").toStrictEqual({ read: 2, exact: 1 });
    const pictures = await listRead();
    expect(pictures.filter(({ isRolled }) => !isRolled)).toHaveLength(2);
    expect(ratesBy("language", pictures)).toMatchObject([{ key: "zh", read: 2, exact: 1 }]);
  });

  test("of cost count every picture that was paid for, rolled ones too", async () => {
    const [job = ""] = await orderOf(1);
    await readPictureOf(right, [wrong], { job_id: job });
    await rolledPicture(job, right, [wrong]);
    await rolledPicture(job, right, [right]);
    expect(ratesBy("ratio", await listRead())).toEqual([
      { key: "3:4", read: 1, exact: 0, got: 1, spentFen: 54 },
    ]);
  });

  test("go by a person's word, and count what was deleted since", async () => {
    const [said, deleted] = [
      await readPictureOf(right, [wrong]),
      await readPictureOf(right, [wrong]),
    ];
    await judge(saying(said, "right"), ann, 1);
    await deleteImage(deleted, Date.now());
    const { exact, read } = await findRate();
    expect([exact, read, successAt(3, exact / read)]).toEqual([1, 2, 0.875]);
  });

  test("are of nothing where nothing was read", async () => {
    expect(await findRate()).toEqual({ read: 0, exact: 0 });
    expect(await listRead()).toEqual([]);
  });

  test("by lettering count a picture once for each it uses", async () => {
    const blocks = [sansTitle(right), sansTitle("万事如意", "b", "serif")];
    await readPictureOf(right, [right], { poster: JSON.stringify(aPoster({ blocks })) });
    const lines = ratesBy("lettering", await listRead());
    expect(lines.map(({ key, read }) => [key, read])).toEqual([
      ["sans", 1],
      ["serif", 1],
    ]);
  });
});

describe("records of characters", () => {
  const rare = "镳局";
  const readTimes = async (count: number, read: string, changes = {}) => {
    for (let at = 0; at < count; at += 1) await readPictureOf(rare, [read], changes);
  };
  const found = async () => Object.fromEntries(await findRecords());

  test("begin to tell once there are enough; common ones that come out well say nothing", async () => {
    await readTimes(4, rare);
    expect(await found()).toEqual({});
    await readTimes(1, rare);
    expect(await found()).toEqual({ 镳: { painted: 5, right: 5 } });
    await readTimes(10, "镖局");
    expect(await found()).toEqual({ 镳: { painted: 15, right: 5 } });
  });

  test("are of the model's own paintings: no drafts, no mended ones; rolled ones are", async () => {
    const [job = ""] = await orderOf(1);
    const parent = await readPictureOf(rare, ["镖局"], { job_id: job });
    await readTimes(6, rare, { painter: "draft" });
    await readTimes(6, rare, { parent_id: parent });
    expect(await found()).toEqual({});
    for (let at = 0; at < 5; at += 1) await rolledPicture(job, rare, ["镖局"]);
    expect(await found()).toEqual({ 镳: { painted: 6, right: 0 } });
  });

  test("go by a person's word, and back when it is taken back", async () => {
    await readTimes(4, "镖局");
    const id = await readPictureOf(rare, ["镖局"]);
    const figure = async () => (await found()).镳?.right;
    expect(await figure()).toBe(0);
    await judge(saying(id, "right"), ann, 1);
    expect(await figure()).toBe(1);
    await judge({ ...saying(id, "right"), verdict: "machine" }, ann, 2);
    expect(await figure()).toBe(0);
  });

  test("hold what was read before characters were counted, once it is summed up", async () => {
    await readTimes(5, rare);
    const db = await database();
    await db.updateTable("proof").set({ right_letters: null, wrong_letters: null }).execute();
    expect(await found()).toEqual({});
    let count = 0;
    while (await sumUpEarlier()) count += 1;
    expect([count, await found()]).toEqual([5, { 镳: { painted: 5, right: 5 } }]);
  });
});
