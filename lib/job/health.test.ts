import { renameSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { newId } from "@/lib/server/id";
import { temporaryFolder } from "@/lib/testing/folder";
import { aPoster, newJobs, place } from "@/lib/testing/jobs";
import { endWorker } from "@/lib/testing/process";
import { whenJobs, whenSettled } from "@/lib/testing/rows";
import { fakeKey, fakeUpstream, upstreamEnv } from "@/lib/testing/upstream";
import { enqueueOrder, retryJob } from "./actions";
import { findHealth } from "./health";
import { startWorker, stopWorker, wake } from "./worker";

const folder = path.join(temporaryFolder(), "data");
const fake = await fakeUpstream();
Object.assign(process.env, upstreamEnv(fake), {
  DATA_DIR: folder,
  UPSTREAM_STARTS_PER_SECOND: "1000",
});
afterEach(endWorker);

const asked = () => findHealth(Date.now());

test("a server at work is well, and says what the upstream last said", async () => {
  await startWorker();
  expect(await asked()).toMatchObject({
    status: "ok",
    database: "ok",
    upstream: { seenAt: null, failure: null },
  });
  fake.control.set({ scenario: "e7" });
  const jobs = newJobs(1);
  await place(jobs);
  wake();
  await whenSettled(jobs);
  expect(await asked()).toMatchObject({
    status: "ok",
    disk: { status: "ok", freeBytes: expect.any(Number) },
    worker: { status: "ok", inFlight: 0, beatAt: expect.any(String) },
    upstream: { failure: "auth", seenAt: expect.any(String) },
  });
});

test("pictures under way are counted, and a stopping worker says so", async () => {
  await startWorker();
  fake.control.set({ scenario: "slow:2+v3+tinypng" });
  const jobs = newJobs(2);
  await place(jobs);
  wake();
  await whenJobs(jobs, (rows) => rows.every(({ state }) => state === "painting"));
  expect((await asked()).worker).toMatchObject({ status: "ok", inFlight: 2 });
  const stopped = stopWorker(20_000);
  expect(await asked()).toMatchObject({
    status: "failing",
    worker: { status: "stopping" },
  });
  await stopped;
});

test("no worker, or one whose heart stands still, is no well server", async () => {
  expect(await asked()).toMatchObject({
    status: "failing",
    worker: { status: "stopped", beatAt: null },
  });
  await startWorker();
  const now = Date.now();
  expect((await findHealth(now + 10_000)).status).toBe("ok");
  const late = await findHealth(now + 60_000);
  expect(late).toMatchObject({ status: "failing", worker: { status: "stopped" } });
});

test("a data folder that is gone is told", async () => {
  await startWorker();
  renameSync(folder, `${folder}-away`);
  expect(await asked()).toMatchObject({
    status: "failing",
    disk: { status: "unreachable", freeBytes: null },
  });
  renameSync(`${folder}-away`, folder);
  expect((await asked()).status).toBe("ok");
});

test("the log of an order and all its troubles holds ids, and no words, keys or addresses", async () => {
  const secret = "绝密标题 SECRET-WORDS";
  const written: string[] = [];
  const write = (line: string | Uint8Array) => written.push(`${line}`) > 0;
  vi.spyOn(process.stdout, "write").mockImplementation(write);
  vi.spyOn(process.stderr, "write").mockImplementation(write);
  await startWorker();
  const poster = aPoster({
    ratios: ["1:1"],
    count: 8,
    scene: { ...aPoster().scene, subject: secret },
  });
  const scenarios = ["e7", "e8", "e12e", "e16", "e27", "expired", "notpng", "v1", "reset", "e22"];
  fake.control.set({ scenarios });
  const requestId = newId();
  await enqueueOrder({ requestId, reuse: "never", painter: "nebula", poster });
  const events = () => written.join("");
  await expect
    .poll(() => events().match(/"job\.(done|failed|notSaved)"/gu)?.length, {
      timeout: 30_000,
    })
    .toBe(8);
  const failed = /"job\.failed","job":"([^"]+)"/u.exec(events())?.[1] ?? "";
  await retryJob({ id: failed, maxFen: 18 });
  await endWorker();
  vi.restoreAllMocks();

  for (const event of ["order.placed", "job.started", "job.requeued", "worker.slowed"]) {
    expect(events()).toContain(`"event":"${event}"`);
  }
  expect(events()).toContain(requestId);
  expect(events()).toMatch(/"upstreamRequestId":"[^"]+"/u);
  for (const line of events().trim().split("\n")) expect(() => JSON.parse(line)).not.toThrow();
  expect(fake.control.log().requests[0]?.prompt).toContain("SECRET-WORDS");
  expect(events()).not.toMatch(/SECRET|绝密|一字不差|Verbatim/u);
  expect(events()).not.toContain(fakeKey);
  expect(events()).not.toMatch(/sk-|xyz|Signature|Expires=|7d\//u);
}, 60_000);
