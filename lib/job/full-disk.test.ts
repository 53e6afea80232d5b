import { readdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findImage } from "@/lib/image/store";
import { newId } from "@/lib/server/id";
import { putFile } from "@/lib/server/storage/disk";
import { readThumbnail } from "@/lib/server/storage/thumbnail";
import { temporaryFolder } from "@/lib/testing/folder";
import { newJobs, place } from "@/lib/testing/jobs";
import { whenJobs, whenSettled } from "@/lib/testing/rows";
import { smallDisk } from "@/lib/testing/small-disk";
import { fakeUpstream, upstreamEnv } from "@/lib/testing/upstream";
import * as store from "./store";
import { resumeSaving, startWorker, stopWorker, wake } from "./worker";

const folder = temporaryFolder();
const images = path.join(folder, "images");
const disk = await smallDisk(8, temporaryFolder());
const fake = await fakeUpstream();
Object.assign(process.env, upstreamEnv(fake), {
  DATA_DIR: folder,
  UPSTREAM_STARTS_PER_SECOND: "1000",
});

const pictureFiles = () =>
  readdirSync(images, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "ballast")
    .map((entry) => entry.name)
    .toSorted();

/** Only where the system lets a test have a file system of its own, as Linux mostly does. */
describe.skipIf(disk === undefined)("a full disk", () => {
  beforeAll(async () => {
    symlinkSync(disk?.folder ?? "", images);
    await startWorker();
  });
  afterAll(() => stopWorker(10_000));

  test("keeps the answer, and another try stores the picture without a new request", async () => {
    const [job] = newJobs(1);
    if (!job) throw new Error("no job");
    fake.control.set({ scenario: "slow:1" });
    await place([job]);
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
    await (await readThumbnail(image?.id ?? "", "png"))?.stream.cancel();
    expect(pictureFiles()).toEqual(
      ["json", "png", "webp"].map((ending) => `${image?.id}.${ending}`),
    );
    expect(fake.control.log().requests).toHaveLength(1);
  });

  test("that fills up in the middle of a picture leaves nothing half-written", async () => {
    const before = pictureFiles();
    const tooLarge = Buffer.alloc(12 << 20, 1);
    await expect(putFile(newId(), "png", tooLarge)).rejects.toMatchObject({ code: "ENOSPC" });
    expect(pictureFiles()).toEqual(before);
  });
});
