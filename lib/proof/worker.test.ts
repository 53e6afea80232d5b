import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { deleteImage, restoreImage } from "@/lib/image/store";
import { stopReader } from "@/lib/server/reader/reader";
import { putFile, removeFiles } from "@/lib/server/storage/disk";
import { freshDatabase } from "@/lib/testing/database";
import { endDesk, scriptReader } from "@/lib/testing/desk";
import { draftOf } from "@/lib/testing/drafts";
import { temporaryFolder } from "@/lib/testing/folder";
import { readLines, readPictureOf, sansTitle, waitingPicture } from "@/lib/testing/proofs";
import { findProof, readAgain } from "./store";
import { startProofing, stopProofing, wakeReader } from "./worker";

const folder = temporaryFolder();
process.env.DATA_DIR = folder;
/** Long enough for a process to start on a busy machine. */
const hangMs = 2000;

const hear = vi.fn(async () => {});
beforeEach(async () => {
  await freshDatabase();
  hear.mockClear();
});
afterEach(endDesk);

const settled = (id: string, is: "read" | "unread") =>
  vi.waitUntil(
    async () => {
      const found = await findProof(id);
      return found?.state.is === is && !found.isBeingRead && found;
    },
    { timeout: 60_000, interval: 10 },
  );

describe("the desk", () => {
  test("reads a picture that waits, once, and keeps its proof", async () => {
    const asked = scriptReader(folder, [readLines("新年快乐")]);
    const id = await waitingPicture("新年快乐");
    expect(await findProof(id)).toMatchObject({ state: { is: "waiting" }, isBeingRead: true });
    await startProofing(hear);
    expect((await settled(id, "read")).state).toMatchObject({ summary: { isExact: true } });
    wakeReader();
    wakeReader();
    await vi.waitUntil(() => hear.mock.calls.length > 0);
    expect(asked()).toEqual(["新年快乐"]);
    expect(hear, "whoever rolls hears of it").toHaveBeenCalledTimes(1);
  });

  test("takes the newest first, and what comes while it reads", async () => {
    const asked = scriptReader(folder, Array(3).fill(readLines("一")));
    const [old, young] = [await waitingPicture("旧"), await waitingPicture("新")];
    let late = "";
    await startProofing(async () => {
      if (late !== "") return;
      late = await waitingPicture("后来");
      wakeReader();
    });
    for (const id of [old, young]) await settled(id, "read");
    await settled(late, "read");
    expect(asked()).toEqual(["新", "后来", "旧"]);
  });

  test("started twice is one desk", async () => {
    const asked = scriptReader(folder, [readLines("一")]);
    const id = await waitingPicture("一");
    await Promise.all([startProofing(hear), startProofing(hear)]);
    await settled(id, "read");
    expect(asked()).toEqual(["一"]);
  });
});

describe("a reader that fails", () => {
  test.each([
    ["throw", "crashed"],
    ["leave", "crashed"],
    ["hang", "timeout"],
  ] as const)(
    "(%s) is tried twice, the picture marked as not read, and read when asked",
    async (deed, failure) => {
      const deeds = [deed, deed, readLines("新年快东")];
      const asked = scriptReader(folder, deeds, deed === "hang" ? hangMs : undefined);
      const id = await waitingPicture("新年快乐");
      await startProofing(hear);
      expect((await settled(id, "unread")).state).toEqual({ is: "unread", failure });
      expect(asked()).toHaveLength(2);
      expect(await readAgain(id)).toBe(true);
      wakeReader();
      expect((await settled(id, "read")).state).toMatchObject({ summary: { wrong: 1 } });
    },
  );

  test("once holds up nobody: its picture is read by the next process, others too", async () => {
    scriptReader(folder, ["leave", readLines("新"), readLines("旧")]);
    const [old, young] = [await waitingPicture("旧"), await waitingPicture("新")];
    await startProofing(hear);
    const proofs = await Promise.all([old, young].map((id) => settled(id, "read")));
    expect(proofs.map(({ proof }) => proof?.blocks[0]?.read)).toEqual(["旧", "新"]);
  });

  test("for the picture's own fault is not tried again by itself", async () => {
    const asked = scriptReader(folder, ["unreadable"]);
    const id = await waitingPicture("一");
    await startProofing(hear);
    expect((await settled(id, "unread")).state).toEqual({ is: "unread", failure: "unreadable" });
    expect(asked()).toHaveLength(1);
  });

  test("because this machine cannot read says so of every picture", async () => {
    scriptReader(folder, ["off"]);
    const ids = [await waitingPicture("一"), await waitingPicture("二")];
    await startProofing(hear);
    for (const id of ids) {
      expect((await settled(id, "unread")).state).toEqual({ is: "unread", failure: "off" });
    }
  });

  test("to read again leaves what it read before to be found", async () => {
    const id = await readPictureOf("新年快乐", ["新年快乐"]);
    scriptReader(folder, ["throw", "throw"]);
    await readAgain(id);
    await startProofing(hear);
    const { state, proof } = await settled(id, "unread");
    expect(state).toEqual({ is: "unread", failure: "crashed" });
    expect(proof?.blocks[0]?.read).toBe("新年快乐");
  });
});

