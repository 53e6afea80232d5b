import "server-only";
import { statfs } from "node:fs/promises";
import { sql } from "kysely";
import { unknownCount } from "@/lib/image/unknown-store";
import { database } from "@/lib/server/db/client";
import { env } from "@/lib/server/env";
import type { FailureKind } from "./schema";
import { workerHealth } from "./worker";

/** Room below which a picture may not fit any more, with its thumbnail and the database's log; bytes. */
const leastFreeBytes = 64 * 1024 * 1024;
/** A heart that has not beaten for so long has stopped; milliseconds. */
const stillMs = 15_000;

/** How the house is, for whoever watches it. No secrets, no prompts. */
export interface Health {
  status: "ok" | "failing";
  database: "ok" | "unreachable";
  disk: { status: "ok" | "full" | "unreachable"; freeBytes: number | null };
  worker: { status: "ok" | "stopping" | "stopped"; beatAt: string | null; inFlight: number };
  /** Pictures on disk that no record knows of, at the last look; null before the first. */
  unknownFiles: number | null;
  /** What the upstream last said; it is asked only when somebody makes a picture. */
  upstream: { seenAt: string | null; failure: FailureKind | null };
}

async function databaseHealth(): Promise<Health["database"]> {
  try {
    await sql`select 1`.execute(await database());
    return "ok";
  } catch {
    return "unreachable";
  }
}

async function diskHealth(): Promise<Health["disk"]> {
  try {
    const { bavail, bsize } = await statfs(env().DATA_DIR);
    const freeBytes = bavail * bsize;
    return { status: freeBytes < leastFreeBytes ? "full" : "ok", freeBytes };
  } catch {
    return { status: "unreachable", freeBytes: null };
  }
}

const moment = (at: number | undefined): string | null =>
  at === undefined ? null : new Date(at).toISOString();

function workerState(now: number): Health["worker"] {
  const crew = workerHealth();
  if (!crew) return { status: "stopped", beatAt: null, inFlight: 0 };
  const { beatAt, inFlight, isStopping } = crew;
  const isBeating = now - beatAt < stillMs;
  const status = isStopping ? "stopping" : isBeating ? "ok" : "stopped";
  return { status, beatAt: moment(beatAt), inFlight: inFlight.nebula + inFlight.draft };
}

/** Looks at database, disk, worker and what the upstream last said. */
export async function findHealth(now: number): Promise<Health> {
  const [base, disk] = await Promise.all([databaseHealth(), diskHealth()]);
  const worker = workerState(now);
  const seen = workerHealth()?.seen;
  const isWell = base === "ok" && disk.status === "ok" && worker.status === "ok";
  return {
    status: isWell ? "ok" : "failing",
    database: base,
    disk,
    worker,
    unknownFiles: unknownCount(),
    upstream: { seenAt: moment(seen?.at), failure: seen?.failure ?? null },
  };
}
