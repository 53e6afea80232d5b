import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { database } from "@/lib/server/db/client";
import { newId } from "@/lib/server/id";
import { revision } from "@/lib/server/pulse";
import { freshDatabase } from "@/lib/testing/database";
import { temporaryFolder } from "@/lib/testing/folder";
import { newJobs, place } from "@/lib/testing/jobs";
import { delivered, failed, ordered } from "@/lib/testing/money";
import { noBudget } from "./schema";
import { correctCharge, findBudget, findLeft, saveBudget, sumSince } from "./store";

process.env.DATA_DIR = temporaryFolder();
beforeEach(freshDatabase);

const at = Date.parse("2026-11-15T12:00:00Z");
const dayMs = 86_400_000;
const entries = async () => (await database()).selectFrom("ledger").selectAll().execute();

describe("the ledger is append-only", () => {
  test("no entry is changed", async () => {
    await ordered(at);
    const db = await database();
    await expect(db.updateTable("ledger").set({ spent_fen: 0 }).execute()).rejects.toThrow(
      /append-only/u,
    );
    expect(await entries()).toMatchObject([{ kind: "reserve", reserved_fen: 18 }]);
  });

  test("no entry is taken out", async () => {
    await ordered(at);
    const db = await database();
    await expect(db.deleteFrom("ledger").execute()).rejects.toThrow(/append-only/u);
    expect(await entries()).toHaveLength(1);
  });

  test("no entry is of a kind nobody knows", async () => {
    await ordered(at);
    const db = await database();
    const [entry] = await entries();
    if (!entry) throw new Error("no entry");
    const strange = { ...entry, id: newId(), kind: "gift" as "settle" };
    await expect(db.insertInto("ledger").values(strange).execute()).rejects.toThrow(/CHECK/u);
  });
});

