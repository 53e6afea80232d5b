import "server-only";
import path from "node:path";
import { env } from "../env";
import type { ReadAnswer } from "./port";
import { ReadingThread } from "./thread";

/** Ten times what the slower runtime needs for a full poster on a busy machine. */
const timeoutMs = 120_000;
const idleMs = 300_000;

declare global {
  var verbatimReader: ReadingThread | undefined;
}

const inProject = (...parts: string[]) =>
  path.join(/* turbopackIgnore: true */ process.cwd(), ...parts);

function newThread(): ReadingThread {
  const own = env().READER_MODELS_DIR;
  const start = {
    folder: own ?? inProject("node_modules", "@gutenye", "ocr-models", "assets"),
    isPackaged: own === undefined,
    engines: ["native", "wasm"],
  };
  const file = inProject("lib", "server", "reader", "worker", "worker.mjs");
  return new ReadingThread({ file, start, timeoutMs, idleMs });
}

/** Actions and instrumentation are separate module graphs, and there is to be one thread. */
function thread(): ReadingThread {
  globalThis.verbatimReader ??= newThread();
  return globalThis.verbatimReader;
}

/**
 * Reads every line of a picture. `wanted` are the words it should hold: lines that are not plainly
 * among them are looked at more closely. Never throws.
 */
export function readPicture(bytes: Uint8Array, wanted: readonly string[]): Promise<ReadAnswer> {
  return thread().read(bytes, wanted);
}

/** Ends the reader's thread, if there is one. */
export async function stopReader(): Promise<void> {
  await globalThis.verbatimReader?.stop();
  globalThis.verbatimReader = undefined;
}
