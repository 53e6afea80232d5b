import { stopWorker } from "@/lib/job/worker";

/** Forgets the worker, as a process that starts knows none; what the last one began goes on unseen. */
function forgetWorker(): void {
  Reflect.deleteProperty(globalThis, "verbatimCrew");
}

/** Ends the worker as a stopping server does, so that the next start is a new server's. */
export async function endWorker(): Promise<void> {
  await stopWorker(20_000);
  forgetWorker();
}
