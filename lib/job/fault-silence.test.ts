import { afterAll, expect, test, vi } from "vitest";
import { startFakeUpstream } from "@/e2e/fake-upstream/server";
import { networkRows, silentRows } from "@/lib/testing/fault-rows";
import { expectOutcome, faultTable, runFaults } from "@/lib/testing/faults";
import { temporaryFolder } from "@/lib/testing/folder";
import { fakeKey, upstreamEnv } from "@/lib/testing/upstream";
import { startWorker, stopWorker } from "./worker";

const fake = await startFakeUpstream({ key: fakeKey, latencyMs: 0 });
Object.assign(process.env, upstreamEnv(fake), {
  DATA_DIR: temporaryFolder(),
  UPSTREAM_STARTS_PER_SECOND: "1000",
  UPSTREAM_TIMEOUT_MS: "2000",
});

const isRefused = (url: string): Promise<boolean> =>
  fetch(url, { headers: { connection: "close" } }).then(
    () => false,
    ({ cause }) => cause?.code === "ECONNREFUSED",
  );

await startWorker();
const silent = await runFaults(silentRows, fake.control.log);
const heard = fake.control.log().requests.length;
await fake.close();
// Until a connection is refused, one that was opened before may still swallow a request, and that
// is another row: nobody knows what became of it.
await vi.waitUntil(() => isRefused(fake.url), { timeout: 20_000, interval: 50 });
const unreachable = await runFaults(networkRows, fake.control.log);
console.log(faultTable("no answer", [...silent, ...unreachable]));
afterAll(() => stopWorker(10_000));

test.each(silent.map((outcome) => [outcome.scenario, outcome] as const))(
  "%s ends at the time limit as unknown",
  (_scenario, outcome) => expectOutcome(outcome),
);

test("an upstream that is not there is tried three times and charges nothing", () => {
  for (const outcome of unreachable) expectOutcome(outcome);
  expect(fake.control.log().requests).toHaveLength(heard);
});
