import "server-only";
import path from "node:path";
import { KillableProcess, type ProcessSetup } from "../child/killable-process";
import { env } from "../env";
import type { Read, Request } from "./child/main.mjs";
import type { ReadAnswer } from "./port";

type ReaderProcess = KillableProcess<Request, never, Read>;

/** Ten times what the slower runtime needs for a full poster on a busy machine. */
const timeoutMs = 120_000;
const idleMs = 120_000;
/** Twice what the hungrier runtime holds after large pictures. */
const maxRssBytes = 2 ** 31;
const keptRssBytes = 800 * 2 ** 20;

declare global {
  var verbatimReader: ReaderProcess | undefined;
}

const inProject = (...parts: string[]) =>
  path.join(/* turbopackIgnore: true */ process.cwd(), ...parts);

/** How the real reader is run: its models, its runtimes, and what it may take. */
export function readerSetup(): ProcessSetup {
  const own = env().READER_MODELS_DIR;
  const start = {
    folder: own ?? inProject("node_modules", "@gutenye", "ocr-models", "assets"),
    isPackaged: own === undefined,
    engines: ["native", "wasm"],
  };
  const file = inProject("lib", "server", "reader", "child", "main.mjs");
  return { name: "reader", file, start, timeoutMs, idleMs, maxRssBytes, keptRssBytes };
}

/** Actions and instrumentation are separate module graphs, and there is to be one reader. */
function reader(): ReaderProcess {
  globalThis.verbatimReader ??= new KillableProcess(readerSetup());
  return globalThis.verbatimReader;
}

/**
 * Reads every line of a picture, in a process that is killed when it takes too long. `wanted` are
 * the words it should hold: lines that are not plainly among them are looked at more closely. Never
 * throws.
 */
export function readPicture(bytes: Uint8Array, wanted: readonly string[]): Promise<ReadAnswer> {
  return readWith(reader(), bytes, wanted);
}

/** Reads a picture with a reader of one's own. */
export async function readWith(
  process: ReaderProcess,
  bytes: Uint8Array,
  wanted: readonly string[],
): Promise<ReadAnswer> {
  const answered = await process.ask({ bytes, wanted: [...wanted] });
  if (!answered.ok) {
    const { failure, detail } = answered;
    return { ok: false, failure: failure === "memory" ? "crashed" : failure, detail };
  }
  const { answer } = answered;
  if (answer.kind === "unreadable")
    return { ok: false, failure: "unreadable", detail: answer.detail };
  const { engine, lines, unknown } = answer;
  return { ok: true, engine, reading: { lines, unknown: new Set(unknown) } };
}

/** Ends the reader's process, if there is one. */
export async function stopReader(): Promise<void> {
  await globalThis.verbatimReader?.stop();
  globalThis.verbatimReader = undefined;
}
