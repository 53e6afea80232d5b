import { type ChildProcessByStdio, spawn } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Readable, Writable } from "node:stream";
import { afterAll } from "vitest";

/** A folder on a file system of its own that can be filled to the last byte. */
interface SmallDisk {
  folder: string;
  fill(): void;
  free(): void;
}

/**
 * Mounts a small file system where only a process of ours sees it, and reaches it through that
 * process: nothing is left behind, whatever happens. Undefined where the system does not allow it.
 */
export async function smallDisk(megabytes: number, at: string): Promise<SmallDisk | undefined> {
  const mount = `mount -t tmpfs -o size=${megabytes}m none "$0" && echo ready && exec cat`;
  const holder = spawn("sh", ["-c", `exec unshare -rm sh -c '${mount}' "$0"`, at], {
    stdio: ["pipe", "pipe", "ignore"],
  });
  if (!(await saysReady(holder))) return undefined;
  afterAll(() => holder.kill());
  const folder = path.join(`/proc/${holder.pid}/root`, at);
  const ballast = path.join(folder, "ballast");
  return {
    folder,
    fill: () => {
      try {
        for (;;) writeFileSync(ballast, Buffer.alloc(4096), { flag: "a" });
      } catch (error) {
        if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
      }
    },
    free: () => rmSync(ballast),
  };
}

function saysReady(holder: ChildProcessByStdio<Writable, Readable, null>): Promise<boolean> {
  return new Promise((resolve) => {
    holder.stdout.once("data", () => resolve(true));
    holder.once("error", () => resolve(false));
    holder.once("exit", () => resolve(false));
  });
}
