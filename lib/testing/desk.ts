import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { ReadLine } from "@/lib/proof/schema";
import { stopProofing } from "@/lib/proof/worker";
import { KillableProcess } from "@/lib/server/child/killable-process";
import { readerSetup } from "@/lib/server/reader/reader";
import { writeChild } from "./child";

/** What a reader does with one picture: the lines it reads there, or how it fails. */
export type Deed = readonly ReadLine[] | "hang" | "throw" | "leave" | "unreadable" | "off";

/** Does what its script says, one deed a picture, whichever process it is by then. */
const open = `
const deeds = () => JSON.parse(readFileSync(start.script, "utf8"));
if (deeds()[0] === "off") throw new Error("no runtime");
return async ({ wanted }) => {
  const [deed, ...rest] = deeds();
  writeFileSync(start.script, JSON.stringify(rest));
  appendFileSync(start.log, wanted.join("/") + "\\n");
  if (deed === "hang") return new Promise(() => {});
  if (deed === "leave") process.exit(3);
  if (deed === "unreadable") return { kind: "unreadable", detail: "no picture" };
  if (!Array.isArray(deed)) throw new Error("broken");
  return { kind: "read", engine: "script", lines: deed, unknown: [] };
};
`;

/** Puts a reader of a test's own in place of the real one; gives what it was asked to read, in order. */
export function scriptReader(
  folder: string,
  deeds: readonly Deed[],
  timeoutMs = 20_000,
): () => string[] {
  const script = path.join(folder, "script.json");
  const log = path.join(folder, "log.txt");
  writeFileSync(script, JSON.stringify(deeds));
  writeFileSync(log, "");
  const file = writeChild(folder, open);
  const setup = { ...readerSetup(), file, start: { script, log }, timeoutMs };
  globalThis.verbatimReader = new KillableProcess(setup);
  return () => (existsSync(log) ? readFileSync(log, "utf8").split("\n").slice(0, -1) : []);
}

/** Ends proofreading as a stopping server does, so that the next start is a new server's. */
export async function endDesk(): Promise<void> {
  await stopProofing();
  Reflect.deleteProperty(globalThis, "verbatimDesk");
}
