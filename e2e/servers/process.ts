import { type ChildProcess, spawn } from "node:child_process";
import { basename } from "node:path";

/** How a process is started. */
export interface Command {
  command: string;
  args: readonly string[];
  env?: Record<string, string>;
  cwd?: string;
}

/** How a process ended. */
interface Ended {
  isOk: boolean;
  ms: number;
}

/** A process under way; everything it prints is kept back. */
export interface Running {
  pid: number | undefined;
  ended: Promise<Ended>;
  hasEnded: () => boolean;
  output: () => string;
  kill: (signal: "SIGTERM" | "SIGKILL") => void;
}

const keptOutput = 20_000;

const alive = new Set<ChildProcess>();
// A bench that breaks must not leave servers behind. SIGTERM, which a launcher can pass on.
process.on("exit", () => {
  for (const child of alive) child.kill("SIGTERM");
});

/** Starts a process. */
export function begin({ command, args, cwd, env }: Command): Running {
  const startedAt = performance.now();
  const child = spawn(command, args, {
    cwd,
    env: { ...bareEnv(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  // Read all the time: a full pipe would stop a server in the middle of a log line.
  const keep = (chunk: Buffer | string) => {
    output = (output + chunk.toString()).slice(-keptOutput);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  alive.add(child);
  const ended = new Promise<Ended>((resolve) => {
    const end = (isOk: boolean) => {
      alive.delete(child);
      resolve({ isOk, ms: performance.now() - startedAt });
    };
    child.on("error", (error) => {
      keep(error.message);
      end(false);
    });
    child.on("close", (code) => end(code === 0));
  });
  return {
    pid: child.pid,
    ended,
    hasEnded: () => !alive.has(child),
    output: () => output.trim(),
    kill: (signal) => void child.kill(signal),
  };
}

/** Runs a command to its end, which must be a good one; gives its time and what it printed. */
export async function mustRun(what: Command): Promise<{ ms: number; output: string }> {
  const { ended, output } = begin(what);
  const { isOk, ms } = await ended;
  if (!isOk) throw new Error(`${what.args.join(" ")} failed:\n${output().slice(-2000)}`);
  return { ms, output: output() };
}

/** An npm command, by the npm that started us: the one on the PATH can be another, or none. */
export function npm(args: readonly string[], where: Pick<Command, "cwd" | "env">): Command {
  const script = process.env.npm_execpath;
  return script && basename(script).startsWith("npm-cli.")
    ? { command: process.execPath, args: [script, ...args], ...where }
    : { command: "npm", args, ...where };
}

/** Our environment without what `npm run` added: in another folder that would speak of this one. */
function bareEnv(): NodeJS.ProcessEnv {
  const isAdded = /^npm_(lifecycle|package|command|config_local_prefix)/u;
  const bare = { ...process.env };
  for (const name of Object.keys(bare)) if (isAdded.test(name)) delete bare[name];
  return bare;
}
