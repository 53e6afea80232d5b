import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { readBooks } from "@/e2e/crash/books";
import type { Victim } from "@/e2e/crash/victim";
import { temporaryFolder } from "@/lib/testing/folder";
import { fakeUpstream, upstreamEnv } from "@/lib/testing/upstream";
import { testVictims } from "@/lib/testing/victims";

const fake = await fakeUpstream({ latencyMs: 3000 });
const start = testVictims();
const running: Victim[] = [];
afterAll(() => Promise.all(running.map((victim) => victim.kill())));

test("SIGTERM starts nothing new, keeps every picture in flight, and ends well", async () => {
  const folder = temporaryFolder();
  const victim = await start({
    ...upstreamEnv(fake),
    DATA_DIR: folder,
    UPSTREAM_STARTS_PER_SECOND: "1000",
    UPSTREAM_IN_FLIGHT: "3",
  });
  running.push(victim);
  await victim.ready;
  await victim.order("five at once", 5);
  while (fake.control.log().requests.length < 3) await wait(5);
  expect(await victim.stop()).toBe(0);

  const { jobs, images, files, sums } = await readBooks(folder);
  const states = ["done", "done", "done", "queued", "queued"];
  expect(jobs.map(({ state }) => state)).toEqual(states);
  expect(images.every(({ id }) => files.has(id))).toBe(true);
  expect(images).toHaveLength(3);
  expect(sums).toEqual({ reserved: 2 * 18, spent: 3 * 18, maybe: 0 });
  expect(fake.control.log()).toMatchObject({ charged: 3, downloads: 3 });
}, 60_000);
