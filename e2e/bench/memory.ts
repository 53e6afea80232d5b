import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { isSettled, readBooks } from "../crash/books";
import { startBuiltApp, type Victim } from "../crash/victim";
import { heldByFamily } from "../servers/family";
import { paintingWith } from "../servers/studio";
import type { Lab } from "./lab";
import type { Row } from "./report";

/** Pictures after which the memory is read. */
const marks = [100, 500, 1000] as const;
const perOrder = 20;
const goal = 1.1;
/** Readings of which the middle counts: memory goes up and down with each collection. */
const readings = 15;

/** (h) The memory of the server and its children after many pictures over that after few, all painted as fast as it can. */
export async function measureMemory(lab: Lab): Promise<Row[]> {
  const fake = await lab.fake();
  await fake.set({ latencyMs: 50 });
  const folder = mkdtempSync(path.join(tmpdir(), "verbatim-memory-"));
  const app = await startBuiltApp({ DATA_DIR: folder, ...paintingWith(fake.url, 1000) });
  try {
    await app.ready;
    const megabytes: number[] = [];
    for (let painted = perOrder; painted <= marks[2]; painted += perOrder) {
      await app.order(`picture ${painted}`, perOrder);
      await whenPainted(folder, painted);
      if (marks.some((mark) => mark === painted)) megabytes.push(await restingMb(app));
    }
    return [row(megabytes, 0), row(megabytes, 1)];
  } finally {
    await app.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One mark against the next. A leak grows from each to each; an allocator fills up and stays. */
function row(megabytes: readonly number[], from: 0 | 1): Row {
  const [before = Number.NaN, after = Number.NaN] = megabytes.slice(from);
  const ratio = after / before;
  return {
    figure: `memory of the server and its children (RSS) after ${marks[from + 1]} pictures over that after ${marks[from]}`,
    result: `${ratio.toFixed(3)} (${before.toFixed(0)} MB, ${after.toFixed(0)} MB)`,
    goal: `≤ ${goal.toFixed(2)}`,
    isMet: ratio <= goal,
  };
}

async function whenPainted(folder: string, pictures: number): Promise<void> {
  for (;;) {
    const books = await readBooks(folder);
    if (isSettled(books) && books.images.length === pictures) return;
    if (isSettled(books) && books.jobs.length >= pictures) throw new Error("a picture is missing");
    await wait(250);
  }
}

async function restingMb({ pid }: Victim): Promise<number> {
  const taken: number[] = [];
  for (let reading = 0; reading < readings; reading += 1) {
    await wait(400);
    taken.push(heldByFamily(pid));
  }
  return taken.toSorted((a, b) => a - b)[Math.floor(readings / 2)] ?? Number.NaN;
}
