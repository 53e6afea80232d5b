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
  /** Of both, what the answers' headers weigh. */
  headers: number;
}

function row(path: string, goalKb: number, { byLoad, later, headers }: Bytes): Row {
  const total = (byLoad + later) / 1000;
  const parts = `${kb(later)} of it after the load event, ${kb(headers)} of it headers`;
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
  const all = scripts.list();
  const late = all.filter(({ askedAt }) => askedAt > scripts.loadedAt());
  const later = sum(late.map(({ bytes }) => bytes));
  const headers = sum(all.map((script) => script.headers));
  return { byLoad: sum(all.map(({ bytes }) => bytes)) - later, later, headers };
}

interface Script {
  askedAt: number;
  /** The whole answer as it came over the wire. */
  bytes: number;
  headers: number;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const kb = (bytes: number) => (bytes / 1000).toFixed(1);

/** Listens to the browser itself, for the page's own timings hide what was preloaded or cached. */
async function watchScripts(session: CDPSession) {
  const asked = new Map<string, number>();
  const headers = new Map<string, number>();
  const done = new Map<string, Script>();
  let loadedAt = Number.POSITIVE_INFINITY;
  session.on("Network.requestWillBeSent", ({ requestId, timestamp }) => {
    asked.set(requestId, timestamp);
  });
  session.on("Network.responseReceived", ({ requestId, type, response }) => {
    const isScript = type === "Script" || response.mimeType.includes("javascript");
    // At this moment only the head of the answer has come.
    if (isScript) headers.set(requestId, response.encodedDataLength);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const head = headers.get(requestId);
    if (head === undefined) return;
    const askedAt = asked.get(requestId) ?? 0;
    done.set(requestId, { askedAt, bytes: encodedDataLength, headers: head });
  });
  session.on("Page.loadEventFired", ({ timestamp }) => {
    loadedAt = timestamp;
  });
  await session.send("Network.enable");
  await session.send("Page.enable");
  return { list: () => [...done.values()], loadedAt: () => loadedAt };
}
