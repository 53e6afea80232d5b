import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { jsonAnswer, readBody, send } from "./http";
import {
  type FakeLog,
  type FakeState,
  mergeSettings,
  readLog,
  resetState,
  type SettingsPatch,
  settingsPatchSchema,
} from "./state";

/** The control API as functions, for tests that run the fake in their own process. */
export interface FakeControl {
  set(patch: SettingsPatch): void;
  reset(): void;
  log(): FakeLog;
  /** Refuses every connection for a while: a true row 28. */
  down(ms: number): Promise<void>;
}

const downSchema = z.strictObject({ ms: z.number().positive() });

/** Builds the control functions over one fake's memory. */
export function createControl(state: FakeState, down: (ms: number) => Promise<void>): FakeControl {
  return {
    set: (patch) => {
      state.settings = mergeSettings(state.settings, patch);
    },
    reset: () => resetState(state),
    log: () => readLog(state),
    down,
  };
}

/** Answers a request under `/__fake/`. */
export async function handleControl(
  control: FakeControl,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const action = `${request.method} ${request.url ?? ""}`;
  if (action === "GET /__fake/log") return reply(response, 200, control.log());
  if (action === "POST /__fake/reset") {
    control.reset();
    return reply(response, 200, { ok: true });
  }
  try {
    const body: unknown = JSON.parse((await readBody(request)).toString("utf8"));
    if (action === "POST /__fake/settings") {
      control.set(settingsPatchSchema.parse(body));
      return reply(response, 200, { ok: true });
    }
    if (action === "POST /__fake/down") {
      const { ms } = downSchema.parse(body);
      response.once("finish", () => void control.down(ms));
      return reply(response, 200, { ok: true });
    }
    reply(response, 404, { fake: `no control ${action}` });
  } catch (error) {
    reply(response, 400, { fake: error instanceof Error ? error.message : "bad control body" });
  }
}

function reply(response: ServerResponse, status: number, value: unknown): void {
  send(response, jsonAnswer(status, JSON.stringify(value)));
}
