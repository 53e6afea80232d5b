import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Budget } from "@/lib/ledger/schema";
import { noBudget } from "@/lib/ledger/schema";
import { saveBudget, sumSince } from "@/lib/ledger/store";
import type { Result } from "@/lib/result";
import { database } from "@/lib/server/db/client";
import { newId } from "@/lib/server/id";
import { freshDatabase } from "@/lib/testing/database";
import { temporaryFolder } from "@/lib/testing/folder";
import { aPoster } from "@/lib/testing/jobs";
import { tableOf } from "@/lib/testing/table";
import { cancelJob, enqueueOrder, repeatJob, retryJob } from "./actions";

Object.assign(process.env, { DATA_DIR: temporaryFolder(), NEBULA_API_KEY: "sk-unit" });
const priceFen = 18;
const room = 10 * priceFen;
const found: (string | number)[][] = [];

beforeEach(freshDatabase);
afterAll(() =>
  console.log(tableOf(["100 at once, room for 10", "passed", "refused", "images held"], found)),
);

const order = (count: number) =>
  enqueueOrder({
    requestId: newId(),
    reuse: "never",
    painter: "nebula",
    poster: aPoster({ count }),
  });

const hundred = <Value>(run: (index: number) => Promise<Value>): Promise<Value[]> =>
  Promise.all(Array.from({ length: 100 }, (_, index) => run(index)));

async function idsInState(state: "queued" | "cancelled"): Promise<string[]> {
  const db = await database();
  const rows = await db.selectFrom("job").select("id").where("state", "=", state).execute();
  return rows.map(({ id }) => id);
}

/** What the hundred came to: how many passed, why the others did not, what is set aside for them. */
async function tally(name: string, results: Result<unknown>[]) {
  const passed = results.filter(({ ok }) => ok).length;
  const codes = new Set(results.flatMap((result) => (result.ok ? [] : [result.code])));
  const { reservedFen, ...others } = await sumSince(0);
  expect(others).toEqual({ spentFen: 0, maybeFen: 0, savedFen: 0 });
  const images = (await idsInState("queued")).length;
  expect(reservedFen, "every picture that waits is set aside, and no other").toBe(
    images * priceFen,
  );
  found.push([name, passed, 100 - passed, images]);
  return { passed, images, codes: [...codes] };
}

test.each<[string, Partial<Budget>, string]>([
  ["day", { dayFen: room }, "overDay"],
  ["month", { monthFen: room }, "overMonth"],
  ["both", { dayFen: room, monthFen: room + 1 }, "overDay"],
])("room for ten pictures a %s lets exactly ten of a hundred clicks pass", async (...row) => {
  const [name, limits, code] = row;
  await saveBudget({ ...noBudget, ...limits });
  const results = await hundred(() => order(1));
  expect(await tally(`clicks, ${name}`, results)).toEqual({
    passed: 10,
    images: 10,
    codes: [code],
  });
});

describe("room for ten pictures", () => {
  beforeEach(() => saveBudget({ ...noBudget, dayFen: room }));

  test("lets three orders of three pass, and no fourth in part", async () => {
    const results = await hundred(() => order(3));
    expect(await tally("orders of 3, day", results)).toEqual({
      passed: 3,
      images: 9,
      codes: ["overDay"],
    });
  });

  test("is filled to the last picture by orders of three and of one", async () => {
    const results = await hundred((index) => order(index % 2 === 0 ? 3 : 1));
    expect(await tally("orders of 3 and 1, day", results)).toMatchObject({
      images: 10,
      codes: ["overDay"],
    });
  });
});

test("a budget for each order refuses the large ones, however many come", async () => {
  await saveBudget({ ...noBudget, orderFen: 2 * priceFen });
  const results = await hundred((index) => order(index % 2 === 0 ? 3 : 2));
  expect(await tally("orders of 3 and 2, order", results)).toEqual({
    passed: 50,
    images: 100,
    codes: ["overOrder"],
  });
});

test("a hundred retries at a budget for ten are ten", async () => {
  await hundred(() => order(1));
  const ids = await idsInState("queued");
  for (const id of ids) await cancelJob({ id });
  expect((await sumSince(0)).reservedFen).toBe(0);
  await saveBudget({ ...noBudget, dayFen: room });
  const results = await hundred((index) => retryJob({ id: ids[index] ?? "", maxFen: 18 }));
  expect(await tally("retries, day", results)).toEqual({
    passed: 10,
    images: 10,
    codes: ["overDay"],
  });
});

test("retries, repeats and orders of one moment share one budget", async () => {
  await hundred(() => order(1));
  const ids = await idsInState("queued");
  for (const id of ids) await cancelJob({ id });
  await saveBudget({ ...noBudget, dayFen: room });
  const results = await hundred((index): Promise<Result<unknown>> => {
    const id = ids[index] ?? "";
    if (index % 3 === 0) return retryJob({ id, maxFen: 25 });
    return index % 3 === 1 ? repeatJob({ id, requestId: newId(), maxFen: 18 }) : order(1);
  });
  expect(await tally("retries, repeats and orders, day", results)).toEqual({
    passed: 10,
    images: 10,
    codes: ["overDay"],
  });
});

test("at a full budget nothing passes, and a cancelled picture makes room for one", async () => {
  await saveBudget({ ...noBudget, dayFen: room });
  await order(10);
  expect((await hundred(() => order(1))).every(({ ok }) => !ok)).toBe(true);
  await cancelJob({ id: (await idsInState("queued"))[0] ?? "" });
  const results = await hundred(() => order(1));
  expect(await tally("clicks after a cancel, day", results)).toMatchObject({
    passed: 1,
    images: 10,
  });
});

test("a hundred sends of one click are one order, whatever the budget", async () => {
  await saveBudget({ ...noBudget, dayFen: room });
  const click = {
    requestId: newId(),
    reuse: "never" as const,
    painter: "nebula" as const,
    poster: aPoster({ count: 10 }),
  };
  const results = await hundred(() => enqueueOrder(click));
  expect(await tally("sends of one click, day", results)).toEqual({
    passed: 100,
    images: 10,
    codes: [],
  });
});
