import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { countUnread, isSettled, readBooks } from "../crash/books";
import { startBuiltApp } from "../crash/victim";
import { heldByFamily } from "../servers/family";
import { freePort } from "../servers/serve";
import { paintingWith } from "../servers/studio";
import type { Lab } from "./lab";
import type { Row } from "./report";

const pictures = 20;
const goalMs = 50;
const goalMb = 600;

interface Held {
  p99Ms: number;
  mostMs: number;
}

/** (h) How the web server's event loop is held up while its reader reads pictures, and what both hold in memory. */
export async function measureReading(lab: Lab): Promise<Row[]> {
  const fake = await lab.fake();
  await fake.set({ latencyMs: 50, scenario: "words" });
  const folder = mkdtempSync(path.join(tmpdir(), "verbatim-reading-"));
  const port = await freePort();
  const app = await startBuiltApp({
    DATA_DIR: folder,
    LOOP_DELAY_PORT: `${port}`,
    NODE_OPTIONS: `--import ${pathToFileURL("e2e/bench/loop-delay.mjs")}`,
    ...paintingWith(fake.url, 1000),
  });
  const held = async (): Promise<Held> => (await fetch(`http://127.0.0.1:${port}`)).json();
  try {
    await app.ready;
    await app.order("一字不差 Verbatim", pictures);
    await until(async () => {
      const books = await readBooks(folder);
      return isSettled(books) && books.images.length === pictures;
    });
    // What painting held up is not reading's.
    await held();
    const left = await countUnread(folder);
    await until(async () => (await countUnread(folder)) === 0);
    return rowsOf(await held(), heldByFamily(app.pid), left);
  } finally {
    await app.stop();
    await fake.reset();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await wait(100);
}

function rowsOf({ p99Ms, mostMs }: Held, megabytes: number, read: number): Row[] {
  return [
    {
      figure: "event loop of the web server held up while its reader reads, p99 / most",
      result: `${p99Ms.toFixed(1)} ms / ${mostMs.toFixed(0)} ms (${read} pictures of 1.2 MB)`,
      goal: `p99 ≤ ${goalMs} ms`,
      isMet: p99Ms <= goalMs,
    },
    {
      figure: "memory of the server with its reader and decoder (RSS)",
      result: `${megabytes.toFixed(0)} MB`,
      goal: `≤ ${goalMb} MB`,
      isMet: megabytes <= goalMb,
    },
  ];
}
