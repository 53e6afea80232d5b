import "server-only";
import { v7 } from "uuid";

/**
 * The heartbeat of the job board: everyone who changes a job beats, everyone who watches waits for
 * the next beat. In memory only; a restart begins a new revision, so no watcher waits for ever.
 */
interface Pulse {
  boot: string;
  count: number;
  waiting: Set<() => void>;
}

const shared = globalThis as typeof globalThis & { verbatimPulse?: Pulse };

function pulse(): Pulse {
  shared.verbatimPulse ??= { boot: v7(), count: 0, waiting: new Set() };
  return shared.verbatimPulse;
}

/** The board's revision; it differs after every change. */
export function revision(): string {
  const { boot, count } = pulse();
  return `${boot}.${count}`;
}

/** Says that a job changed. */
export function beat(): void {
  const { waiting } = pulse();
  pulse().count += 1;
  for (const wake of [...waiting]) wake();
}

/** Resolves at the first change after `seen`, at the time limit (ms), or when the asker goes away. */
export function nextBeat(seen: string, limitMs: number, gone: AbortSignal): Promise<void> {
  if (seen !== revision() || gone.aborted) return Promise.resolve();
  const { waiting } = pulse();
  return new Promise((resolve) => {
    const done = () => {
      waiting.delete(done);
      clearTimeout(timer);
      gone.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, limitMs);
    waiting.add(done);
    gone.addEventListener("abort", done);
  });
}
