import type { FakeLog, RequestRecord, SettingsPatch } from "../fake-upstream/state";
import { freePort, serve } from "./serve";

/** The fake upstream in its own process. */
export interface Fake {
  url: string;
  set(settings: SettingsPatch): Promise<void>;
  /** As it was started: nothing asked, nothing set. */
  reset(): Promise<void>;
  /** What it was really asked. */
  requests(): Promise<readonly RequestRecord[]>;
  stop(): Promise<void>;
}

interface FakeOptions {
  /** Its pictures are rendered ahead, so that none costs time while something is measured. */
  isPrepared?: boolean;
  latencyMs?: number;
}

/** Starts the fake on a port of its own. */
export async function startFake({ isPrepared = false, latencyMs }: FakeOptions): Promise<Fake> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    FAKE_PORT: `${port}`,
    ...(isPrepared && { FAKE_PREPARE: "1" }),
    ...(latencyMs !== undefined && { FAKE_LATENCY_MS: `${latencyMs}` }),
  };
  const script = {
    command: process.execPath,
    args: ["--conditions=react-server", "--import", "tsx", "e2e/fake-upstream/server.ts"],
    env,
  };
  const { stop } = await serve(script, `${url}/__fake/log`, 180_000);
  const set = async (settings: SettingsPatch) => {
    const body = JSON.stringify(settings);
    const { ok } = await fetch(`${url}/__fake/settings`, { method: "POST", body });
    if (!ok) throw new Error(`the fake refuses ${body}`);
  };
  const reset = async () => {
    await fetch(`${url}/__fake/reset`, { method: "POST" });
  };
  const requests = async () => {
    const log: FakeLog = await (await fetch(`${url}/__fake/log`)).json();
    return log.requests;
  };
  return { url, set, reset, requests, stop };
}
