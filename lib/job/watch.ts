import "server-only";
import { monotonicNow } from "@/lib/server/clock";
import { log, report } from "@/lib/server/log";
import { keepReserve } from "@/lib/server/storage/room";
import { findHindrance } from "./hindrance";
import { hasClaimable, shiftHeld } from "./queue-store";
import type { PainterId } from "./schema";

/** A worker whose work waits for so long although it could start has come to a halt; milliseconds. */
const haltMs = 10_000;
/** A clock that differs so much from what has passed was set; milliseconds. */
const jumpMs = 2000;

/** What the watch knows of a worker. */
export interface Watch {
  /** When it last looked; monotonic. */
  lookedAt: number;
  /** Since when work waits that could start; monotonic, null when none does. */
  idleSince: number | null;
  /** The wall clock minus the monotonic one, at the last look. */
  offset: number;
  isLooking: boolean;
}

/** A watch that begins now. */
export const newWatch = (): Watch => ({
  lookedAt: monotonicNow(),
  idleSince: null,
  offset: Date.now() - monotonicNow(),
  isLooking: false,
});

/** True when work has waited too long that nothing keeps from starting. */
export const isHalted = ({ idleSince }: Watch, now: number): boolean =>
  idleSince !== null && now - idleSince >= haltMs;

/** Stored moments to wait for move with a clock that was set, so that the waits stay as long as they were. */
async function followClock(watch: Watch): Promise<void> {
  const offset = Date.now() - monotonicNow();
  const jump = Math.round(offset - watch.offset);
  if (Math.abs(jump) < jumpMs) return;
  log("warn", "clock.jumped", { ms: jump });
  await shiftHeld(jump);
  watch.offset = offset;
}

async function findIdle(free: readonly PainterId[]): Promise<boolean> {
  if (free.length === 0 || (await findHindrance()) !== undefined) return false;
  return hasClaimable(free, Date.now());
}

/**
 * Looks whether work waits that could start, and has it started: a lost wake-up must not stop
 * painting. `free` names the painters that could take a job now. Never throws.
 */
export async function look(
  watch: Watch,
  free: readonly PainterId[],
  wake: () => void,
): Promise<void> {
  watch.lookedAt = monotonicNow();
  if (watch.isLooking) return;
  watch.isLooking = true;
  try {
    await followClock(watch);
    await keepReserve();
    if (await findIdle(free)) {
      watch.idleSince ??= monotonicNow();
      wake();
    } else {
      watch.idleSince = null;
    }
  } catch (error) {
    report("watch.failed", error);
  } finally {
    watch.isLooking = false;
  }
}
