import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { ReadLine } from "@/lib/proof/schema";
import { stopProofing } from "@/lib/proof/worker";
import { ReadingThread } from "@/lib/server/reader/thread";

/** What a reader does with one picture: the lines it reads there, or how it fails. */
export type Deed = readonly ReadLine[] | "hang" | "throw" | "leave" | "unreadable" | "off";

/** Does what its script says, one deed a picture, whichever thread it is by then. */
const workerCode = `
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
const deeds = () => JSON.parse(readFileSync(workerData.script, "utf8"));
parentPort.on("message", ({ wanted }) => {
  const [deed, ...rest] = deeds();
  writeFileSync(workerData.script, JSON.stringify(rest));
  appendFileSync(workerData.log, wanted.join("/") + "\\n");
  if (deed === "hang") return;
  if (deed === "leave") process.exit(3);
  if (deed === "unreadable") return parentPort.postMessage({ kind: "unreadable", detail: "no picture" });
  if (!Array.isArray(deed)) throw new Error("broken");
  parentPort.postMessage({ kind: "read", lines: deed, unknown: [] });
});
if (deeds()[0] === "off") parentPort.postMessage({ kind: "off", detail: "no runtime" });
else parentPort.postMessage({ kind: "ready", engine: "script" });
`;

/** Puts a reader of a test's own in place of the real one; gives what it was asked to read, in order. */
export function scriptReader(
  folder: string,
  deeds: readonly Deed[],
  timeoutMs = 20_000,
): () => string[] {
  const [file, script, log] = ["worker.mjs", "script.json", "log.txt"].map((name) =>
    path.join(folder, name),
  ) as [string, string, string];
  writeFileSync(file, workerCode);
  writeFileSync(script, JSON.stringify(deeds));
  writeFileSync(log, "");
  const start = { script, log };
  globalThis.verbatimReader = new ReadingThread({ file, start, timeoutMs, idleMs: 300_000 });
  return () => (existsSync(log) ? readFileSync(log, "utf8").split("\n").slice(0, -1) : []);
}

/** Ends proofreading as a stopping server does, so that the next start is a new server's. */
export async function endDesk(): Promise<void> {
  await stopProofing();
  Reflect.deleteProperty(globalThis, "verbatimDesk");
}
