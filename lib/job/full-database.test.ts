import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sumSince } from "@/lib/ledger/store";
import { newId } from "@/lib/server/id";
import { freshDatabase } from "@/lib/testing/database";
import { temporaryFolder } from "@/lib/testing/folder";
import { aPoster, newJobs, place } from "@/lib/testing/jobs";
import { endWorker } from "@/lib/testing/process";
import { whenJobs, whenSettled } from "@/lib/testing/rows";
import { smallDisk } from "@/lib/testing/small-disk";
import { fakeUpstream, upstreamEnv } from "@/lib/testing/upstream";
import { enqueueOrder, retryJob } from "./actions";
import { findHealth } from "./health";
import type { NewJob } from "./order-store";
import { startWorker, wake } from "./worker";

const disk = await smallDisk(24, temporaryFolder());
const fake = await fakeUpstream();
Object.assign(process.env, upstreamEnv(fake), {
  DATA_DIR: disk?.folder ?? temporaryFolder(),
  UPSTREAM_STARTS_PER_SECOND: "1000",
});
const reserve = path.join(process.env.DATA_DIR ?? "", "reserve");

/** Only where the system lets a test have a file system of its own, as Linux mostly does. */
describe.skipIf(disk === undefined)("a full disk with the database on it", () => {
  beforeEach(async () => {
    await freshDatabase();
    await startWorker();
  });
  afterEach(endWorker);

  /** Six pictures under way when the last byte is taken. */
  async function underWay(scenario: string): Promise<NewJob[]> {
    fake.control.set({ scenario });
    const jobs = newJobs(6);
    await place(jobs);
    wake();
    await whenJobs(jobs, (rows) => rows.every(({ state }) => state === "painting"));
    expect(existsSync(reserve)).toBe(true);
    disk?.fill();
    return jobs;
  }

  test("keeps every answer, buys nothing, and fetches the pictures when there is room", async () => {
    const jobs = await underWay("slow:1");
    const rows = await whenSettled(jobs, 60_000);
    expect(rows.map(({ answer_url }) => answer_url)).toEqual(Array(6).fill(expect.any(String)));
    expect(await sumSince(0)).toMatchObject({ spentFen: 108, maybeFen: 0, reservedFen: 0 });
    expect(await findHealth(Date.now())).toMatchObject({
      status: "failing",
      disk: { status: "full" },
    });
    const click = { requestId: newId(), reuse: "never", painter: "nebula" } as const;
    expect(await enqueueOrder({ ...click, poster: aPoster() })).toEqual({
      ok: false,
      code: "diskFull",
    });

    disk?.free();
    for (const { id, state } of rows) {
      if (state !== "done") expect(await retryJob({ id, maxFen: 0 })).toMatchObject({ ok: true });
    }
    const saved = await whenSettled(jobs, 60_000);
    expect(saved.map(({ state }) => state)).toEqual(Array(6).fill("done"));
    expect(fake.control.log().requests).toHaveLength(6);
    expect((await sumSince(0)).spentFen).toBe(108);
    await expect.poll(() => existsSync(reserve), { timeout: 20_000 }).toBe(true);
    expect((await findHealth(Date.now())).status).toBe("ok");
  }, 120_000);

  test("keeps pictures that came inside their answers", async () => {
    const jobs = await underWay("slow:1+v3");
    // Where the room set aside does not suffice, they wait in memory for more.
    await expect
      .poll(async () => (await findHealth(Date.now())).status, { timeout: 30_000 })
      .toBe("failing");
    disk?.free();
    const rows = await whenSettled(jobs, 60_000);
    expect(rows.map(({ state }) => state)).toEqual(Array(6).fill("done"));
    expect(fake.control.log().requests).toHaveLength(6);
    const images = path.join(process.env.DATA_DIR ?? "", "images");
    const files = readdirSync(images, { recursive: true, encoding: "utf8" });
    expect(files.filter((file) => file.endsWith(".png"))).toHaveLength(12);
  }, 120_000);
});
