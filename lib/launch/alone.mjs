import { mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

const lock = ".verbatim/preparing";
const beatMs = 2_000;
const staleMs = 10_000;

/** Keeps two launchers from installing or building over each other. */
export async function alone(work) {
  mkdirSync(".verbatim", { recursive: true });
  if (!take()) {
    process.stdout.write("(waiting for another start or test of this folder) ");
    while (!take()) await wait(300);
  }
  const beat = setInterval(keepFresh, beatMs);
  // Ctrl+C leaves without coming back here.
  process.once("exit", release);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    process.off("exit", release);
    release();
  }
}

const release = () => rmSync(lock, { force: true });

function take() {
  try {
    writeFileSync(lock, "", { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (isAbandoned()) release();
    return false;
  }
}

/** Told by its age, not by a process id: in a container the same id belongs to another process next time. */
function isAbandoned() {
  const held = statSync(lock, { throwIfNoEntry: false });
  return held !== undefined && Date.now() - held.mtimeMs > staleMs;
}

function keepFresh() {
  const now = new Date();
  try {
    utimesSync(lock, now, now);
  } catch {
    // Deleted by hand: the work goes on, only unguarded.
  }
}
