import { readdirSync } from "node:fs";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { findImage } from "@/lib/image/store";
import { database } from "@/lib/server/db/client";
import { newId } from "@/lib/server/id";
import { putFiles } from "@/lib/server/storage/disk";
import { temporaryFolder } from "@/lib/testing/folder";
import { aPoster, newJobs } from "@/lib/testing/jobs";
import { whenJobs, whenSettled } from "@/lib/testing/rows";
import { smallDisk } from "@/lib/testing/small-disk";
import { fakeUpstream, upstreamEnv } from "@/lib/testing/upstream";
import { enqueueOrder } from "./actions";
import * as store from "./store";
import { resumeSaving, startWorker, stopWorker, wake } from "./worker";

const disk = await smallDisk(16, temporaryFolder());
const fake = await fakeUpstream();
Object.assign(process.env, upstreamEnv(fake), {
  DATA_DIR: disk?.folder,
  UPSTREAM_STARTS_PER_SECOND: "1000",
});

const pictureFiles = () =>
  readdirSync(disk?.folder ?? "", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(png|webp|part)$/u.test(entry.name))
    .map((entry) => entry.name);

/** Only where the system lets a test have a file system of its own, as Linux mostly does. */
describe.skipIf(disk === undefined)("a full disk", () => {
  beforeEach(startWorker);
  afterAll(() => stopWorker(10_000));

  test("keeps the answer, and another try stores the picture without a new request", async () => {
    const [job] = newJobs(1);
    if (!job) throw new Error("no job");
    fake.control.set({ scenario: "slow:1" });
    await store.insertOrder(job.order_id, [job]);
    wake();
    await whenJobs([job], ([row]) => row?.state === "painting");
    disk?.fill();
    const [row] = await whenSettled([job]);
    expect(row).toMatchObject({ state: "failed", failure: "diskFull", image_id: null });
    expect(row?.answer_url).toEqual(expect.any(String));
    expect(pictureFiles()).toEqual([]);

    disk?.free();
    await store.retryEnded(job.id, Date.now());
    await resumeSaving(job.id);
    const [saved] = await whenSettled([job]);
    expect(saved).toMatchObject({ state: "done", failure: null });
    const image = await findImage(saved?.image_id ?? "");
    expect(image).toMatchObject({ width: 1328, costFen: 18 });
    expect(pictureFiles().toSorted()).toEqual([`${image?.id}.png`, `${image?.id}.webp`]);
    expect(fake.control.log().requests).toHaveLength(1);
  });

  test("leaves nothing half-written", async () => {
    const before = pictureFiles();
    const files = { png: Buffer.alloc(40 << 20, 1), thumb: Buffer.alloc(10, 2) };
    await expect(putFiles(newId(), files)).rejects.toMatchObject({ code: "ENOSPC" });
    expect(pictureFiles()).toEqual(before);
  });

  test("is told to whoever orders, and the order can be sent again", async () => {
    await stopWorker(10_000);
    const send = (requestId: string) =>
      enqueueOrder({ requestId, painter: "nebula", poster: aPoster({ count: 20 }) });
    disk?.fill();
    // The database has some room of its own, which is used up first.
    const refused = await vi.waitUntil(
      async () => {
        const requestId = newId();
        const answer = await send(requestId);
        return !answer.ok && { requestId, answer };
      },
      { timeout: 20_000, interval: 0 },
    );
    expect(refused.answer).toEqual({ ok: false, code: "diskFull" });
    disk?.free();
    const { requestId } = refused;
    expect(await send(requestId)).toEqual({ ok: true, value: { orderId: requestId } });
    const db = await database();
    const jobs = await db
      .selectFrom("job")
      .select("id")
      .where("order_id", "=", requestId)
      .execute();
    expect(jobs).toHaveLength(20);
  });
});
