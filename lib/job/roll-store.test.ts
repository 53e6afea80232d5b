import { beforeEach, describe, expect, test } from "vitest";
import { deleteImage } from "@/lib/image/store";
import { saveBudget, sumSince } from "@/lib/ledger/store";
import { addProof, settleRead, settleUnread } from "@/lib/proof/store";
import { database } from "@/lib/server/db/client";
import { newId } from "@/lib/server/id";
import { freshDatabase } from "@/lib/testing/database";
import { temporaryFolder } from "@/lib/testing/folder";
import { storedImage } from "@/lib/testing/images";
import { delivered } from "@/lib/testing/money";
import { ann, proofBy, sansTitle } from "@/lib/testing/proofs";
import * as rolls from "./roll-store";
import { cancelQueued, type JobRow } from "./store";

process.env.DATA_DIR = temporaryFolder();
beforeEach(freshDatabase);

const words = "新年快乐";
const limits = { maxMore: 3, maxFen: 54 };

/** A roll over a picture that was paid for. */
async function aRoll(changes: Partial<typeof limits> = {}) {
  const { job, id: imageId } = await delivered(1000);
  const id = await rolls.startRoll(job.id, { ...limits, ...changes }, ann, Date.now());
  return { id, job, imageId };
}

async function rolledJobs(id: string): Promise<JobRow[]> {
  const db = await database();
  return db.selectFrom("job").selectAll().where("roll_id", "=", id).orderBy("id").execute();
}

/** The roll's last picture comes, and is read so; null leaves it waiting. */
async function painted(id: string, read: string | null): Promise<string> {
  const job = (await rolledJobs(id)).at(-1);
  if (job?.state !== "queued") throw new Error("nothing was ordered");
  const db = await database();
  const image = await storedImage({ job_id: job.id });
  await addProof(db, image);
  await db
    .updateTable("job")
    .set({ state: "done", image_id: image })
    .where("id", "=", job.id)
    .execute();
  if (read !== null) {
    await settleRead(image, await proofBy([sansTitle(words)], read), "script", 1);
  }
  return image;
}

const seen = async (id: string) => (await rolls.listRolls()).find((roll) => roll.id === id);

