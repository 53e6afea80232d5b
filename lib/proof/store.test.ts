import { beforeEach, describe, expect, test } from "vitest";
import { deleteImage, restoreImage } from "@/lib/image/store";
import { database } from "@/lib/server/db/client";
import { newId } from "@/lib/server/id";
import { revision } from "@/lib/server/pulse";
import { freshDatabase } from "@/lib/testing/database";
import { temporaryFolder } from "@/lib/testing/folder";
import { ann, proofBy, readPictureOf, sansTitle, waitingPicture } from "@/lib/testing/proofs";
import * as store from "./store";

process.env.DATA_DIR = temporaryFolder();
beforeEach(freshDatabase);

const right = "新年快乐";
const wrong = "新年快东";

describe("the reader's list", () => {
  test("gives each picture once, the newest first", async () => {
    const ids = [
      await waitingPicture("一"),
      await waitingPicture("二"),
      await waitingPicture("三"),
    ];
    const claims = await Promise.all([1, 2, 3, 4].map(() => store.claimWaiting()));
    expect(claims.map((claim) => claim?.imageId)).toEqual([...ids.toReversed(), undefined]);
  });

  test("has what a crash left in reading once more, and nothing else", async () => {
    const left = await waitingPicture("一");
    await store.claimWaiting();
    const read = await readPictureOf(right, [right]);
    await store.recoverReading(2);
    expect(await store.claimWaiting()).toEqual({ imageId: left, attempts: 2 });
    expect(await store.claimWaiting()).toBeUndefined();
    expect((await store.findProof(read))?.state.is).toBe("read");
  });

  test("gives up a picture that took the server along as often as it was tried", async () => {
    const id = await waitingPicture("一");
    for (const _ of [1, 2]) {
      await store.recoverReading(2);
      expect(await store.claimWaiting()).toMatchObject({ imageId: id });
    }
    await store.recoverReading(2);
    expect(await store.claimWaiting()).toBeUndefined();
    expect((await store.findProof(id))?.state).toEqual({ is: "unread", failure: "crashed" });
    expect(await store.readAgain(id), "but a person may ask once more").toBe(true);
    expect(await store.claimWaiting()).toEqual({ imageId: id, attempts: 1 });
  });
});

describe("what was read", () => {
  test("is kept whole, and in few numbers for badges", async () => {
    const id = await waitingPicture(right);
    const proof = await proofBy([sansTitle(right)], wrong);
    await store.settleRead(id, proof, "native", 1000);
    const stored = await store.findProof(id);
    expect(stored?.proof).toEqual(proof);
    const slip = { wanted: "乐", read: "东" };
    expect(stored?.state).toMatchObject({
      is: "read",
      summary: { wrong: 1, slip, isHuman: false },
    });
    expect((await store.findProofStates([id])).get(id)).toEqual(stored?.state);
    const db = await database();
    const row = await db.selectFrom("proof").selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ state: "read", engine: "native", read_at: 1000, failure: null });
  });

  test("stands while the picture is read again, and gives way to what is read then", async () => {
    const id = await readPictureOf(right, [wrong]);
    expect(await store.readAgain(id)).toBe(true);
    expect(await store.findProof(id)).toMatchObject({
      isBeingRead: true,
      state: { is: "read", summary: { wrong: 1 } },
    });
    expect(await store.readAgain(id), "it is on the list already").toBe(false);
    await store.claimWaiting();
    await store.settleRead(id, await proofBy([sansTitle(right)], right), "native", 2000);
    expect(await store.findProof(id)).toMatchObject({
      isBeingRead: false,
      state: { is: "read", summary: { wrong: 0, isExact: true } },
      proof: { blocks: [{ read: right, verdict: "exact" }] },
    });
  });

  test("is not claimed where nothing could be read, and each failure is named", async () => {
    const failures = ["off", "unreadable", "timeout", "crashed", "gone"] as const;
    for (const failure of failures) {
      const id = await waitingPicture(right);
      await store.settleUnread(id, failure, false);
      expect((await store.findProof(id))?.state).toEqual({ is: "unread", failure });
      expect(await store.judge(saying(id, "right"), ann, 1), "there is nothing to judge").toBe(
        false,
      );
    }
  });

  test("is told to those who watch", async () => {
    const seen = [revision()];
    const id = await readPictureOf(right, [wrong]);
    seen.push(revision());
    await store.judge(saying(id, "right"), ann, 1);
    seen.push(revision());
    await store.readAgain(id);
    seen.push(revision());
    await store.settleUnread(id, "timeout", false);
    seen.push(revision());
    expect(new Set(seen).size).toBe(seen.length);
  });
});

