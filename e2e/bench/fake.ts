import type { FakeLog, RequestRecord, SettingsPatch } from "../fake-upstream/state";
import { median } from "./numbers";
import { freePort, serve } from "./serve";

/** The fake upstream in its own process, as a measurement sees it. */
export interface Fake {
  url: string;
  set(settings: SettingsPatch): Promise<void>;
  /** How long the upstream had the last request: from its arrival to its whole answer. */
  lastRequest(): Promise<RequestRecord>;
  stop(): Promise<void>;
}

const downloads = 15;

/** Starts the fake with its pictures rendered ahead, so that none costs time while something is measured. */
export async function startFake(): Promise<Fake> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { FAKE_PORT: `${port}`, FAKE_PREPARE: "1" };
  const script = {
    command: process.execPath,
    args: ["--import", "tsx", "e2e/fake-upstream/server.ts"],
    env,
  };
  const { stop } = await serve(script, `${url}/__fake/log`, 180_000);
  const set = async (settings: SettingsPatch) => {
    const body = JSON.stringify(settings);
    const { ok } = await fetch(`${url}/__fake/settings`, { method: "POST", body });
    if (!ok) throw new Error(`the fake refuses ${body}`);
  };
  const lastRequest = async () => {
    const log: FakeLog = await (await fetch(`${url}/__fake/log`)).json();
    const last = log.requests.at(-1);
    if (!last) throw new Error("the fake was asked nothing");
    return last;
  };
  return { url, set, lastRequest, stop };
}

/** What fetching one picture of that size costs a bare client here: the median, milliseconds and bytes. */
export async function downloadCost(
  fake: Fake,
  size: string,
): Promise<{ ms: number; bytes: number }> {
  const costs: { ms: number; bytes: number }[] = [];
  for (let round = 0; round < downloads; round += 1) {
    const address = await paint(fake, size, `round ${round}`);
    const startedAt = performance.now();
    const bytes = (await (await fetch(address)).arrayBuffer()).byteLength;
    costs.push({ ms: performance.now() - startedAt, bytes });
  }
  return {
    ms: median(costs.map(({ ms }) => ms)),
    bytes: median(costs.map(({ bytes }) => bytes)),
  };
}

async function paint(fake: Fake, size: string, prompt: string): Promise<string> {
  const response = await fetch(`${fake.url}/v1/images/generations`, {
    method: "POST",
    headers: { authorization: "Bearer sk-fake-key-0001", "content-type": "application/json" },
    body: JSON.stringify({ model: "qwen-image-plus", prompt, parameters: { size } }),
  });
  const answer: { data: { data: { url: string }[] } } = await response.json();
  const [picture] = answer.data.data;
  if (!picture) throw new Error("the fake painted nothing");
  return picture.url;
}
