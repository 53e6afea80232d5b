import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { deleteImage, restoreImage } from "@/lib/image/store";
import { sumSince } from "@/lib/ledger/store";
import type { Poster } from "@/lib/poster/schema";
import type { Result } from "@/lib/result";
import { database } from "@/lib/server/db/client";
import { env } from "@/lib/server/env";
import { newId } from "@/lib/server/id";
import { temporaryFolder } from "@/lib/testing/folder";
import { aPoster } from "@/lib/testing/jobs";
import { endWorker } from "@/lib/testing/process";
import { fakeUpstream, upstreamEnv } from "@/lib/testing/upstream";
import { cancelJob, enqueueOrder, repeatJob } from "./actions";
import type { Placed, Reuse } from "./schema";
import { isSettled } from "./state";
import type { JobRow } from "./store";
import { startWorker } from "./worker";

const fake = await fakeUpstream();
Object.assign(process.env, upstreamEnv(fake), {
  DATA_DIR: temporaryFolder(),
  UPSTREAM_STARTS_PER_SECOND: "1000",
  CACHE_HOURS: "2",
});
const priceFen = 18;
let words = 0;

/** Small pictures: what is looked at here is who gets which. */
beforeEach(() => fake.control.set({ scenario: "v3+tinypng" }));
beforeEach(startWorker);
afterEach(endWorker);

/** A poster whose words nobody used before. */
function freshPoster(changes: Partial<Poster> = {}): Poster {
  const poster = aPoster(changes);
  words += 1;
  const blocks = poster.blocks.map((block) => ({ ...block, text: `${block.text} ${words}` }));
  return { ...poster, blocks };
}

const send = (poster: Poster, reuse: Reuse): Promise<Result<Placed>> =>
  enqueueOrder({ requestId: newId(), reuse, painter: "nebula", poster });

async function allJobs(): Promise<JobRow[]> {
  const db = await database();
  return db.selectFrom("job").selectAll().orderBy("id").execute();
}

/** What an order did, once nothing moves any more: its rows, its requests, and the money it moved. */
async function ordering(run: () => Promise<unknown>) {
  const known = new Set((await allJobs()).map(({ id }) => id));
  const requestsBefore = fake.control.log().requests.length;
  const before = await sumSince(0);
  await run();
  await expect
    .poll(async () => (await allJobs()).every(({ state }) => isSettled(state)), { timeout: 20_000 })
    .toBe(true);
  const after = await sumSince(0);
  const rows = (await allJobs()).filter(({ id }) => !known.has(id));
  return {
    rows,
    images: rows.map(({ image_id }) => image_id),
    requests: fake.control.log().requests.length - requestsBefore,
    spent: (after.spentFen - before.spentFen) / priceFen,
    saved: (after.savedFen - before.savedFen) / priceFen,
    reserved: after.reservedFen,
  };
}

const paint = (poster: Poster) => ordering(() => send(poster, "never"));
const nothing = { rows: [], images: [], requests: 0, spent: 0, saved: 0, reserved: 0 };

describe("the same order again", () => {
  test("asks first: what is there is offered, and nothing is ordered", async () => {
    const poster = freshPoster();
    const { images } = await paint(poster);
    let answer: Result<Placed> | undefined;
    const asked = await ordering(async () => {
      answer = await send(poster, "ask");
    });
    expect(answer).toEqual({
      ok: true,
      value: { is: "offered", offer: { imageIds: images, underWay: 0, wanted: 1 } },
    });
    expect(asked).toEqual(nothing);
  });

  test("taken, is the stored picture for nothing, and counts as saved", async () => {
    const poster = freshPoster();
    const { images } = await paint(poster);
    const taken = await ordering(() => send(poster, "take"));
    expect(taken).toMatchObject({ images, requests: 0, spent: 0, saved: 1, reserved: 0 });
    expect(taken.rows).toMatchObject([{ state: "done", is_cached: 1, attempts: 0 }]);
  });

  test("painted anew, is another picture at its price, though one is there", async () => {
    const poster = freshPoster();
    const { images } = await paint(poster);
    const anew = await paint(poster);
    expect(anew).toMatchObject({ requests: 1, spent: 1, saved: 0 });
    expect(anew.images).not.toEqual(images);
  });

  test("of something nobody made is ordered without a question", async () => {
    expect(await ordering(() => send(freshPoster(), "ask"))).toMatchObject({
      requests: 1,
      spent: 1,
    });
  });

  test("of four pictures wants four: what is missing is painted", async () => {
    const poster = freshPoster({ count: 4 });
    await paint({ ...poster, count: 2 });
    const taken = await ordering(() => send(poster, "take"));
    expect(taken).toMatchObject({ requests: 2, spent: 2, saved: 2, reserved: 0 });
    expect(new Set(taken.images).size).toBe(4);
    const again = await ordering(() => send(poster, "take"));
    expect(again).toMatchObject({ requests: 0, saved: 4 });
    expect(new Set(again.images)).toEqual(new Set(taken.images));
  });

  test("taken from the gallery and then repeated is painted", async () => {
    const poster = freshPoster();
    await paint(poster);
    const { rows } = await ordering(() => send(poster, "take"));
    const repeated = await ordering(() =>
      repeatJob({ id: rows[0]?.id ?? "", requestId: newId(), maxFen: 18 }),
    );
    expect(repeated).toMatchObject({ requests: 1, spent: 1, saved: 0 });
  });
});