const saying = (imageId: string, verdict: "right" | "wrong" | "machine", blockId = "title") => ({
  imageId,
  blockId,
  verdict,
});

describe("a person's word", () => {
  test("is kept with who and when, and decides", async () => {
    const id = await readPictureOf(right, [wrong]);
    expect(await store.judge(saying(id, "right"), ann, 1234)).toBe(true);
    const stored = await store.findProof(id);
    expect(stored?.judged).toEqual({ title: { verdict: "right", personId: ann, at: 1234 } });
    expect(stored?.state).toMatchObject({ summary: { isExact: true, isHuman: true, slip: null } });
    expect(stored?.proof?.blocks[0]?.verdict, "what the machine read is still there").toBe("wrong");
  });

  test("outlives another reading", async () => {
    const id = await readPictureOf(right, [right]);
    await store.judge(saying(id, "wrong"), ann, 1234);
    await store.readAgain(id);
    await store.claimWaiting();
    await store.settleRead(id, await proofBy([sansTitle(right)], right), "native", 2000);
    expect(await store.findProof(id)).toMatchObject({
      judged: { title: { verdict: "wrong", at: 1234 } },
      state: { is: "read", summary: { wrong: 1, isExact: false, isHuman: true } },
    });
  });

  test("may be changed and taken back; the last one counts, all are kept", async () => {
    const id = await readPictureOf(right, [right]);
    const said = ["wrong", "right", "wrong", "machine"] as const;
    for (const [at, verdict] of said.entries()) await store.judge(saying(id, verdict), ann, at);
    expect(await store.findProof(id)).toMatchObject({
      judged: {},
      state: { summary: { isExact: true, isHuman: false } },
    });
    const db = await database();
    const rows = await db.selectFrom("judgement").select("verdict").orderBy("id").execute();
    expect(rows.map(({ verdict }) => verdict)).toEqual(said);
  });

  test("of a block the picture has not, or of no picture, is not kept", async () => {
    const id = await readPictureOf(right, [right]);
    expect(await store.judge(saying(id, "right", "other"), ann, 1)).toBe(false);
    expect(await store.judge(saying(newId(), "right"), ann, 1)).toBe(false);
    expect((await store.findProof(id))?.state).toMatchObject({ summary: { isHuman: false } });
  });
});

describe("a deleted picture", () => {
  test("has no proof to be seen, judged or made again; brought back, it has all of it", async () => {
    const id = await readPictureOf(right, [wrong]);
    await store.judge(saying(id, "right"), ann, 1);
    const before = await store.findProof(id);
    await deleteImage(id, Date.now());
    expect(await store.findProof(id)).toBeUndefined();
    expect(await store.judge(saying(id, "wrong"), ann, 2)).toBe(false);
    expect(await store.readAgain(id)).toBe(false);
    await restoreImage(id, Date.now());
    expect(await store.findProof(id)).toEqual(before);
  });

  test("still counts for the roll that ordered it", async () => {
    const id = await readPictureOf(right, [right]);
    await deleteImage(id, Date.now());
    expect((await store.findProofStates([id])).get(id)).toMatchObject({ is: "read" });
  });
});

test("a picture nobody knows has no proof", async () => {
  expect(await store.findProof(newId())).toBeUndefined();
  expect(await store.readAgain(newId())).toBe(false);
  expect((await store.findProofStates([])).size).toBe(0);
});
