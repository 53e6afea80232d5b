import type { Insertable } from "kysely";
import { database } from "@/lib/server/db/client";
import type { ImageTable } from "@/lib/server/db/schema";
import { newId } from "@/lib/server/id";
import { putFile } from "@/lib/server/storage/disk";
import { aPoster } from "./jobs";

/** The record of a picture, as the worker would write it. */
export function imageOf(changes: Partial<Insertable<ImageTable>> = {}): Insertable<ImageTable> {
  const id = changes.id ?? newId();
  return {
    id,
    job_id: newId(),
    painter: "nebula",
    model: "qwen-image-plus",
    ratio: "3:4",
    poster: JSON.stringify(aPoster()),
    prompt: "A poster",
    negative_prompt: "typos",
    width: 1140,
    height: 1472,
    format: "png",
    bytes: `png ${id}`.length,
    sha256: "0".repeat(64),
    cost_fen: 18,
    took_ms: 9000,
    upstream_request_id: "up-1",
    created_at: Date.now(),
    deleted_at: null,
    parent_id: null,
    best_at: null,
    ...changes,
  };
}

/** Puts a picture into the gallery, as the worker would; gives its id. */
export async function storedImage(changes: Partial<Insertable<ImageTable>> = {}): Promise<string> {
  const image = imageOf(changes);
  const db = await database();
  await putFile(image.id, "png", Buffer.from(`png ${image.id}`));
  await putFile(image.id, "thumb", Buffer.from(`thumb ${image.id}`));
  await db.insertInto("image").values(image).execute();
  return image.id;
}