describe("a roll", () => {
  test("orders its first picture at once: the same request, its own order, its price set aside", async () => {
    const { id, job } = await aRoll();
    const [first, ...others] = await rolledJobs(id);
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      ...{ state: "queued", prompt: job.prompt, poster: job.poster, size: job.size },
      ...{ person_id: ann, price_fen: 18, is_cached: 0 },
    });
    expect(first?.order_id).not.toBe(job.order_id);
    const db = await database();
    const entries = await db
      .selectFrom("ledger")
      .selectAll()
      .where("job_id", "=", first?.id ?? "");
    expect(await entries.execute()).toMatchObject([{ kind: "reserve", reserved_fen: 18 }]);
  });

  test("orders one more after each wrong picture, and none after the first exact one", async () => {
    const { id, imageId } = await aRoll();
    const wrong = await painted(id, "新年快东");
    expect(await rolls.advanceRoll(id)).toBe(true);
    const exact = await painted(id, words);
    expect(await rolls.advanceRoll(id)).toBe(false);
    expect(await seen(id)).toEqual({
      ...{ id, state: "exact", ...limits, priceFen: 18, made: 2 },
      ...{ baseImageId: imageId, imageIds: [wrong, exact] },
    });
  });

  test("waits for a picture that is painted or read, however often it is asked", async () => {
    const { id } = await aRoll();
    expect(await rolls.advanceRoll(id)).toBe(false);
    await painted(id, null);
    expect(await rolls.advanceRoll(id)).toBe(false);
    expect(await rolledJobs(id)).toHaveLength(1);
    expect((await seen(id))?.state).toBe("rolling");
  });

  test.each([
    [{ maxMore: 2 }, 2],
    [{ maxFen: 53 }, 2],
    [{ maxFen: 17 }, 0],
  ])("within %o makes no more than %i", async (changes, most) => {
    const { id } = await aRoll(changes);
    for (let at = 0; at < most; at += 1) {
      await painted(id, "新年快东");
      await rolls.advanceRoll(id);
    }
    expect(await seen(id)).toMatchObject({ state: "spent", made: most });
  });

  test("goes by a picture that was deleted before anybody looked at it", async () => {
    const { id } = await aRoll();
    await deleteImage(await painted(id, words), Date.now());
    await rolls.advanceRoll(id);
    expect((await seen(id))?.state).toBe("exact");
  });

  test("ends where its picture cannot be read: nobody pays for what nobody can judge", async () => {
    const { id } = await aRoll();
    await settleUnread(await painted(id, null), "off", false);
    await rolls.advanceRoll(id);
    expect(await seen(id)).toMatchObject({ state: "unread", made: 1 });
  });

  test("ends with a picture somebody cancelled, or that failed", async () => {
    const [cancelled, failed] = [await aRoll(), await aRoll()];
    const [job] = await rolledJobs(cancelled.id);
    await cancelQueued(job?.id ?? "", 1);
    const db = await database();
    const failing = db.updateTable("job").set({ state: "failed", failure: "quota" });
    await failing.where("roll_id", "=", failed.id).execute();
    for (const { id } of [cancelled, failed]) await rolls.advanceRoll(id);
    expect((await seen(cancelled.id))?.state).toBe("stopped");
    expect((await seen(failed.id))?.state).toBe("failed");
  });

  test("ends when a budget has no room, at its start or later", async () => {
    await saveBudget({ orderFen: null, dayFen: 54, monthFen: null, timeZone: "UTC" });
    const { job } = await delivered(Date.now());
    const id = await rolls.startRoll(job.id, limits, ann, Date.now());
    await painted(id, "新年快东");
    expect(await rolls.advanceRoll(id)).toBe(true);
    await painted(id, "新年快东");
    expect(await rolls.advanceRoll(id)).toBe(false);
    expect(await seen(id)).toMatchObject({ state: "overBudget", made: 2 });
    const none = await rolls.startRoll(job.id, limits, ann, Date.now());
    expect(await seen(none)).toMatchObject({ state: "overBudget", made: 0 });
  });

  test("that is stopped cancels what waits, and its money is free again", async () => {
    const { id } = await aRoll();
    expect((await sumSince(0)).reservedFen).toBe(18);
    await rolls.stopRoll(id, Date.now());
    expect((await rolledJobs(id)).map(({ state }) => state)).toEqual(["cancelled"]);
    expect((await sumSince(0)).reservedFen).toBe(0);
    expect(await seen(id)).toMatchObject({ state: "stopped" });
  });

  test("stopped while it is about to order its next orders none", async () => {
    const { id } = await aRoll();
    await painted(id, "新年快东");
    await Promise.all([rolls.stopRoll(id, Date.now()), rolls.advanceRoll(id)]);
    const states = (await rolledJobs(id)).map(({ state }) => state);
    expect(["done", "done,cancelled"]).toContain(states.join());
    expect(await rolls.advanceRoll(id)).toBe(false);
  });

  test("that is stopped finishes what is under way and orders nothing more", async () => {
    const { id } = await aRoll();
    const db = await database();
    const begun = db.updateTable("job").set({ state: "painting" }).where("roll_id", "=", id);
    await begun.execute();
    await rolls.stopRoll(id, Date.now());
    expect((await rolledJobs(id)).map(({ state }) => state)).toEqual(["painting"]);
    await db.updateTable("job").set({ state: "queued" }).where("roll_id", "=", id).execute();
    await painted(id, "新年快东");
    expect(await rolls.advanceRoll(id)).toBe(false);
    expect(await seen(id)).toMatchObject({ state: "stopped", made: 1 });
    await rolls.stopRoll(id, Date.now());
    expect(await rolls.advanceRoll(newId())).toBe(false);
  });
});

describe("two at once", () => {
  test("who hear of one proof order one picture, from wherever they hear", async () => {
    const { id } = await aRoll();
    await painted(id, "新年快东");
    // Actions and the worker are separate module graphs: what one module remembers the other does not know.
    const others = await Promise.all(
      [1, 2, 3].map((copy) => import(/* @vite-ignore */ `./roll-store?copy=${copy}`)),
    );
    const graphs = [rolls, ...others] as (typeof rolls)[];
    await Promise.all(graphs.map(({ advanceRoll }) => advanceRoll(id)));
    expect(await rolledJobs(id)).toHaveLength(2);
  });

  test("clicks are one roll; after its end a click begins another", async () => {
    const { job } = await delivered(1000);
    const start = () => rolls.startRoll(job.id, limits, ann, Date.now());
    const [one, other] = await Promise.all([start(), start()]);
    expect(one).toBe(other);
    expect(await rolls.listRolling()).toEqual([one]);
    await rolls.stopRoll(one ?? "", Date.now());
    expect(await start()).not.toBe(one);
  });
});

describe("after a restart", () => {
  test("the rolls that go on are known, and what happened meanwhile takes them further", async () => {
    const [going, ended] = [await aRoll(), await aRoll()];
    await rolls.stopRoll(ended.id, Date.now());
    await painted(going.id, "新年快东");
    expect(await rolls.listRolling()).toEqual([going.id]);
    await Promise.all((await rolls.listRolling()).map(rolls.advanceRoll));
    expect(await seen(going.id)).toMatchObject({ state: "rolling", made: 2 });
  });

  test("one that was begun and had ordered nothing yet orders its first", async () => {
    const { job } = await delivered(1000);
    const db = await database();
    const id = newId();
    const row = { id, job_id: job.id, person_id: ann, max_more: 3, max_fen: 54 };
    await db
      .insertInto("roll")
      .values({ ...row, state: "rolling", created_at: 1 })
      .execute();
    expect(await rolls.advanceRoll(id)).toBe(true);
    expect(await rolledJobs(id)).toHaveLength(1);
  });
});
