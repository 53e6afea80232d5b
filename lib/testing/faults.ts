import { expect, vi } from "vitest";
import type { FakeLog, RequestRecord } from "@/e2e/fake-upstream/state";
import { isSettled } from "@/lib/job/state";
import { wake } from "@/lib/job/worker";
import { defaultCapability } from "@/lib/poster/capability";
import { database } from "@/lib/server/db/client";
import { newId } from "@/lib/server/id";
import type { FaultRow } from "./fault-rows";
import { newJobs, place } from "./jobs";
import { tableOf } from "./table";

const priceFen = defaultCapability.priceFen;
/** So that a row which never ends fails; none depends on how long it takes. */
const limitMs = 120_000;

/** What became of one row, from the database, the ledger and the upstream's own log. */
export interface Outcome extends FaultRow {
  row: FaultRow;
  jobId: string;
  prompt: string;
  /** Pictures still set aside, which must be none once all has ended. */
  reserved: number;
  /** Pictures the upstream says it charged. */
  charged: number;
}

async function ledgerOf(jobId: string) {
  const db = await database();
  const { reserved, spent, maybe } = await db
    .selectFrom("ledger")
    .select(({ fn }) => [
      fn.sum<number>("reserved_fen").as("reserved"),
      fn.sum<number>("spent_fen").as("spent"),
      fn.sum<number>("maybe_fen").as("maybe"),
    ])
    .where("job_id", "=", jobId)
    .executeTakeFirstOrThrow();
  return { reserved: reserved / priceFen, spent: spent / priceFen, maybe: maybe / priceFen };
}

const asked = ({ requests }: FakeLog, prompt: string): RequestRecord[] =>
  requests.filter((request) => request.prompt === prompt);

async function outcomeOf(
  ordered: { row: FaultRow; jobId: string; prompt: string },
  log: FakeLog,
): Promise<Outcome> {
  const db = await database();
  const job = await db
    .selectFrom("job")
    .select(["state", "failure"])
    .where("id", "=", ordered.jobId)
    .executeTakeFirstOrThrow();
  const requests = asked(log, ordered.prompt);
  const paths = requests.map(({ picturePath }) => picturePath);
  return {
    ...ordered,
    ...ordered.row,
    ...job,
    ...(await ledgerOf(ordered.jobId)),
    requests: requests.length,
    downloads: log.downloadRequests.filter(({ path }) => paths.includes(path)).length,
    charged: requests.filter(({ charged }) => charged).length,
  };
}

/** The upstream behaves so for one order, however often it is asked. */
const always = (row: FaultRow) => `[[${row.scenario}]]`;

/** Orders a picture for every row at once and waits until nothing more happens by itself. */
export async function runFaults(
  rows: readonly FaultRow[],
  readLog: () => FakeLog,
  wordsOf: (row: FaultRow) => string = always,
): Promise<Outcome[]> {
  const ordered = rows.map((row) => {
    const prompt = `${wordsOf(row)} poster ${newId()}`;
    return { row, prompt, jobs: newJobs(1, { prompt, ratio: row.ratio }) };
  });
  for (const { jobs } of ordered) await place(jobs);
  wake();
  await vi.waitUntil(isAllSettled, { timeout: limitMs, interval: 100 });
  const log = readLog();
  return Promise.all(
    ordered.map(({ row, prompt, jobs }) =>
      outcomeOf({ row, prompt, jobId: jobs[0]?.id ?? "" }, log),
    ),
  );
}

async function isAllSettled(): Promise<boolean> {
  const db = await database();
  const states = await db.selectFrom("job").select("state").distinct().execute();
  return states.every(({ state }) => isSettled(state));
}

/** What must be true of a row: it ends as written down, and the upstream charged no more than we say. */
export function expectOutcome(outcome: Outcome): void {
  const { row, jobId: _id, prompt: _prompt, charged, ...found } = outcome;
  expect(found).toEqual({ ...row, reserved: 0 });
  expect(charged).toBeGreaterThanOrEqual(found.spent);
  expect(charged).toBeLessThanOrEqual(found.spent + found.maybe);
}

/** The rows as a table for whoever runs the tests. */
export function faultTable(title: string, outcomes: readonly Outcome[]): string {
  const heads = [title, "ratio", "ends", "requests", "downloads", "spent", "maybe", "charged"];
  const cells = outcomes.map(({ scenario, ratio, state, failure, ...counts }) => [
    scenario,
    ratio,
    failure === null || state === "unknown" ? state : `${state}: ${failure}`,
    counts.requests,
    counts.downloads,
    counts.spent,
    counts.maybe,
    counts.charged,
  ]);
  return tableOf(heads, cells);
}
