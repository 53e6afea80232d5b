import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Command } from "./process";
import { freePort, serve } from "./serve";

/** The built app in its own process, on a data folder that was empty. */
export interface StudioServer {
  url: string;
  dataDir: string;
  /** Goes away as a server does that is stopped; its folder stays. */
  leave(): Promise<void>;
  /** Is back, at the same address and with the same folder. */
  comeBack(): Promise<void>;
  stop(): Promise<void>;
}

/** A data folder of its own, not made yet. */
export const newDataDir = (): string =>
  path.join(mkdtempSync(path.join(tmpdir(), "verbatim-")), "data");

/** How a person starts the app: the launcher, on a port and a data folder, with those settings. */
export function launcher(
  port: number,
  dataDir: string,
  settings: Record<string, string>,
  preload?: string,
): Command {
  const before = preload === undefined ? [] : ["--import", preload];
  return {
    command: process.execPath,
    args: [...before, "lib/launch/start.mjs"],
    env: { HOST: "127.0.0.1", PORT: `${port}`, DATA_DIR: dataDir, ...settings },
  };
}

/** Starts the built app as a person would, with those settings and on a port of its own. */
export async function startStudio(settings: Record<string, string>): Promise<StudioServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const dataDir = newDataDir();
  const start = () => serve(launcher(port, dataDir, settings), `${url}/api/health`);
  let server = await start();
  const leave = () => server.stop();
  const comeBack = async () => {
    server = await start();
  };
  const stop = async () => {
    await leave();
    rmSync(path.dirname(dataDir), { recursive: true, force: true });
  };
  return { url, dataDir, leave, comeBack, stop };
}

/** The settings of an app that paints with the fake upstream, so many starts a second. */
export function paintingWith(fakeUrl: string, startsPerSecond: number): Record<string, string> {
  return {
    NEBULA_API_KEY: "sk-fake-key-0001",
    NEBULA_BASE_URL: fakeUrl,
    UPSTREAM_RESULT_HOSTS: new URL(fakeUrl).host,
    UPSTREAM_STARTS_PER_SECOND: `${startsPerSecond}`,
  };
}
