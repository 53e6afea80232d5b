import { measureAbuse } from "./abuse";
import { measureBatch } from "./batch";
import { measureCrashes } from "./crash";
import { measureEnqueue } from "./enqueue";
import { measureKeystroke } from "./keystroke";
import { Lab } from "./lab";
import { measureLighthouse } from "./lighthouse";
import { describeMachine, load } from "./machine";
import { measureMemory } from "./memory";
import { measureOwnTime } from "./own-time";
import { measureProof } from "./proof";
import { measureReading } from "./reading";
import { cellsOf, type Row, updateReport } from "./report";
import { measureRules } from "./rules";
import { measureScriptBytes } from "./script-bytes";
import { measureColdStart, measureTest, measureWarmStart } from "./starts";

/** Name → the measurement, in the order of the table. */
const measurements: Record<string, (lab: Lab) => Promise<Row[]>> = {
  batch: measureBatch,
  own: measureOwnTime,
  enqueue: measureEnqueue,
  memory: measureMemory,
  abuse: measureAbuse,
  crash: measureCrashes,
  js: measureScriptBytes,
  lighthouse: measureLighthouse,
  keys: measureKeystroke,
  rules: measureRules,
  proof: measureProof,
  reading: measureReading,
  warm: measureWarmStart,
  start: measureColdStart,
  test: measureTest,
};

/** These take many minutes, so they run only when named. */
const onlyWhenNamed = ["crash", "proof", "start", "test"];

function chosenNames(): string[] {
  const all = Object.keys(measurements);
  const named = process.argv.slice(2);
  const unknown = named.find((name) => !all.includes(name));
  if (unknown !== undefined) {
    throw new Error(`There is no measurement “${unknown}”. They are: ${all.join(" ")}`);
  }
  return all.filter((name) =>
    named.length > 0 ? named.includes(name) : !onlyWhenNamed.includes(name),
  );
}

async function measure(lab: Lab, name: string): Promise<string[][]> {
  process.stdout.write(`${name} … `);
  const startedAt = performance.now();
  const measured = `${new Date().toISOString().slice(0, 10)}, load ${load()}`;
  const rows = (await measurements[name]?.(lab)) ?? [];
  process.stdout.write(` ok ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`);
  return cellsOf(name, rows, measured).map((cells) => [...cells]);
}

/** Measures what was asked for; one that breaks costs its own row only. */
async function measureAll(lab: Lab, names: readonly string[]): Promise<void> {
  const machine = `Last run ${new Date().toISOString().slice(0, 10)} on ${describeMachine(lab.chromium)}; load average at its start ${load()}.`;
  const fresh: string[][] = [];
  for (const name of names) {
    try {
      fresh.push(...(await measure(lab, name)));
    } catch (error) {
      process.stdout.write(" failed\n");
      process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
      process.exitCode = 1;
    }
  }
  const table = updateReport(fresh, Object.keys(measurements), machine);
  process.stdout.write(`\n${machine}\n\n${table}\n`);
}

const lab = new Lab();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => void lab.close().finally(() => process.exit(130)));
}
try {
  await measureAll(lab, chosenNames());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
} finally {
  await lab.close();
}
// A process that would not stop must not hold the figures back.
process.exit();
