import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { begin, type Command } from "./process";

/** A process that answers over HTTP. */
export interface Served {
  /** From the start of the process to its first answer with status 200, milliseconds. */
  readyMs: number;
  stop(): Promise<void>;
}

const longestStopMs = 35_000;

/** A port nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** Starts a server and waits until `url` answers 200. */
export async function serve(what: Command, url: string, timeoutMs = 60_000): Promise<Served> {
  const startedAt = performance.now();
  const server = begin(what);
  const stop = async () => {
    server.kill("SIGTERM");
    const limit = setTimeout(() => server.kill("SIGKILL"), longestStopMs);
    await server.ended;
    clearTimeout(limit);
  };
  while (!(await isOk(url))) {
    const isLate = performance.now() - startedAt > timeoutMs;
    if (isLate) await stop();
    if (server.hasEnded()) {
      throw new Error(`${what.args.join(" ")} did not answer at ${url}:\n${server.output()}`);
    }
    await wait(20);
  }
  return { readyMs: performance.now() - startedAt, stop };
}

async function isOk(url: string): Promise<boolean> {
  try {
    const response = await fetch(url);
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}
