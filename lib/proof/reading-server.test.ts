import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, test, vi } from "vitest";
import { countUnread, faultsIn, isSettled, readBooks } from "@/e2e/crash/books";
import type { Victim } from "@/e2e/crash/victim";
import { childrenOf } from "@/e2e/servers/family";
import { temporaryFolder } from "@/lib/testing/folder";
import { fakeUpstream, upstreamEnv } from "@/lib/testing/upstream";
import { testVictims } from "@/lib/testing/victims";

// Loading the models and reading keep a busy core for long.
vi.setConfig({ testTimeout: 180_000 });

const pictures = 4;
const fake = await fakeUpstream({ latencyMs: 20 });
const start = testVictims();
const running: Victim[] = [];
afterAll(() => Promise.all(running.map((victim) => victim.kill())));

/** A server that has painted its pictures and read one: it is in the middle of another. */
async function readingServer() {
  fake.control.set({ scenario: "words" });
  const folder = temporaryFolder();
  const victim = await start({
    ...upstreamEnv(fake),
    DATA_DIR: folder,
    UPSTREAM_STARTS_PER_SECOND: "1000",
  });
  running.push(victim);
  await victim.ready;
  await victim.order("一字不差", pictures);
  const isReading = async () => {
    const books = await readBooks(folder);
    return isSettled(books) && (await countUnread(folder)) < pictures;
  };
  while (!(await isReading())) await wait(20);
  return { victim, folder };
}

test("SIGTERM while it reads ends the server well, its reader too, and loses nothing", async () => {
  const { victim, folder } = await readingServer();
  const children = childrenOf(victim.pid);
  expect(children.length).toBeGreaterThan(0);
  expect(await victim.stop()).toBe(0);
  for (const { pid } of children) {
    expect(() => process.kill(pid, 0), "gone with the server").toThrow("ESRCH");
  }
  const books = await readBooks(folder);
  expect(faultsIn(books, undefined)).toEqual([]);
  expect(books.images).toHaveLength(pictures);
  expect(await countUnread(folder), "read after the next start").toBeGreaterThan(0);
});

test("the reader killed while it reads is started anew, and the server never notices", async () => {
  const { victim, folder } = await readingServer();
  for (const { pid } of childrenOf(victim.pid)) process.kill(pid, "SIGKILL");
  await victim.order("再来一次", 1);
  while (!isSettled(await readBooks(folder)) || (await countUnread(folder)) > 0) await wait(50);
  const books = await readBooks(folder);
  expect(faultsIn(books, undefined)).toEqual([]);
  expect(books.images).toHaveLength(pictures + 1);
  expect(await victim.stop()).toBe(0);
});
