import "server-only";
import { randomFillSync } from "node:crypto";
import { existsSync } from "node:fs";
import { open, rm, statfs } from "node:fs/promises";
import path from "node:path";
import { env } from "../env";

const megabyte = 1024 * 1024;
/** Room below which a picture may not fit any more, with its thumbnail and the database's log; bytes. */
const leastFreeBytes = 64 * megabyte;
/** Set aside for what must be written down on a full disk: records, and a few pictures that came as bytes. */
const reserveBytes = 16 * megabyte;

/** How much room there is for pictures and records. */
export interface Room {
  status: "ok" | "full" | "unreachable";
  freeBytes: number | null;
}

const reserveFile = () => path.join(env().DATA_DIR, "reserve");

/** The folders that are written to; pictures may lie on a disk of their own. */
const folders = () => [env().DATA_DIR, path.join(env().DATA_DIR, "images")].filter(existsSync);

/** The room of one folder, with what is asked of it; a small disk is not asked for more than a share. */
async function roomOf(folder: string) {
  const { bavail, blocks, bsize } = await statfs(folder);
  const total = blocks * bsize;
  return {
    freeBytes: bavail * bsize,
    least: Math.min(leastFreeBytes, total / 16),
    reserve: Math.min(reserveBytes, Math.floor(total / 8)),
  };
}

/** Looks whether the next picture has room; the fullest of the disks counts. Never throws. */
export async function findRoom(): Promise<Room> {
  try {
    if (!existsSync(env().DATA_DIR)) return { status: "unreachable", freeBytes: null };
    const rooms = await Promise.all(folders().map(roomOf));
    const isFull = rooms.some(({ freeBytes, least }) => freeBytes < least);
    const freeBytes = Math.min(...rooms.map((room) => room.freeBytes));
    return { status: isFull ? "full" : "ok", freeBytes };
  } catch {
    return { status: "unreachable", freeBytes: null };
  }
}

/** Real bytes: a file of zeros takes no room on disks that compress. */
async function writeBallast(file: string, bytes: number): Promise<void> {
  const handle = await open(file, "w", 0o600);
  try {
    const piece = randomFillSync(Buffer.alloc(Math.min(bytes, megabyte)));
    for (let left = bytes; left > 0; left -= piece.length) {
      await handle.writeFile(piece.subarray(0, Math.min(left, piece.length)));
    }
  } finally {
    await handle.close();
  }
}

/**
 * Sets room aside beside the database where none is and enough is left besides. It is given back
 * when a paid answer could not be written down otherwise. Never throws.
 */
export async function keepReserve(): Promise<void> {
  const file = reserveFile();
  try {
    if (existsSync(file)) return;
    const { freeBytes, least, reserve } = await roomOf(env().DATA_DIR);
    if (freeBytes < least + reserve) return;
    await writeBallast(file, reserve);
  } catch {
    await rm(file, { force: true }).catch(() => undefined);
  }
}

/** Gives the room that was set aside back to the disk; false when there was none. */
export async function freeReserve(): Promise<boolean> {
  try {
    await rm(reserveFile());
    return true;
  } catch {
    return false;
  }
}
