import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import type { Summary } from "./proof-set/tables";
import type { Row } from "./report";

const rounds = 4;
const goals = { notPassed: 0.97, wrong: 0.9, cleanWrong: 0.005, cleanUnsure: 0.015 };
const goalCpuMs = 1000;
const goalCleanCpuMs = 400;

/** (h) What the proof finds and what it finds falsely, on the half of the set that nothing was tuned on. */
export async function measureProof(): Promise<Row[]> {
  const printed = await runSet(["reported", String(rounds)]);
  const lines = printed.trim().split("\n");
  const summary: Summary = JSON.parse(lines.at(-1) ?? "");
  process.stdout.write(`\n${lines.slice(0, -1).join("\n")}\n`);
  return rowsOf(summary);
}

/** Server code runs under its own condition, which this process was not started with. */
async function runSet(args: readonly string[]): Promise<string> {
  const file = "e2e/bench/proof-set/run.ts";
  const command = ["--conditions=react-server", "--import", "tsx", file, ...args];
  const child = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "inherit"] });
  const [printed, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  if (code !== 0) throw new Error(`the proof set ended with ${code}`);
  return printed;
}

function rowsOf(summary: Summary): Row[] {
  const { planted, wrong, passed, digits, digitsPassed, clean, cleanWrong, cleanUnsure } = summary;
  const most = (count: number, of: number, goal: number, what: string): Row =>
    row(what, count, of, `≤ ${percent(goal)}`, count <= goal * of);
  const least = (count: number, of: number, goal: number, what: string): Row =>
    row(what, count, of, `≥ ${percent(goal)}`, count >= goal * of);
  return [
    least(planted - passed, planted, goals.notPassed, "planted errors not passed as exact"),
    least(wrong, planted, goals.wrong, "planted errors called wrong"),
    least(digits - digitsPassed, digits, 1, "planted digits not passed as exact"),
    most(cleanWrong, clean, goals.cleanWrong, "clean blocks called wrong"),
    most(cleanUnsure, clean, goals.cleanUnsure, "clean blocks unsure"),
    cpuRow("CPU time a picture, median", summary.cpuMs, goalCpuMs),
    cpuRow("CPU time a clean printed poster, median", summary.cleanCpuMs, goalCleanCpuMs),
  ];
}

const percent = (share: number) => `${Number((share * 100).toFixed(1))} %`;

const row = (what: string, count: number, of: number, goal: string, isMet: boolean): Row => ({
  figure: `proof, legible hands: ${what}`,
  result: `${percent(of === 0 ? 0 : count / of)} (${count} of ${of})`,
  goal,
  isMet: of === 0 ? null : isMet,
});

const cpuRow = (what: string, ms: number, goal: number): Row => ({
  figure: `proof: ${what}`,
  result: `${ms.toFixed(0)} ms`,
  goal: `≤ ${goal} ms`,
  isMet: ms <= goal,
});
