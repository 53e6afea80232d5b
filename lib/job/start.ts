import "server-only";
import { startProofing, stopProofing } from "@/lib/proof/worker";
import { database } from "@/lib/server/db/client";
import { EnvError, env } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { advanceRolls } from "./roll-worker";
import { hearOfRolled, startWorker, stopWorker } from "./worker";

/** How long a picture in flight may take after its answer; milliseconds. */
const savingMs = 60_000;

function stopOnSignal(signal: "SIGTERM" | "SIGINT"): void {
  process.once(signal, async () => {
    log("info", "server.stopping", { signal });
    // As long as an answer may take: whoever cannot wait sends the signal again.
    await stopWorker(env().UPSTREAM_TIMEOUT_MS + savingMs);
    await stopProofing();
    await (await database()).destroy();
    process.exit(0);
  });
}

/** Checks the environment, opens the database and starts the worker; a wrong start ends with a sentence. */
export async function startServer(): Promise<void> {
  try {
    env();
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    process.stderr.write(`\nVerbatim cannot start · 无法启动：\n${error.message}\n`);
    process.exit(1);
  }
  try {
    await startWorker();
    hearOfRolled(advanceRolls);
    await startProofing(advanceRolls);
    await advanceRolls();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(
      `\nVerbatim cannot open its data folder (${env().DATA_DIR}): ${reason}. Set DATA_DIR to a folder it may write to. · 无法打开数据目录，请把 DATA_DIR 设为可写的文件夹。\n`,
    );
    process.exit(1);
  }
  stopOnSignal("SIGTERM");
  stopOnSignal("SIGINT");
}
