import "server-only";
import { performance } from "node:perf_hooks";

/** Milliseconds that only go forward, whoever sets the clock: for waits, never for what is stored. */
export const monotonicNow = (): number => performance.now();