describe("a picture that is gone", () => {
  test("is not read: its file is not there", async () => {
    const asked = scriptReader(folder, []);
    const id = await waitingPicture("一");
    await removeFiles(id);
    await startProofing(hear);
    expect((await settled(id, "unread")).state).toEqual({ is: "unread", failure: "gone" });
    expect(asked()).toEqual([]);
  });
});

describe("a picture that is deleted while it waits", () => {
  test("is read all the same, so that its proof is there when it is brought back", async () => {
    const asked = scriptReader(folder, [readLines("二"), readLines("一")]);
    const [id, deleted] = [await waitingPicture("一"), await waitingPicture("二")];
    await deleteImage(deleted, Date.now());
    await startProofing(hear);
    await settled(id, "read");
    expect(asked()).toEqual(["二", "一"]);
    expect(await findProof(deleted), "it is not shown").toBeUndefined();
    expect(await restoreImage(deleted, Date.now())).toBe(true);
    expect(await findProof(deleted)).toMatchObject({ state: { is: "read" }, isBeingRead: false });
  });

  test("deleted and brought back before its turn, it is read", async () => {
    scriptReader(folder, [readLines("三")]);
    const id = await waitingPicture("三");
    await deleteImage(id, Date.now());
    await restoreImage(id, Date.now());
    await startProofing(hear);
    expect((await settled(id, "read")).state).toMatchObject({ is: "read" });
  });
});

describe("a server that stops", () => {
  test.each([1, 2])("during try %i reads the picture after its next start", async (tries) => {
    const failed = tries === 2 ? (["throw"] as const) : [];
    const asked = scriptReader(folder, [...failed, "hang"]);
    const [waiting, id] = [await waitingPicture("旧"), await waitingPicture("新")];
    await startProofing(hear);
    await vi.waitUntil(() => asked().length === tries, { timeout: 20_000 });
    await endDesk();
    expect(await findProof(id)).toMatchObject({ state: { is: "waiting" }, isBeingRead: true });
    const then = scriptReader(folder, [readLines("新"), readLines("旧")]);
    await startProofing(hear);
    await Promise.all([id, waiting].map((each) => settled(each, "read")));
    expect(then()).toEqual(["新", "旧"]);
  });

  test("wakes no more, and starts no picture", async () => {
    const asked = scriptReader(folder, [readLines("一")]);
    await startProofing(hear);
    await stopProofing();
    const id = await waitingPicture("一");
    wakeReader();
    expect(await findProof(id)).toMatchObject({ state: { is: "waiting" } });
    expect(asked()).toEqual([]);
  });
});

test("a draft is read by the real reader, its words exact, its stamp no extra text", async () => {
  await stopReader();
  const words = "山野读书会";
  const id = await waitingPicture(words, { painter: "draft" });
  await putFile(id, "png", await draftOf([sansTitle(words)]));
  await startProofing(hear);
  const { state, proof } = await settled(id, "read");
  expect(state).toMatchObject({ summary: { isExact: true, extras: 0 } });
  expect(proof?.blocks[0]).toMatchObject({ read: words, verdict: "exact" });
}, 120_000);
