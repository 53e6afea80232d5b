import "server-only";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { log } from "../log";

const longest = 500;
const most = 50;

/** Logs what a child writes to its stderr, line by line, cut where it is long; after a while no more of it. */
export function logLines(stderr: Readable, name: string): void {
  let count = 0;
  createInterface({ input: stderr }).on("line", (line) => {
    count += 1;
    if (count <= most && line.trim() !== "")
      log("warn", "child.said", { child: name, line: line.slice(0, longest) });
  });
}