describe("sums", () => {
  test("since any moment are those of the entries since then", async () => {
    const moments = fc.array(fc.integer({ min: at - dayMs, max: at + dayMs }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(moments, fc.nat(2 * dayMs), async (ordersAt, after) => {
        await freshDatabase();
        for (const moment of ordersAt) await delivered(moment);
        const since = at - dayMs + after;
        const spentFen = ordersAt.filter((moment) => moment >= since).length * 18;
        expect(await sumSince(since)).toMatchObject({ spentFen, reservedFen: 0 });
        expect((await sumSince(0)).spentFen).toBe(ordersAt.length * 18);
      }),
      { numRuns: 12 },
    );
  });

  test("are those of the entries, free jobs leave none", async () => {
    await delivered(at);
    await failed(at, "unknownOutcome");
    await failed(at, "auth");
    await ordered(at);
    await ordered(at, { price_fen: 0 });
    expect(await sumSince(0)).toEqual({
      reservedFen: 18,
      spentFen: 18,
      maybeFen: 18,
      savedFen: 0,
    });
  });

  test("begin at the moment asked for, that moment with it", async () => {
    await delivered(at);
    expect((await sumSince(at)).spentFen).toBe(18);
    expect((await sumSince(at + 1)).spentFen).toBe(0);
  });

  test("of an empty ledger are nothing, not null", async () => {
    const nothing = { reservedFen: 0, spentFen: 0, maybeFen: 0, savedFen: 0 };
    expect(await sumSince(0)).toEqual(nothing);
  });
});

describe("what the budgets leave", () => {
  const budget = { orderFen: 100, dayFen: 200, monthFen: 300, timeZone: "UTC" };

  test("is everything where there is no budget", async () => {
    expect(await findBudget()).toEqual(noBudget);
    expect(await findLeft(at)).toEqual({ orderFen: null, dayFen: null, monthFen: null });
  });

  test("counts what is spent, promised and possibly gone", async () => {
    await delivered(at);
    await ordered(at);
    await failed(at, "unknownOutcome");
    await failed(at, "balance");
    await saveBudget(budget);
    expect(await findLeft(at)).toEqual({ orderFen: 100, dayFen: 146, monthFen: 246 });
  });

  test.each([
    // Half past eight in the evening of the 31st in UTC is the 1st in Shanghai.
    ["UTC", { dayFen: 182, monthFen: 264 }],
    ["Asia/Shanghai", { dayFen: 182, monthFen: 282 }],
    ["Asia/Kathmandu", { dayFen: 182, monthFen: 282 }],
    ["America/New_York", { dayFen: 182, monthFen: 264 }],
  ])("goes by the days and months of %s", async (timeZone, left) => {
    const evening = Date.parse("2026-10-31T20:30:00Z");
    await delivered(evening);
    await delivered(evening - dayMs);
    await saveBudget({ ...budget, timeZone });
    expect(await findLeft(evening + 60_000)).toMatchObject(left);
  });

  test("is whole again with the next day and the next month", async () => {
    await delivered(at);
    await saveBudget({ ...budget, timeZone: "Asia/Shanghai" });
    const nextDay = Date.parse("2026-11-15T16:00:00Z");
    expect(await findLeft(nextDay - 1)).toMatchObject({ dayFen: 182, monthFen: 282 });
    expect(await findLeft(nextDay)).toMatchObject({ dayFen: 200, monthFen: 282 });
    const nextMonth = Date.parse("2026-11-30T16:00:00Z");
    expect(await findLeft(nextMonth)).toMatchObject({ dayFen: 200, monthFen: 300 });
  });

  test("a new budget takes the place of the old, and those who watch are told", async () => {
    const before = revision();
    await saveBudget(budget);
    await saveBudget({ ...noBudget, dayFen: 0 });
    expect(await findBudget()).toEqual({ ...noBudget, dayFen: 0 });
    expect(revision()).not.toBe(before);
  });

  test("an order beyond it writes neither jobs nor entries; one within is written whole", async () => {
    await saveBudget({ ...noBudget, dayFen: 36 });
    const now = Date.now();
    const three = newJobs(3, { created_at: now });
    expect(await place(three)).toEqual({ is: "refused", budget: "day" });
    expect(await entries()).toEqual([]);
    expect(await place(newJobs(2, { created_at: now }))).toEqual({ is: "ordered" });
    expect(await place(newJobs(1, { created_at: now }))).toEqual({ is: "refused", budget: "day" });
  });
});

describe("a correction", () => {
  test.each([
    [true, { spentFen: 18, maybeFen: 0 }],
    [false, { spentFen: 0, maybeFen: 0 }],
  ])("charged: %s", async (wasCharged, sums) => {
    const job = await failed(at, "unknownOutcome", { person_id: "someone" });
    expect(await correctCharge(job.id, wasCharged, at + 9)).toBe(true);
    expect(await sumSince(0)).toMatchObject(sums);
    const written = await entries();
    expect(written.filter(({ kind }) => kind === "correction")).toMatchObject([
      { at: at + 9, job_id: job.id, person_id: "someone", model: "qwen-image-plus", ratio: "1:1" },
    ]);
  });

  test("is made once, whoever asks and however often at once", async () => {
    const job = await failed(at, "unknownOutcome");
    const answers = await Promise.all(
      [true, false, true].map((wasCharged) => correctCharge(job.id, wasCharged, at)),
    );
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await correctCharge(job.id, true, at)).toBe(false);
    expect((await entries()).filter(({ kind }) => kind === "correction")).toHaveLength(1);
  });

  test("is refused where there is no question", async () => {
    const { job } = await delivered(at);
    expect(await correctCharge(job.id, true, at)).toBe(false);
    const free = await failed(at, "auth");
    expect(await correctCharge(free.id, true, at)).toBe(false);
    expect(await correctCharge(newId(), true, at)).toBe(false);
  });

  test("weighs on the day of the order, not on that of the answer", async () => {
    const job = await failed(at, "unknownOutcome");
    await saveBudget({ ...noBudget, dayFen: 100 });
    const later = at + 3 * dayMs;
    expect(await findLeft(at + 1)).toMatchObject({ dayFen: 82 });
    await correctCharge(job.id, false, later);
    expect(await findLeft(at + 1)).toMatchObject({ dayFen: 100 });
    expect(await findLeft(later)).toMatchObject({ dayFen: 100 });
    expect((await sumSince(at + 1)).spentFen).toBe(0);
  });
});
