import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { stripVTControlCharacters } from "node:util";

/** A failure the reader can act on: what the command printed, and one sentence saying what to do. */
export class StepFailure extends Error {
  constructor(advice, output = "") {
    super(advice);
    this.output = output.trim();
  }
}

const running = new Set();
const longestLeaveMs = 10_000;
let isLeaving = false;

/** Runs a command to its end with its output kept back; a variable set to undefined is taken out of the environment. */
export function run(command, args, { env = {}, timeoutMs } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: mergedEnv(env),
      stdio: ["ignore", "pipe", "pipe"],
      timeout: timeoutMs,
      windowsHide: true,
      // Out of the terminal's group: a runner that gets Ctrl+C twice, from there and from us, leaves its server behind.
      detached: process.platform !== "win32",
    });
    let output = "";
    const keep = (chunk) => {
      output += chunk;
    };
    const end = (ok) => {
      running.delete(child);
      // Some tools colour what they print into a file too.
      if (!isLeaving) resolve({ ok, output: stripVTControlCharacters(output) });
    };
    running.add(child);
    child.stdout.setEncoding("utf8").on("data", keep);
    child.stderr.setEncoding("utf8").on("data", keep);
    child.on("error", (error) => {
      keep(`${error.message}\n`);
      end(false);
    });
    child.on("close", (code) => end(code === 0));
  });
}

function mergedEnv(changes) {
  const env = { ...process.env, ...changes };
  for (const name of Object.keys(env)) if (env[name] === undefined) delete env[name];
  return env;
}

/** Like run, but a command that fails ends the step with the given advice. */
export async function mustRun(command, args, advice, options) {
  const result = await run(command, args, options);
  if (!result.ok) throw new StepFailure(advice, result.output);
  return result.output;
}

/** The script behind a package's command, so that it runs under this same Node and needs no shell on Windows. */
export function commandOf(packageName, command) {
  const folder = join("node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bin === "string" ? bin : bin[command]);
}

/** Says what is being done and how it went on one line; the work may return a note to add to it. */
export async function step(label, work) {
  const startedAt = performance.now();
  process.stdout.write(`${label} … `);
  try {
    const note = await work();
    process.stdout.write(` ok ${secondsSince(startedAt)}${note ?? ""}\n`);
  } catch (error) {
    process.stdout.write(` failed ${secondsSince(startedAt)}\n`);
    throw error;
  }
}

const secondsSince = (startedAt) => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;

/** Tells a failure: an expected one as its output and its sentence, any other with its stack. */
export function tell(error) {
  if (!(error instanceof StepFailure)) return process.stderr.write(`${error?.stack ?? error}\n`);
  if (error.output) process.stderr.write(`\n${error.output}\n\n`);
  process.stderr.write(`${error.message}\n`);
}

const hasParentToWatch = process.env.npm_lifecycle_event !== undefined;
const parentAtStart = process.ppid;

/**
 * A SIGTERM sent to npm ends npm and its shell but never reaches us, and what we started would live on, on its port.
 * Started by hand or by a service manager there is no npm between, and a parent that leaves means nothing.
 */
export function whenNpmIsGone(leave) {
  if (!hasParentToWatch) return;
  const watch = setInterval(() => {
    if (process.ppid === parentAtStart) return;
    clearInterval(watch);
    leave();
  }, 500);
  watch.unref();
}

/** Leaves early: what is running is asked to end and waited for, so that it can end what it started in turn. */
export async function leave() {
  if (isLeaving) return;
  isLeaving = true;
  process.stdout.write("\nStopping …\n");
  for (const child of running) child.kill("SIGINT");
  const latest = Date.now() + longestLeaveMs;
  while (running.size > 0 && Date.now() < latest) await wait(50);
  process.exit(130);
}
