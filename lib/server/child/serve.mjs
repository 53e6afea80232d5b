// @ts-check
import { setPriority } from "node:os";
import { Worker } from "node:worker_threads";

/**
 * The child's side of `KillableProcess`: one request after the other, answered over the channel.
 * Plain JavaScript, for Node loads it from the sources; see DECISIONS.md.
 * @typedef {{ kind: "start", start: unknown, maxRssBytes: number } | { kind: "ask", request: unknown }} Told
 * @typedef {{ kind: "ready" }
 *   | { kind: "off", detail: string }
 *   | { kind: "part", part: unknown }
 *   | { kind: "answer", answer: unknown, rssBytes: number }
 *   | { kind: "failed", detail: string }} Said
 */

/**
 * @template Start, Request
 * @typedef {object} Service
 * @property {number} niceness How far it steps back for others; 0 is the server's own place, 19 the last.
 * @property {(start: Start) => Promise<(request: Request, tell: (part: unknown) => void) => Promise<unknown>>} open
 *   Makes ready and gives what answers; `tell` says a part of the answer ahead of it. What it throws is why this
 *   machine cannot do it at all.
 */

/** @param {unknown} error */
export const detailOf = (error) => (error instanceof Error ? error.message : String(error));

/** @param {Said} said */
const say = (said) => process.send?.(said);

/** Watches memory and parent from a thread of its own, for this one may be deep inside a library. @param {number} maxRssBytes */
function keepWatch(maxRssBytes) {
  const isBusy = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workerData = { isBusy, maxRssBytes, parent: process.ppid };
  const resourceLimits = { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1 };
  new Worker(new URL("watch.mjs", import.meta.url), { workerData, resourceLimits }).unref();
  return (/** @type {boolean} */ busy) => {
    Atomics.store(isBusy, 0, busy ? 1 : 0);
    Atomics.notify(isBusy, 0);
  };
}

/**
 * Serves the parent until it is gone. A terminal's Ctrl+C and a supervisor's SIGTERM reach every
 * process of a group, and the server still finishes its pictures then: only the parent ends this one.
 * @template Start, Request
 * @param {Service<Start, Request>} service
 */
export function serve({ niceness, open }) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});
  process.on("disconnect", () => process.exit(0));
  setPriority(niceness);
  /** @type {Awaited<ReturnType<typeof open>>} */
  let answer;
  /** @type {(busy: boolean) => void} */
  let mark;
  process.on("message", async (/** @type {Told} */ told) => {
    try {
      if (told.kind === "start") {
        mark = keepWatch(told.maxRssBytes);
        answer = await open(/** @type {Start} */ (told.start));
        say({ kind: "ready" });
        return;
      }
      mark(true);
      const found = await answer(/** @type {Request} */ (told.request), (part) =>
        say({ kind: "part", part }),
      );
      mark(false);
      say({ kind: "answer", answer: found, rssBytes: process.memoryUsage.rss() });
    } catch (error) {
      say({ kind: told.kind === "start" ? "off" : "failed", detail: detailOf(error) });
    }
  });
}
