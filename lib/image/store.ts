import "server-only";
import type { Selectable } from "kysely";
import { type Poster, type Ratio, readPoster } from "@/lib/poster/schema";
import { database } from "@/lib/server/db/client";
import type { ImageTable } from "@/lib/server/db/schema";
import { inTransaction } from "@/lib/server/db/transaction";
import { beat } from "@/lib/server/pulse";
import type { PictureFormat } from "@/lib/server/storage/disk";
import type { Jotting } from "./note";

/** An image as pages know it: the poster parsed again on its way out of the database. */
export interface Image {
  id: string;
  painter: "nebula" | "draft";
  model: string;
  ratio: Ratio;
  poster: Poster;
  prompt: string;
  negativePrompt: string;
  width: number;
  height: number;
  bytes: number;
  format: PictureFormat;
  costFen: number;
  tookMs: number;
  upstreamRequestId: string | null;
  createdAt: number;
  /** The picture this one was mended from. */
  parentId: string | null;
  /** The one to keep of its order. */
  isBest: boolean;
}

/** How long a deleted picture can be brought back before its files go; milliseconds. */
export const undoMs = 24 * 3_600_000;

function fromRow(row: Selectable<ImageTable>): Image {
  return {
    id: row.id,
    painter: row.painter,
    model: row.model,
    ratio: row.ratio as Ratio,
    poster: readPoster(JSON.parse(row.poster)),
    prompt: row.prompt,
    negativePrompt: row.negative_prompt,
    width: row.width,
    height: row.height,
    bytes: row.bytes,
    format: row.format,
    costFen: row.cost_fen,
    tookMs: row.took_ms,
    upstreamRequestId: row.upstream_request_id,
    createdAt: row.created_at,
    parentId: row.parent_id,
    isBest: row.best_at !== null,
  };
}

/** The note of a recorded image, with its order where a job painted it. */
export function noteOfRow(row: Selectable<ImageTable> & { order_id: string | null }): Jotting {
  return {
    jobId: row.order_id === null ? null : row.job_id,
    orderId: row.order_id,
    parentId: row.parent_id,
    painter: row.painter,
    model: row.model,
    ratio: row.ratio as Ratio,
    poster: row.poster,
    prompt: row.prompt,
    negativePrompt: row.negative_prompt,
    costFen: row.cost_fen,
    tookMs: row.took_ms,
    upstreamRequestId: row.upstream_request_id,
    createdAt: row.created_at,
  };
}

/** One image whether deleted or not. Its files are there as long as it can be brought back. */
export async function findKept(id: string): Promise<Image | undefined> {
  const db = await database();
  const row = await db.selectFrom("image").selectAll().where("id", "=", id).executeTakeFirst();
  return row && fromRow(row);
}

/** One image that is not deleted. */
export async function findImage(id: string): Promise<Image | undefined> {
  const db = await database();
  const row = await db
    .selectFrom("image")
    .selectAll()
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** A page of images, newest first; `before` is the id the page begins under (keyset). */
export async function listImages(limit: number, before?: string): Promise<Image[]> {
  const db = await database();
  const rows = await db
    .selectFrom("image")
    .selectAll()
    .where("deleted_at", "is", null)
    .$if(before !== undefined, (query) => query.where("id", "<", before ?? ""))
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

/** How many images stand in the gallery. */
export async function countImages(): Promise<number> {
  const db = await database();
  const { count } = await db
    .selectFrom("image")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("deleted_at", "is", null)
    .executeTakeFirstOrThrow();
  return count;
}

/** Hides an image; its files stay for `undoMs`. False when there is none. */
export async function deleteImage(id: string, now: number): Promise<boolean> {
  const db = await database();
  const { numUpdatedRows } = await db
    .updateTable("image")
    .set({ deleted_at: now })
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  beat();
  return numUpdatedRows > 0n;
}

/** Brings a deleted image back while its files are there. */
export async function restoreImage(id: string, now: number): Promise<boolean> {
  const db = await database();
  const { numUpdatedRows } = await db
    .updateTable("image")
    .set({ deleted_at: null })
    .where("id", "=", id)
    .where("deleted_at", ">", now - undoMs)
    .executeTakeFirst();
  beat();
  return numUpdatedRows > 0n;
}

/** Marks a picture as the one to keep of its order, in place of any other. False when it is not there. */
export async function markBest(id: string, now: number): Promise<boolean> {
  return inTransaction(async (db) => {
    const image = await db
      .selectFrom("image")
      .leftJoin("job", "job.id", "image.job_id")
      .select("job.order_id as order")
      .where("image.id", "=", id)
      .where("image.deleted_at", "is", null)
      .executeTakeFirst();
    if (!image) return false;
    const jobs = db
      .selectFrom("job")
      .select("id")
      .where("order_id", "=", image.order ?? "");
    await db.updateTable("image").set({ best_at: null }).where("job_id", "in", jobs).execute();
    await db.updateTable("image").set({ best_at: now }).where("id", "=", id).execute();
    return true;
  });
}
