import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { v7 } from "uuid";
import { build } from "vite";
import { posterOf, sendOrder } from "../servers/action-call";
import { begin } from "../servers/process";
import { freePort } from "../servers/serve";

/** A server process that can be ordered from, and killed. */
export interface Victim {
  pid: number | undefined;
  /** Resolves when it takes orders: what an earlier crash left is put right by then. */
  ready: Promise<void>;
  /** Orders so many pictures; resolves once the server has said that it has them. */
  order(words: string, count: number): Promise<void>;
  /** SIGKILL: nothing in it gets a last word. Resolves when it is gone. */
  kill(): Promise<void>;
  /** SIGTERM; gives the exit code. */
  stop(): Promise<number | null>;
}

/** Starts a victim on a data folder. */
export type StartVictim = (settings: Record<string, string>) => Promise<Victim>;

/** The built app, ordered from over HTTP through its own action. */
export const startBuiltApp: StartVictim = async (settings) => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const server = begin({
    command: process.execPath,
    args: ["node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1", "-p", `${port}`],
    env: {
      ...settings,
      ...{ NODE_ENV: "production", NEXT_MANUAL_SIG_HANDLE: "true", MALLOC_ARENA_MAX: "2" },
    },
  });
  const answers = async (): Promise<void> => {
    while (!server.hasEnded()) {
      const health = await fetch(`${url}api/health`).catch(() => undefined);
      if (health?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`the app has ended:\n${server.output().slice(-2000)}`);
  };
  const ready = answers();
  // Killed before it was: that is for the books to judge.
  ready.catch(() => undefined);
  const kill = async () => {
    server.kill("SIGKILL");
    await server.ended;
  };
  return {
    pid: server.pid,
    ready,
    order: async (words, count) => {
      const placed = await sendOrder(url, v7(), posterOf(words, count));
      if (!placed.ok) throw new Error(`not ordered: ${placed.code}`);
    },
    kill,
    stop: async () => {
      server.kill("SIGTERM");
      return (await server.ended).isOk ? 0 : null;
    },
  };
};

/** Everything the worker needs in one file: it starts in half the time, and it starts often. */
async function bundleWorker(outDir: string): Promise<string> {
  const root = process.cwd();
  const conditions = ["react-server", "node", "import", "default"];
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: "error",
    resolve: { alias: { "@": root } },
    ssr: { resolve: { conditions, externalConditions: conditions } },
    build: { ssr: "e2e/crash/worker-process.ts", outDir, target: "node20" },
  });
  return path.join(outDir, "worker-process.js");
}

/**
 * The worker alone, started as the app starts it; ready in a fraction of the time. Its bundle goes
 * to `outDir`, which must lie in the project, where its packages are found.
 */
export function workerVictims(outDir: string): StartVictim {
  const bundle = bundleWorker(outDir);
  return async (settings) => startWorkerProcess(await bundle, settings);
}

async function startWorkerProcess(
  script: string,
  settings: Record<string, string>,
): Promise<Victim> {
  const child = fork(script, {
    execArgv: ["--conditions=react-server"],
    env: { ...process.env, NODE_ENV: "production", ...settings },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ended = once(child, "exit");
  const gone = ended.then(() => {
    throw new Error("the worker process has ended");
  });
  const ready = Promise.race([heard(child, "ready"), gone]);
  for (const promise of [gone, ready]) promise.catch(() => undefined);
  return {
    pid: child.pid,
    ready,
    order: async (words, count) => {
      const answer = heard(child, words);
      child.send({ words, count });
      await Promise.race([answer, gone]);
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
    stop: async () => {
      child.kill("SIGTERM");
      return (await ended)[0] as number | null;
    },
  };
}

function heard(child: ChildProcess, wanted: string): Promise<void> {
  return new Promise((resolve) => {
    const listen = (said: unknown) => {
      if (said !== wanted) return;
      child.off("message", listen);
      resolve();
    };
    child.on("message", listen);
  });
}
