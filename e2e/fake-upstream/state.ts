import { z } from "zod";
import { parseScenario, type Scenario } from "./scenarios";

const scenarioName = z.string().refine((name) => parseScenario(name) !== null, {
  error: (issue) => `unknown scenario: ${String(issue.input)}`,
});

/** Body of `POST /__fake/settings`; unknown members are refused so that a typo is seen. */
export const settingsPatchSchema = z.strictObject({
  latencyMs: z.number().min(0).optional(),
  jitterMs: z.number().min(0).optional(),
  /** Used by every request that brings no scenario of its own; null = plain V1. */
  scenario: scenarioName.nullable().optional(),
  /** A queue, one per request, used before `scenario`. */
  scenarios: z.array(scenarioName).optional(),
  key: z.string().min(1).optional(),
  startsPerSecond: z.number().positive().nullable().optional(),
  /** How long a result URL lives. */
  linkSeconds: z.number().optional(),
  /** `seed` = the 1140 pair, `dashscope` = the 1104 pair. */
  sizeSet: z.enum(["seed", "dashscope", "both"]).optional(),
  models: z.array(z.string()).optional(),
});

/** A change of settings. */
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;

/** The settings in force. */
export interface Settings {
  latencyMs: number;
  jitterMs: number;
  scenario: string | null;
  scenarios: string[];
  key: string;
  startsPerSecond: number | null;
  linkSeconds: number;
  sizeSet: "seed" | "dashscope" | "both";
  models: string[];
}

/** One generation request as the log shows it; never holds the key. */
export interface RequestRecord {
  at: number;
  authOk: boolean;
  /** Request form of section 1 of the contract: 1, 2 or 3. */
  form: number | null;
  /** Every member the body had, `parameters.size` style. */
  fields: string[];
  model: string | null;
  /** The prompt as the model got it, after the silent cut. */
  prompt: string | null;
  promptLength: number;
  promptCut: boolean;
  size: string | null;
  negative_prompt: string | null;
  prompt_extend: boolean | null;
  watermark: boolean | null;
  seed: number | null;
  scenario: string | null;
  /** Catalogue row answered, null for a success. */
  row: string | null;
  status: number | null;
  requestId: string;
  charged: boolean;
  /** Path in the bucket of the picture it gave an address of. */
  picturePath: string | null;
  finishedAt: number | null;
}

/** One request to the result bucket. */
export interface DownloadRecord {
  at: number;
  method: string;
  /** Without its signature. */
  path: string;
  status: number;
  /** Headers that a client must never send to the bucket. */
  leakedHeaders: string[];
}

/** Answer of `GET /__fake/log`. */
export interface FakeLog {
  requests: RequestRecord[];
  charged: number;
  maxInFlight: number;
  /** Pictures given out with status 200. */
  downloads: number;
  downloadRequests: DownloadRecord[];
  redirectsFollowed: number;
}

/** Everything one running fake remembers. */
export interface FakeState {
  settings: Settings;
  initial: Settings;
  requests: RequestRecord[];
  downloadRequests: DownloadRecord[];
  inFlight: number;
  maxInFlight: number;
  redirectsFollowed: number;
  starts: number[];
  /** Aborted on close, so that sleeping answers end with the server. */
  closing: AbortController;
}

/** Starts the memory of one fake from its initial settings. */
export function createState(initial: Settings): FakeState {
  return {
    settings: structuredClone(initial),
    initial,
    requests: [],
    downloadRequests: [],
    inFlight: 0,
    maxInFlight: 0,
    redirectsFollowed: 0,
    starts: [],
    closing: new AbortController(),
  };
}

/** Settings with a checked change applied; absent members stay as they are. */
export function mergeSettings(settings: Settings, patch: SettingsPatch): Settings {
  const given = Object.entries(settingsPatchSchema.parse(patch));
  return { ...settings, ...Object.fromEntries(given.filter(([, value]) => value !== undefined)) };
}

/** Back to the initial settings with an empty log; result URLs already given out stay alive. */
export function resetState(state: FakeState): void {
  state.settings = structuredClone(state.initial);
  state.requests = [];
  state.downloadRequests = [];
  state.maxInFlight = state.inFlight;
  state.redirectsFollowed = 0;
  state.starts = [];
}

/** Takes the next queued scenario, or the default one. */
export function nextScenario(state: FakeState): Scenario {
  const name = state.settings.scenarios.shift() ?? state.settings.scenario ?? "v1";
  const scenario = parseScenario(name);
  if (scenario === null) throw new Error(`unknown scenario: ${name}`);
  return scenario;
}

/** Counts a start against `startsPerSecond`; false when it is one too many in a sliding second. */
export function admitStart(state: FakeState): boolean {
  const now = performance.now();
  state.starts = state.starts.filter((start) => now - start < 1000);
  const limit = state.settings.startsPerSecond;
  if (limit !== null && state.starts.length >= limit) return false;
  state.starts.push(now);
  return true;
}

/** Opens the log entry of one request. */
export function openRecord(state: FakeState, requestId: string): RequestRecord {
  const record: RequestRecord = {
    at: Date.now(),
    authOk: false,
    form: null,
    fields: [],
    model: null,
    prompt: null,
    promptLength: 0,
    promptCut: false,
    size: null,
    negative_prompt: null,
    prompt_extend: null,
    watermark: null,
    seed: null,
    scenario: null,
    row: null,
    status: null,
    requestId,
    charged: false,
    picturePath: null,
    finishedAt: null,
  };
  state.requests.push(record);
  state.inFlight += 1;
  state.maxInFlight = Math.max(state.maxInFlight, state.inFlight);
  return record;
}

/** Closes the log entry when the client has its answer or has gone. */
export function closeRecord(state: FakeState, record: RequestRecord): void {
  if (record.finishedAt !== null) return;
  record.finishedAt = Date.now();
  state.inFlight -= 1;
}

/** A copy of the log, safe to keep. */
export function readLog(state: FakeState): FakeLog {
  const requests = structuredClone(state.requests);
  return {
    requests,
    charged: requests.filter((request) => request.charged).length,
    maxInFlight: state.maxInFlight,
    downloads: state.downloadRequests.filter((download) => download.status === 200).length,
    downloadRequests: structuredClone(state.downloadRequests),
    redirectsFollowed: state.redirectsFollowed,
  };
}
