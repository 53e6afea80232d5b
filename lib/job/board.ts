import "server-only";
import { sql } from "kysely";
import { startOfDay, startOfMonth } from "@/lib/i18n/time-zone";
import { leftOf } from "@/lib/ledger/budget";
import { committedFen } from "@/lib/ledger/entry";
import type { Amounts, Budget, Left } from "@/lib/ledger/schema";
import { findBudget, sumSince } from "@/lib/ledger/store";
import { buildId } from "@/lib/server/build-id";
import { database } from "@/lib/server/db/client";
import { revision } from "@/lib/server/pulse";
import { listRolls } from "./roll-store";
import type { Board, JobView, RollView } from "./schema";
import { listInSight, type Sighted, usualMs } from "./sight-store";
import { isRetryable, retryEvent } from "./state";

/** What is the same for everybody who looks, until something changes. */
interface Shared {
  revision: string;
  jobs: Sighted[];
  usualMs: number | null;
  totalFen: number;
  budget: Budget;
  rolls: RollView[];
  /** What was ordered since a moment: one sum for all whose day begins with it. */
  sums: Map<number, Promise<Amounts>>;
}

/** One board for all who watch: pages and routes are separate module graphs in one process. */
const perProcess = globalThis as typeof globalThis & {
  verbatimBoard?: { key: string; of: unknown; board: Promise<Shared> };
};

async function load(seen: string): Promise<Shared> {
  const [jobs, usual, total, budget, rolls] = await Promise.all([
    listInSight(),
    usualMs(),
    sumSince(0),
    findBudget(),
    listRolls(),
  ]);
  const sums = new Map<number, Promise<Amounts>>();
  const shared = { revision: seen, jobs, usualMs: usual, budget, rolls, sums };
  return { ...shared, totalFen: total.spentFen };
}

/**
 * The shared part, loaded once for every change: after a beat, or after any row that this process
 * wrote without one. Whoever comes while it is loaded waits for the same.
 */
async function findShared(): Promise<Shared> {
  const db = await database();
  // Taken first: a change made while reading then shows as a newer revision, never as a missed one.
  const seen = revision();
  const { rows } = await sql<{ changes: number }>`select total_changes() as changes`.execute(db);
  const key = `${seen} ${rows[0]?.changes}`;
  const known = perProcess.verbatimBoard;
  if (known?.key === key && known.of === db) return known.board;
  const board = load(seen);
  perProcess.verbatimBoard = { key, of: db, board };
  // What failed is not shared with whoever comes next.
  board.catch(() => {
    if (perProcess.verbatimBoard?.board === board) delete perProcess.verbatimBoard;
  });
  return board;
}

function sumFrom({ sums }: Shared, since: number): Promise<Amounts> {
  const sum = sums.get(since) ?? sumSince(since);
  sums.set(since, sum);
  return sum;
}

/** What the budgets leave; nothing is summed where nothing limits. */
async function leftAt(shared: Shared, now: number): Promise<Left> {
  const { budget } = shared;
  const committed = async (limit: number | null, since: number) =>
    limit === null ? 0 : committedFen(await sumFrom(shared, since));
  return leftOf(budget, {
    dayFen: await committed(budget.dayFen, startOfDay(now, budget.timeZone)),
    monthFen: await committed(budget.monthFen, startOfMonth(now, budget.timeZone)),
  });
}

function viewAt({ heldUntil, kept, againPriceFen, ...job }: Sighted, now: number): JobView {
  const isWaiting = retryEvent(kept, now) === "refetch";
  const isFree = isWaiting && isRetryable(job);
  return {
    ...job,
    runAfter: heldUntil !== null && heldUntil > now ? heldUntil : null,
    isWaiting,
    againFen: isFree ? 0 : againPriceFen,
  };
}

/** The board as it stands. `dayStart` is the reader's last midnight, epoch ms. */
export async function loadBoard(now: number, dayStart: number): Promise<Board> {
  const shared = await findShared();
  const { spentFen: todayFen } = await sumFrom(shared, dayStart);
  const { revision: seen, usualMs: usual, totalFen, rolls } = shared;
  const money = { todayFen, totalFen, left: await leftAt(shared, now) };
  const jobs = shared.jobs.map((job) => viewAt(job, now));
  return { build: buildId, revision: seen, now, usualMs: usual, ...money, rolls, jobs };
}
