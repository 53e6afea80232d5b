import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { unknownCount } from "@/lib/image/unknown-store";
import { monotonicNow } from "@/lib/server/clock";
import { database } from "@/lib/server/db/client";
import { writeSetting } from "@/lib/server/db/setting";
import { findRoom, type Room } from "@/lib/server/storage/room";
import type { FailureKind } from "./schema";
import { countUnwritten } from "./until-written";
import { workerHealth } from "./worker";

/** A heart that has not beaten for so long has stopped; milliseconds. */
const stillMs = 15_000;

/** A database that takes longer to write a line is locked by somebody; milliseconds. */
const writeLimitMs = 2000;

/** How the house is, for whoever watches it. No secrets, no prompts. */
export interface Health {
  status: "ok" | "failing";
  database: "ok" | "unwritable" | "unreachable";
  disk: Room;
  /** "stalled": work waits that could start, and does not. */
  worker: {
    status: "ok" | "stopping" | "stopped" | "stalled";
    beatAt: string | null;
    inFlight: number;
  };
  /** What happened to jobs and waits to be written down; while something does, nothing is bought. */
  answers: { status: "ok" | "waiting"; waiting: number };
  /** Pictures on disk that no record knows of, at the last look; null before the first. */
  unknownFiles: number | null;
  /** What the upstream last said; it is asked only when somebody makes a picture. */
  upstream: { seenAt: string | null; failure: FailureKind | null };
}

let writing: Promise<void> | undefined;

/** Writes a line of no meaning: that the database can be read says nothing of the next answer. */
function tryWriting(): Promise<void> {
  const write = async () => writeSetting(await database(), "health", Date.now());
  writing ??= write().finally(() => {
    writing = undefined;
  });
  return writing;
}

async function databaseHealth(): Promise<Health["database"]> {
  const late = new AbortController();
  const limit = wait(writeLimitMs, undefined, { signal: late.signal }).then(() => {
    throw new Error("locked");
  });
  try {
    await Promise.race([tryWriting(), limit]);
    return "ok";
  } catch {
    return (await canRead()) ? "unwritable" : "unreachable";
  } finally {
    late.abort();
    limit.catch(() => undefined);
  }
}

async function canRead(): Promise<boolean> {
  // Whoever waits for the lock has the one connection: it was opened, and is only busy.
  if (writing) return true;
  try {
    await sql`select 1`.execute(await database());
    return true;
  } catch {
    return false;
  }
}

const moment = (at: number | undefined): string | null =>
  at === undefined ? null : new Date(at).toISOString();

/** `now` may lie ahead of the clock: so it would be then, if nothing happened before. */
function workerState(now: number): Health["worker"] {
  const crew = workerHealth();
  if (!crew) return { status: "stopped", beatAt: null, inFlight: 0 };
  const { beatAt, inFlight, isStopping, isHalted } = crew;
  const silentMs = monotonicNow() - beatAt + (now - Date.now());
  const status = () => {
    if (isStopping) return "stopping";
    if (silentMs >= stillMs) return "stopped";
    return isHalted ? "stalled" : "ok";
  };
  const under = inFlight.nebula + inFlight.draft;
  return { status: status(), beatAt: moment(Math.round(now - silentMs)), inFlight: under };
}

/** Looks at database, disk, worker, what waits to be written, and what the upstream last said. */
export async function findHealth(now: number): Promise<Health> {
  const [base, disk] = await Promise.all([databaseHealth(), findRoom()]);
  const worker = workerState(now);
  const waiting = countUnwritten();
  const seen = workerHealth()?.seen;
  const isWell = base === "ok" && disk.status === "ok" && worker.status === "ok" && waiting === 0;
  return {
    status: isWell ? "ok" : "failing",
    database: base,
    disk,
    worker,
    answers: { status: waiting === 0 ? "ok" : "waiting", waiting },
    unknownFiles: unknownCount(),
    upstream: { seenAt: moment(seen?.at), failure: seen?.failure ?? null },
  };
}
