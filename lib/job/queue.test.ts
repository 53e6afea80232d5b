import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { database } from "@/lib/server/db/client";
import { temporaryFolder } from "@/lib/testing/folder";
import { newJobs, place } from "@/lib/testing/jobs";
import { claimQueued, nextRunAfter } from "./queue-store";
import { cancelQueued } from "./store";

process.env.DATA_DIR = temporaryFolder();

beforeEach(async () => {
  await (await database()).deleteFrom("job").execute();
});

/** An order of so many pictures by somebody. */
async function order(person: string, count: number): Promise<string> {
  const jobs = newJobs(count, { person_id: person });
  await place(jobs);
  return jobs[0]?.order_id ?? "";
}

/** Who is painted for, in turn; one start a moment. */
async function turns(count: number, from = 1): Promise<{ person: string; order: string }[]> {
  const taken = [];
  for (let turn = 0; turn < count; turn += 1) {
    const job = await claimQueued("nebula", from + turn);
    if (job) taken.push({ person: job.person_id, order: job.order_id });
  }
  return taken;
}

const peopleOf = async (count: number) => (await turns(count)).map(({ person }) => person).join("");

test("twenty pictures of one person do not keep another's first waiting", async () => {
  await order("a", 20);
  await order("b", 2);
  expect(await peopleOf(6)).toBe("ababaa");
});

test("three people take turns, whatever they ordered and when", async () => {
  await order("a", 5);
  await order("b", 1);
  await order("c", 3);
  await order("b", 1);
  expect(await peopleOf(10)).toBe("abcabcacaa");
});

test("whoever comes later waits for nobody's whole order", async () => {
  await order("a", 6);
  await turns(3);
  await order("b", 2);
  expect((await turns(5, 10)).map(({ person }) => person).join("")).toBe("babaa");
});

test("two orders of one person take turns, too", async () => {
  const first = await order("a", 4);
  const second = await order("a", 2);
  const orders = (await turns(6)).map((turn) => (turn.order === first ? 1 : 2));
  expect(orders).toEqual([1, 2, 1, 2, 1, 1]);
  expect(second).not.toBe(first);
});

test("many orders are no way to be served more often", async () => {
  for (let each = 0; each < 4; each += 1) await order("a", 1);
  await order("b", 4);
  expect(await peopleOf(8)).toBe("abababab");
});

test("one order is painted in its own order", async () => {
  const jobs = newJobs(5);
  await place(jobs);
  const taken = [];
  for (let turn = 1; turn <= 5; turn += 1) taken.push((await claimQueued("nebula", turn))?.id);
  expect(taken).toEqual(jobs.map(({ id }) => id));
});

test("no two people are ever more than one turn apart while both wait", async () => {
  const counts = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(counts, async (wanted) => {
      await (await database()).deleteFrom("job").execute();
      for (const [index, count] of wanted.entries()) await order(`p${index}`, count);
      const served = wanted.map(() => 0);
      for (const { person } of await turns(wanted.reduce((sum, count) => sum + count))) {
        const index = Number(person.slice(1));
        served[index] = (served[index] ?? 0) + 1;
        const waiting = served.filter((count, other) => count < (wanted[other] ?? 0));
        const least = Math.min(...waiting, served[index] ?? 0);
        expect((served[index] ?? 0) - least).toBeLessThanOrEqual(1);
      }
      expect(served).toEqual(wanted);
    }),
    { numRuns: 25 },
  );
}, 60_000);

test("what is held back or waits for another's picture is not taken, and says when it may be", async () => {
  const [held, follower, leader] = newJobs(3);
  if (!held || !follower || !leader) throw new Error("no jobs");
  await place([held, follower, leader]);
  const db = await database();
  await db.updateTable("job").set({ run_after: 500 }).where("id", "=", held.id).execute();
  await db.updateTable("job").set({ follows: leader.id }).where("id", "=", follower.id).execute();
  expect((await claimQueued("nebula", 499))?.id).toBe(leader.id);
  expect(await claimQueued("nebula", 499)).toBeUndefined();
  expect(await nextRunAfter("nebula")).toBe(500);
  expect((await claimQueued("nebula", 500))?.id).toBe(held.id);
  expect(await nextRunAfter("nebula")).toBeUndefined();
  await cancelQueued(follower.id, 501);
});
