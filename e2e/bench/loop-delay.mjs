// @ts-check
import { createServer } from "node:http";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { isMainThread } from "node:worker_threads";

/**
 * Loaded into a server before it starts: answers on LOOP_DELAY_PORT how its event loop was held up
 * since it was last asked.
 */
if (isMainThread && process.env.LOOP_DELAY_PORT) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const answer = () => {
    const said = { p99Ms: delay.percentile(99) / 1e6, mostMs: delay.max / 1e6 };
    delay.reset();
    return JSON.stringify(said);
  };
  createServer((_request, response) => response.end(answer()))
    .listen(Number(process.env.LOOP_DELAY_PORT), "127.0.0.1")
    .unref();
}
