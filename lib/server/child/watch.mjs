// @ts-check
import { workerData } from "node:worker_threads";

/**
 * The thread that ends its process when that holds too much memory, or when the parent is gone and the
 * main thread, deep inside a library, does not hear of it.
 */

/** How often memory is looked at during a request; some tens of megabytes can be taken in that time. */
const busyMs = 20;
const idleMs = 1000;
/** What a system without SIGUSR2 shows as a crash is shown as that. */
const tooMuch = process.platform === "win32" ? "SIGKILL" : "SIGUSR2";

/** @type {{ isBusy: Int32Array, maxRssBytes: number, parent: number }} */
const { isBusy, maxRssBytes, parent } = workerData;

for (;;) {
  Atomics.wait(isBusy, 0, 0, idleMs);
  if (process.ppid !== parent) process.kill(process.pid, "SIGKILL");
  if (process.memoryUsage.rss() > maxRssBytes) process.kill(process.pid, tooMuch);
  Atomics.wait(isBusy, 0, 1, busyMs);
}
