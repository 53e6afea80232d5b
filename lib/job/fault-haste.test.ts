import { afterAll, expect, test } from "vitest";
import { hasteRows } from "@/lib/testing/fault-rows";
import { expectOutcome, faultTable, type Outcome, runFaults } from "@/lib/testing/faults";
import { temporaryFolder } from "@/lib/testing/folder";
import { fakeUpstream, upstreamEnv } from "@/lib/testing/upstream";
import { startWorker, stopWorker } from "./worker";

const fake = await fakeUpstream();
Object.assign(process.env, upstreamEnv(fake), {
  DATA_DIR: temporaryFolder(),
  UPSTREAM_STARTS_PER_SECOND: "1000",
});
await startWorker();
const outcomes: Outcome[] = [];
for (const row of hasteRows) {
  // One after the other: a refusal keeps everybody waiting.
  fake.control.set({ scenarios: [row.scenario] });
  outcomes.push(...(await runFaults([row], fake.control.log, () => "once")));
}
const { requests } = fake.control.log();
console.log(faultTable("refused once for haste", outcomes));
afterAll(() => stopWorker(10_000));

test.each(outcomes.map((outcome) => [outcome.scenario, outcome] as const))(
  "%s is tried again later, and costs one picture",
  (_scenario, outcome) => expectOutcome(outcome),
);

test.each(outcomes.map(({ scenario, prompt }) => [scenario, prompt] as const))(
  "%s is left alone for its two seconds, give or take a third",
  (scenario, prompt) => {
    const [refused, again] = requests.filter((request) => request.prompt === prompt);
    const waitMs = (again?.at ?? 0) - (refused?.finishedAt ?? 0);
    // The row that says how long means it; the fake notes the end of an answer a moment late.
    expect(waitMs).toBeGreaterThanOrEqual(scenario === "e16r" ? 1900 : 1300);
  },
);
