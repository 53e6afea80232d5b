import { execFileSync } from "node:child_process";
import { availableParallelism, cpus, loadavg, release, totalmem, type } from "node:os";

/** The machine in one sentence, for whoever compares figures of two. */
export function describeMachine(chromium: string | undefined): string {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const cores = `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? "unknown"})`;
  return [
    cores,
    memory,
    `${type()} ${release()}`,
    `Node ${process.versions.node}`,
    browser(chromium),
  ]
    .filter((fact) => fact !== "")
    .join(", ");
}

/** How many processes want a core, of the last minute; more than the cores means the figures are of a busy machine. */
export const load = (): string => (loadavg()[0] ?? 0).toFixed(1);

function browser(chromium: string | undefined): string {
  if (chromium === undefined) return "";
  try {
    const said = execFileSync(chromium, ["--version"], { encoding: "utf8", stdio: "pipe" });
    return (
      said
        .trim()
        .split("\n")[0]
        ?.replace(/ built on.*/u, "") ?? ""
    );
  } catch {
    // Chrome on Windows does not say.
    return "";
  }
}