describe("what is offered", () => {
  const offered = async (poster: Poster): Promise<number> => {
    const answer = await send(poster, "ask");
    return answer.ok && answer.value.is === "offered" ? answer.value.offer.imageIds.length : 0;
  };
  const idOf = async (poster: Poster) => (await paint(poster)).images[0] ?? "";

  test("is no deleted picture, and again one that was brought back", async () => {
    const poster = freshPoster();
    const id = await idOf(poster);
    await deleteImage(id, Date.now());
    const { requests } = await ordering(async () => expect(await offered(poster)).toBe(0));
    expect(requests, "nothing to ask about: it was painted").toBe(1);
    await restoreImage(id, Date.now());
    expect(await offered({ ...poster, count: 2 })).toBe(2);
  });

  test("is as young as CACHE_HOURS says", async () => {
    const poster = freshPoster();
    const id = await idOf(poster);
    const age = async (ms: number) => {
      const db = await database();
      const created_at = Date.now() - ms;
      await db.updateTable("image").set({ created_at }).where("id", "=", id).execute();
    };
    await age(env().CACHE_HOURS * 3_600_000 - 60_000);
    expect(await offered(poster)).toBe(1);
    await age(env().CACHE_HOURS * 3_600_000 + 1);
    await ordering(async () => expect(await offered(poster)).toBe(0));
  });

  test("is of the same ratio only", async () => {
    const poster = freshPoster();
    await paint(poster);
    await ordering(async () => expect(await offered({ ...poster, ratios: ["16:9"] })).toBe(0));
    expect(await offered({ ...poster, ratios: ["1:1", "16:9"] })).toBe(2);
  });

  test("is no draft", async () => {
    const poster = freshPoster();
    const draft = () =>
      enqueueOrder({ requestId: newId(), reuse: "ask", painter: "draft", poster });
    await ordering(draft);
    expect((await ordering(draft)).rows).toMatchObject([{ state: "done", is_cached: 0 }]);
  });
});

describe("two identical orders at the same moment", () => {
  /** The worker begins when both are there, so that no clock decides who is first. */
  const asleep = async (run: () => Promise<unknown>) => {
    await endWorker();
    await run();
    await startWorker();
  };
  const both = (poster: Poster) => () =>
    asleep(() => Promise.all([send(poster, "take"), send(poster, "take")]));

  test("are painted once when both take what is on its way", async () => {
    const together = await ordering(both(freshPoster()));
    expect(together).toMatchObject({ requests: 1, spent: 1, saved: 1, reserved: 0 });
    expect(together.rows.map(({ state, is_cached }) => [state, is_cached])).toEqual([
      ["done", 0],
      ["done", 1],
    ]);
    expect(together.images[0]).toBe(together.images[1]);
  });

  test("are offered to each other while the first is under way", async () => {
    const poster = freshPoster();
    const asked = await ordering(async () => {
      await asleep(async () => {
        await send(poster, "never");
        expect(await send(poster, "ask")).toEqual({
          ok: true,
          value: { is: "offered", offer: { imageIds: [], underWay: 1, wanted: 1 } },
        });
      });
    });
    expect(asked).toMatchObject({ requests: 1, spent: 1 });
  });

  test("are both asked for when the first fails: the follower is painted itself", async () => {
    fake.control.set({ scenarios: ["e3"] });
    const { rows, ...others } = await ordering(both(freshPoster()));
    expect(rows).toMatchObject([
      { state: "failed", failure: "moderatedInput", image_id: null },
      { state: "done", is_cached: 0, follows: null },
    ]);
    expect(others).toMatchObject({ requests: 2, spent: 1, saved: 0, reserved: 0 });
  });

  test("and the first lost on its way: the follower is painted, the first never again", async () => {
    fake.control.set({ scenarios: ["reset-after"] });
    const { rows, requests } = await ordering(both(freshPoster()));
    expect(rows.map(({ state }) => state)).toEqual(["unknown", "done"]);
    expect(requests).toBe(2);
  });

  test("and the first cancelled: the follower is painted", async () => {
    const poster = freshPoster();
    const { rows, ...others } = await ordering(() =>
      asleep(async () => {
        await Promise.all([send(poster, "take"), send(poster, "take")]);
        const waiting = (await allJobs()).filter(({ state }) => state === "queued");
        const leader = waiting.find(({ follows }) => follows === null);
        expect(waiting.filter(({ follows }) => follows === leader?.id)).toHaveLength(1);
        await cancelJob({ id: leader?.id ?? "" });
      }),
    );
    expect(rows.map(({ state }) => state).toSorted()).toEqual(["cancelled", "done"]);
    expect(others).toMatchObject({ requests: 1, spent: 1, saved: 0, reserved: 0 });
  });

  test("and the follower cancelled: the first is painted all the same", async () => {
    const poster = freshPoster();
    const { rows, ...others } = await ordering(() =>
      asleep(async () => {
        await Promise.all([send(poster, "take"), send(poster, "take")]);
        const follower = (await allJobs()).find(({ follows }) => follows !== null);
        expect(await cancelJob({ id: follower?.id ?? "" })).toEqual({ ok: true, value: null });
      }),
    );
    expect(rows.map(({ state }) => state).toSorted()).toEqual(["cancelled", "done"]);
    expect(others).toMatchObject({ requests: 1, spent: 1, saved: 0, reserved: 0 });
  });
});
