/*
 * The worker in a process of its own, with no page around it: takes orders as messages
 * `{ words, count }`, says `words` back once they are written down, and "ready" before the first.
 */
import { startServer } from "@/lib/job/start";
import { wake } from "@/lib/job/worker";
import { newJobs, place } from "@/lib/testing/jobs";

process.on("message", async (message) => {
  const { words, count } = message as { words: string; count: number };
  await place(newJobs(count, { prompt: words }));
  wake();
  process.send?.(words);
});
// An orphan would paint on when its parent was killed.
process.on("disconnect", () => process.exit(1));
await startServer();
process.send?.("ready");
