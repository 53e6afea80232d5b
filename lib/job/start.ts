import "server-only";
import { recallPainted } from "@/lib/found/store";
import { closingMs, savingMs } from "@/lib/patience.mjs";
import { startProofing, stopProofing } from "@/lib/proof/worker";
import { database } from "@/lib/server/db/client";
import { holdFolder } from "@/lib/server/db/lock";
import { stopDecoder } from "@/lib/server/decoder/decoder";
import { EnvError, env } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { troubleAtStart } from "@/lib/server/start-trouble";
import { closeDataFolder, makeDataFolder } from "@/lib/server/storage/private";
import { takeInNotes } from "./keep-answer";
import { advanceRolls } from "./roll-worker";
import { hearOfRolled, startWorker, stopWorker } from "./worker";

function stopOnSignal(signal: "SIGTERM" | "SIGINT"): void {
  process.once(signal, async () => {
    log("info", "server.stopping", { signal });
    // As long as an answer may take: whoever cannot wait sends the signal again.
    const longestMs = env().UPSTREAM_TIMEOUT_MS + savingMs;
    // It sees to its own end: nobody outside need guess when that is due.
    setTimeout(() => process.exit(1), longestMs + closingMs).unref();
    await stopWorker(longestMs);
    await stopProofing();
    await stopDecoder();
    await (await database()).destroy();
    process.exit(0);
  });
}

/**
 * Checks the environment, takes the data folder for itself, opens the database and starts the worker;
 * a wrong start ends with a sentence.
 */
export async function startServer(): Promise<void> {
  try {
    env();
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    process.stderr.write(`\nVerbatim cannot start · 无法启动：\n${error.message}\n`);
    process.exit(1);
  }
  const folder = env().DATA_DIR;
  try {
    makeDataFolder(folder);
    await holdFolder(folder);
    await database();
    // Before what was in flight is given up: some of it was answered. A note knows which try it
    // answers and whose money that was; pictures on disk do not, and come after it.
    await takeInNotes();
    await recallPainted(Date.now());
    await startWorker();
    hearOfRolled(advanceRolls);
    await startProofing(advanceRolls);
    await advanceRolls();
  } catch (error) {
    process.stderr.write(troubleAtStart(error, folder));
    process.exit(1);
  }
  void closeDataFolder(folder);
  stopOnSignal("SIGTERM");
  stopOnSignal("SIGINT");
}
