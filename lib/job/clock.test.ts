import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { monotonicNow } from "@/lib/server/clock";
import { database } from "@/lib/server/db/client";
import { newId } from "@/lib/server/id";
import { freshDatabase } from "@/lib/testing/database";
import { temporaryFolder } from "@/lib/testing/folder";
import { aPoster, newJobs, place } from "@/lib/testing/jobs";
import { endWorker } from "@/lib/testing/process";
import { jobRow, whenJobs, whenSettled } from "@/lib/testing/rows";
import { fakeUpstream, upstreamEnv } from "@/lib/testing/upstream";
import { enqueueOrder } from "./actions";
import { findHealth } from "./health";
import { isHalted, look, newWatch, type Watch } from "./watch";
import { startWorker, wake } from "./worker";

const fake = await fakeUpstream();
Object.assign(process.env, upstreamEnv(fake), {
  DATA_DIR: temporaryFolder(),
  UPSTREAM_STARTS_PER_SECOND: "20",
});
const hourMs = 3_600_000;

interface Stuck {
  isFilling: boolean;
  watch: Watch;
}
beforeEach(freshDatabase);
afterEach(async () => {
  vi.useRealTimers();
  await endWorker();
});

/** Sets the clock by so much; what has passed is not touched by it. */
function setClock(byMs: number): void {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + byMs });
}

vi.setConfig({ testTimeout: 120_000 });

describe.each([-hourMs, hourMs])("a clock that is set by %i ms", (byMs) => {
  test("holds up no painting", async () => {
    await startWorker();
    const before = newJobs(2);
    await place(before);
    wake();
    await whenSettled(before, 60_000);
    setClock(byMs);
    const after = newJobs(6);
    await place(after);
    wake();
    const rows = await whenSettled(after, 60_000);
    expect(rows.map(({ state }) => state)).toEqual(Array(6).fill("done"));
    expect((await findHealth(Date.now())).worker).toMatchObject({ status: "ok" });
  });

  test("leaves the wait of a job that is held back as long as it was", async () => {
    await startWorker();
    fake.control.set({ scenarios: ["e25", "v1"] });
    const jobs = newJobs(1);
    await place(jobs);
    wake();
    await whenJobs(jobs, ([row]) => row?.state === "queued" && row.run_after > 0);
    setClock(byMs);
    const [row] = await whenSettled(jobs, 60_000);
    expect(row?.state).toBe("done");
  });
});

test("what a clock ahead held back before a restart is not held for longer than a minute", async () => {
  const [job] = newJobs(1);
  if (!job) throw new Error("no job");
  await place([job]);
  const db = await database();
  const run_after = Date.now() + hourMs;
  await db.updateTable("job").set({ run_after }).where("id", "=", job.id).execute();
  await startWorker();
  expect((await jobRow(job)).run_after).toBeLessThanOrEqual(Date.now() + 60_000);
});

describe("a worker that has come to a halt", () => {
  test("is known by work that could start and does not; a wake-up is tried each time", async () => {
    await place(newJobs(1));
    const watch = newWatch();
    let wakes = 0;
    const wakeUp = () => {
      wakes += 1;
    };
    await look(watch, ["nebula"], wakeUp);
    await look(watch, ["nebula"], wakeUp);
    expect(wakes).toBe(2);
    expect(isHalted(watch, monotonicNow())).toBe(false);
    expect(isHalted(watch, monotonicNow() + 10_000)).toBe(true);
    // No place is free, or another painter's is: nothing could start.
    await look(watch, ["draft"], wakeUp);
    expect(isHalted(watch, monotonicNow() + 10_000)).toBe(false);
    expect(wakes).toBe(2);
  });

  test("takes no orders, and health says so", async () => {
    await startWorker();
    const crew = (globalThis as typeof globalThis & { verbatimCrew?: Stuck }).verbatimCrew;
    if (!crew) throw new Error("no crew");
    await vi.waitUntil(() => !crew.isFilling, { timeout: 20_000 });
    // A turn of the worker that never ends: no wake-up reaches it.
    crew.isFilling = true;
    await place(newJobs(1));
    const idleSince = await vi.waitUntil(() => crew.watch.idleSince, { timeout: 20_000 });
    crew.watch.idleSince = idleSince - 10_000;
    expect(await findHealth(Date.now())).toMatchObject({
      status: "failing",
      worker: { status: "stalled" },
    });
    const click = { requestId: newId(), reuse: "never", painter: "nebula" } as const;
    expect(await enqueueOrder({ ...click, poster: aPoster() })).toEqual({
      ok: false,
      code: "workerStalled",
    });
  });
});
