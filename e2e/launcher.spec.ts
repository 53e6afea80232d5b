import { rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { v7 } from "uuid";
import { readBooks } from "./crash/books";
import { expect, test } from "./pages/fixtures";
import { posterOf, sendOrder } from "./servers/action-call";
import { begin, type Running } from "./servers/process";
import { freePort } from "./servers/serve";
import { launcher, newDataDir, paintingWith } from "./servers/studio";

/**
 * Loaded into a launcher before its own code: its timers pass thirty times as fast, so that what it
 * does after minutes shows in seconds. The server it starts is another process and keeps real time.
 */
const hasty = `data:text/javascript,${encodeURIComponent(`
  const usual = globalThis.setTimeout;
  globalThis.setTimeout = (work, ms = 0, ...rest) => usual(work, ms / 30, ...rest);
`)}`;

/** The launcher itself, as a person starts it; no browser needed. */
test.describe("the launcher", { tag: "@once" }, () => {
  let dataDir: string;
  let server: Running;
  let port: number;
  const begun: Running[] = [];

  function start(fakeUrl: string, at: number, preload?: string): Running {
    const running = begin(launcher(at, dataDir, paintingWith(fakeUrl, 20), preload));
    begun.push(running);
    return running;
  }

  async function answers(): Promise<void> {
    while (!server.hasEnded()) {
      const health = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => undefined);
      if (health?.ok) return;
      await wait(50);
    }
    throw new Error(server.output());
  }

  async function order(words: string): Promise<void> {
    const placed = await sendOrder(`http://127.0.0.1:${port}/`, v7(), posterOf(words, 1));
    expect(placed.ok).toBe(true);
    await expect.poll(statesNow).toContain("painting");
  }

  const statesNow = async () => (await readBooks(dataDir)).jobs.map(({ state }) => state);

  test.beforeEach(async ({ fake, upstream: _reset }) => {
    test.slow();
    dataDir = newDataDir();
    port = await freePort();
    server = start(fake.url, port, hasty);
    await answers();
  });

  test.afterEach(async () => {
    // Never killed: that would leave the server it started behind.
    for (const running of begun.splice(0)) {
      running.kill("SIGTERM");
      await running.ended;
    }
    rmSync(path.dirname(dataDir), { recursive: true, force: true });
  });

  test("waits for the picture under way as long as the server does, and keeps it", async ({
    upstream,
  }) => {
    // Six seconds are three minutes by the launcher's hasty clock.
    await upstream({ latencyMs: 6000 });
    await order("Patient");
    server.kill("SIGTERM");
    expect(await server.ended).toMatchObject({ isOk: true });
    const { jobs, images, sums } = await readBooks(dataDir);
    expect(jobs.map(({ state }) => state)).toEqual(["done"]);
    expect(images).toHaveLength(1);
    expect(sums).toEqual({ reserved: 0, spent: 18, maybe: 0 });
  });

  test("stops at once when told a second time", async ({ upstream }) => {
    await upstream({ latencyMs: 60_000 });
    await order("Hasty");
    server.kill("SIGTERM");
    // npm repeats a signal within the second; a person does not.
    await wait(1500);
    server.kill("SIGTERM");
    expect(await server.ended).toMatchObject({ isOk: false });
    expect(await statesNow()).toEqual(["painting"]);
  });

  test("refuses a second server on the folder, and the first loses nothing by it", async ({
    fake,
    upstream,
  }) => {
    await upstream({ latencyMs: 4000 });
    await order("Alone");
    const beside = start(fake.url, await freePort());
    expect(await beside.ended).toMatchObject({ isOk: false });
    expect(beside.output()).toContain(`already works in the data folder ${dataDir}`);
    expect(beside.output()).toContain("另一个 Verbatim");
    const there = start(fake.url, port);
    expect(await there.ended).toMatchObject({ isOk: false });
    expect(there.output()).toContain(`Verbatim already runs on http://127.0.0.1:${port}`);
    expect(there.output()).toContain("DATA_DIR=");
    await expect.poll(statesNow).toEqual(["done"]);
  });
});
