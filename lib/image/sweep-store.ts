import "server-only";
import { database } from "@/lib/server/db/client";
import { log } from "@/lib/server/log";
import { listFiles, removeFiles, removePart } from "@/lib/server/storage/disk";
import { undoMs } from "./store";

/** Files younger than this may belong to a picture that is just being stored; milliseconds. */
const youngMs = 3_600_000;
const batch = 500;

/** Removes the files of images deleted longer ago than they can be brought back. */
async function sweepDeleted(now: number): Promise<void> {
  const db = await database();
  const gone = await db
    .selectFrom("image")
    .select("id")
    .where("deleted_at", "<=", now - undoMs)
    .where("bytes", ">", 0)
    .execute();
  for (const { id } of gone) {
    await removeFiles(id);
    await db.updateTable("image").set({ bytes: 0 }).where("id", "=", id).execute();
  }
}

/** The ids among these that no picture and no answer on its way to be one knows of. */
async function unknownAmong(ids: string[]): Promise<string[]> {
  const db = await database();
  const images = await db.selectFrom("image").select("id").where("id", "in", ids).execute();
  const answers = await db
    .selectFrom("job")
    .select("answer_image_id as id")
    .where("answer_image_id", "in", ids)
    .execute();
  const known = new Set([...images, ...answers].map(({ id }) => id));
  return ids.filter((id) => !known.has(id));
}

/** Removes what a kill left in the store: half-written files, and pictures without a record. */
async function sweepOrphans(now: number): Promise<void> {
  const { ids, parts } = await listFiles(now - youngMs);
  for (const part of parts) await removePart(part);
  let orphans = 0;
  for (let at = 0; at < ids.length; at += batch) {
    const unknown = await unknownAmong(ids.slice(at, at + batch));
    for (const id of unknown) await removeFiles(id);
    orphans += unknown.length;
  }
  if (parts.length + orphans > 0) log("info", "store.swept", { parts: parts.length, orphans });
}

/** Puts the store of files in order with the records. */
export async function sweep(now: number): Promise<void> {
  await sweepDeleted(now);
  await sweepOrphans(now);
}
