import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { temporaryFolder } from "@/lib/testing/folder";
import { ReadingThread } from "./thread";

const folder = temporaryFolder();
const timeoutMs = 60_000;
const idleMs = 300_000;
let threads: ReadingThread[] = [];

/** A thread whose worker does what the first wanted word says. */
function aThread(start: unknown = {}): ReadingThread {
  const file = path.join(folder, "worker.mjs");
  writeFileSync(
    file,
    `import { parentPort, workerData } from "node:worker_threads";
     if (workerData.off) parentPort.postMessage({ kind: "off", detail: workerData.off });
     else {
       let count = 0;
       parentPort.on("message", ({ bytes, wanted: [order] }) => {
         count += 1;
         if (order === "hang") return;
         if (order === "spin") for (;;);
         if (order === "throw") throw new Error("broken");
         if (order === "leave") process.exit(3);
         if (order === "tell") return parentPort.postMessage({ kind: "unreadable", detail: "no picture" });
         parentPort.postMessage({ kind: "read", lines: [], unknown: [\`\${count} of \${bytes.length}\`] });
       });
       parentPort.postMessage({ kind: "ready", engine: "native" });
     }`,
  );
  const thread = new ReadingThread({ file, start, timeoutMs, idleMs });
  threads.push(thread);
  return thread;
}

const bytes = new Uint8Array(3);
const said = async (thread: ReadingThread, order: string) => {
  const answer = await thread.read(bytes, [order]);
  return answer.ok ? [...answer.reading.unknown].join() : answer.failure;
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});

afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(threads.map((thread) => thread.stop()));
  threads = [];
});

describe("a reading thread", () => {
  test("answers one picture after another, and passes on what its worker says", async () => {
    const thread = aThread();
    const all = ["read", "tell", "read"].map((order) => said(thread, order));
    expect(await Promise.all(all)).toEqual(["1 of 3", "unreadable", "3 of 3"]);
  });

  test.each(["hang", "spin"])(
    "that should %s is ended after its time, and started anew",
    async (order) => {
      const thread = aThread();
      expect(await said(thread, "read")).toBe("1 of 3");
      const stuck = said(thread, order);
      const next = said(thread, "read");
      vi.advanceTimersByTime(timeoutMs);
      expect(await stuck).toBe("timeout");
      expect(await next).toBe("1 of 3");
    },
  );

  test.each(["throw", "leave"])(
    "whose worker should %s answers so, and is started anew",
    async (order) => {
      const thread = aThread();
      expect(await Promise.all([said(thread, order), said(thread, "read")])).toEqual([
        "crashed",
        "1 of 3",
      ]);
    },
  );

  test("that cannot read at all says so each time, and why", async () => {
    const thread = aThread({ off: "no runtime" });
    expect(await Promise.all([said(thread, "read"), said(thread, "read")])).toEqual(["off", "off"]);
    expect(await thread.read(bytes, [])).toMatchObject({ failure: "off", detail: "no runtime" });
  });

  test("without a file for its worker fails, and does not throw", async () => {
    const file = path.join(folder, "nothing.mjs");
    const thread = new ReadingThread({ file, start: {}, timeoutMs, idleMs });
    expect(await said(thread, "read")).toBe("crashed");
  });

  test("at rest ends its worker, and reads again when asked", async () => {
    const thread = aThread();
    expect(await said(thread, "read")).toBe("1 of 3");
    expect(await said(thread, "read")).toBe("2 of 3");
    vi.advanceTimersByTime(idleMs);
    expect(await said(thread, "read")).toBe("1 of 3");
  });

  test("that is stopped answers what waited", async () => {
    const thread = aThread();
    const all = [said(thread, "hang"), said(thread, "read")];
    await thread.stop();
    expect(await Promise.all(all)).toEqual(["crashed", "crashed"]);
  });

  test("keeps the caller's bytes", async () => {
    const kept = new Uint8Array([1, 2, 3]);
    await aThread().read(kept, ["read"]);
    expect([...kept]).toEqual([1, 2, 3]);
  });
});
