import "server-only";
import { report } from "@/lib/server/log";
import { advanceRoll, listRolling } from "./roll-store";
import { wake } from "./worker";

/** Takes every roll that can go on a step further: after a proof, a failure, or a restart. Never throws. */
export async function advanceRolls(): Promise<void> {
  try {
    const ordered = await Promise.all((await listRolling()).map(advanceRoll));
    if (ordered.some(Boolean)) wake();
  } catch (error) {
    report("roll.failed", error);
  }
}
