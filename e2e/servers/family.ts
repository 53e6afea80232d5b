import { execFileSync } from "node:child_process";

/** A process and the memory it holds (RSS). */
interface Member {
  pid: number;
  megabytes: number;
}

/** The children of a process. Not on Windows. */
export function childrenOf(pid: number | undefined): Member[] {
  return allProcesses().filter(({ parent }) => parent === pid);
}

/** What a process and its children hold together, megabytes; what they share counts for each. */
export function heldByFamily(pid: number | undefined): number {
  return allProcesses()
    .filter((each) => each.pid === pid || each.parent === pid)
    .reduce((sum, { megabytes }) => sum + megabytes, 0);
}

function allProcesses(): (Member & { parent: number })[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,rss="], { encoding: "utf8" });
  return lines
    .trim()
    .split("\n")
    .map((line) => {
      const [pid = 0, parent = 0, kilobytes = 0] = line.trim().split(/\s+/u).map(Number);
      return { pid, parent, megabytes: kilobytes / 1024 };
    });
}
