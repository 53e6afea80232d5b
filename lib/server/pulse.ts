import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { v7 } from "uuid";
import { monotonicNow } from "./clock";

/**
 * The heartbeat of the job board: everyone who changes a job beats, everyone who watches waits for
 * the next beat. In memory only; a restart begins a new revision, so no watcher waits for ever.
 */
interface Pulse {
  boot: string;
  count: number;
  waiting: Set<() => void>;
  /** The revision that watchers were told of last, and when; monotonic ms. */
  told: { count: number; at: number };
  telling: Promise<void> | undefined;
}

/** Watchers are told of changes no more often than this, all together; milliseconds. */
const calmMs = 400;

const shared = globalThis as typeof globalThis & { verbatimPulse?: Pulse };

function pulse(): Pulse {
  shared.verbatimPulse ??= {
    boot: v7(),
    count: 0,
    waiting: new Set(),
    told: { count: -1, at: -calmMs },
    telling: undefined,
  };
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

/**
 * Resolves when a watcher may be told of the present revision: at once in quiet times and with
 * whoever is told of the same; while changes come one upon the other, with all the others at the
 * next turn. However many watch, they ask for few boards, and all for the same ones.
 */
export function nextTurn(): Promise<void> {
  const known = pulse();
  const { told, count } = known;
  const leftMs = told.at + calmMs - monotonicNow();
  if (told.count === count) return Promise.resolve();
  if (leftMs <= 0 && !known.telling) {
    known.told = { count, at: monotonicNow() };
    return Promise.resolve();
  }
  known.telling ??= wait(leftMs).then(() => {
    known.told = { count: known.count, at: monotonicNow() };
    known.telling = undefined;
  });
  return known.telling;
}
