import { setTimeout as wait } from "node:timers/promises";
import type { CDPSession, Page } from "@playwright/test";
import type { Lab } from "./lab";
import type { Row } from "./report";
import { seedPictures } from "./seed";

const emptyNextPageKb = 134;
const settleMs = 2_000;

const pages = [
  { path: "/", goalKb: 200 },
  { path: "/gallery", goalKb: 170 },
] as const;

/** (c) Bytes of JavaScript over the wire, as compressed, until nothing more is fetched by itself. */
export async function measureScriptBytes(lab: Lab): Promise<Row[]> {
  return lab.withStudio(1000, async (app) => {
    await seedPictures(lab, app);
    const rows: Row[] = [];
    for (const { path, goalKb } of pages) {
      const bytes = await lab.withTab(app, ({ page }) => scriptBytes(page, path));
      rows.push(row(path, goalKb, bytes));
    }
    return rows;
  });
}

interface Bytes {
  byLoad: number;
  later: number;
}

function row(path: string, goalKb: number, { byLoad, later }: Bytes): Row {
  const total = (byLoad + later) / 1000;
  const parts = `${(byLoad / 1000).toFixed(1)} by the load event, ${(later / 1000).toFixed(1)} after it unasked`;
  return {
    figure: `JavaScript of \`${path}\` until the network is idle, gzip (an empty Next page: ${emptyNextPageKb} kB)`,
    result: `${total.toFixed(1)} kB (${parts})`,
    goal: `≤ ${goalKb} kB`,
    isMet: total <= goalKb,
  };
}

async function scriptBytes(page: Page, path: string): Promise<Bytes> {
  const session = await page.context().newCDPSession(page);
  const scripts = await watchScripts(session);
  await page.goto(path, { waitUntil: "load" });
  await page.waitForLoadState("networkidle");
  // What a page fetches in an idle moment comes after the network was idle once.
  await wait(settleMs);
  const sum = (isLate: boolean) =>
    scripts
      .list()
      .filter(({ askedAt }) => askedAt > scripts.loadedAt() === isLate)
      .reduce((bytes, script) => bytes + script.bytes, 0);
  return { byLoad: sum(false), later: sum(true) };
}

interface Script {
  askedAt: number;
  bytes: number;
}

/** Listens to the browser itself, for the page's own timings hide what was preloaded or cached. */
async function watchScripts(session: CDPSession) {
  const asked = new Map<string, number>();
  const isScript = new Set<string>();
  const done = new Map<string, Script>();
  let loadedAt = Number.POSITIVE_INFINITY;
  session.on("Network.requestWillBeSent", ({ requestId, timestamp }) => {
    asked.set(requestId, timestamp);
  });
  session.on("Network.responseReceived", ({ requestId, type, response }) => {
    if (type === "Script" || response.mimeType.includes("javascript")) isScript.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (!isScript.has(requestId)) return;
    done.set(requestId, { askedAt: asked.get(requestId) ?? 0, bytes: encodedDataLength });
  });
  session.on("Page.loadEventFired", ({ timestamp }) => {
    loadedAt = timestamp;
  });
  await session.send("Network.enable");
  await session.send("Page.enable");
  return { list: () => [...done.values()], loadedAt: () => loadedAt };
}
