import "server-only";
import { database } from "@/lib/server/db/client";
import { log } from "@/lib/server/log";
import { putFile, removeFiles } from "@/lib/server/storage/disk";
import { type Listing, listStore, removeParts } from "@/lib/server/storage/listing";
import { writeNote } from "./note";
import { noteOfRow, undoMs } from "./store";
import { restedBy, unknownIn } from "./unknown-store";

/** A half-written file untouched for so long is nobody's any more; milliseconds. */
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

/** Writes the notes of pictures stored before there were notes. */
async function addNotes({ pictures, noted }: Listing): Promise<number> {
  const db = await database();
  const ids = pictures.flatMap(({ id }) => (id === null || noted.has(id) ? [] : id));
  let added = 0;
  for (let at = 0; at < ids.length; at += batch) {
    const rows = await db
      .selectFrom("image")
      .leftJoin("job", "job.id", "image.job_id")
      .selectAll("image")
      .select("job.order_id")
      .where("image.id", "in", ids.slice(at, at + batch))
      .where("image.bytes", ">", 0)
      .execute();
    for (const row of rows) {
      await putFile(row.id, "note", Buffer.from(writeNote(noteOfRow(row))));
      added += 1;
    }
  }
  return added;
}

/**
 * Puts the store of files in order with the records. Only half-written files and what a person
 * deleted are ever removed: a picture no record knows of was paid for by somebody, and is counted.
 */
export async function sweep(now: number): Promise<void> {
  await sweepDeleted(now);
  const listing = await listStore();
  const parts = await removeParts(listing.parts, now - youngMs);
  const notes = await addNotes(listing);
  const unknown = (await unknownIn(listing, restedBy(now))).length;
  if (parts + notes + unknown > 0) log("info", "store.swept", { parts, notes, unknown });
}
