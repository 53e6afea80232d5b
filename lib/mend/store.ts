import "server-only";
import type { Image } from "@/lib/image/store";
import { discardPicture, storePicture } from "@/lib/image/store-picture";
import { addProof } from "@/lib/proof/store";
import { inTransaction } from "@/lib/server/db/transaction";
import { newId } from "@/lib/server/id";
import { beat } from "@/lib/server/pulse";

/**
 * Puts a mended picture into the gallery as a version of its parent, to be read in its turn; gives
 * its id. Poster, prompt and painter are the parent's, for they made it; it cost nothing, so no
 * ledger knows of it. No job painted it either: `job_id` gets an id that no job bears, because every
 * row wants one of its own.
 */
export async function insertVersion(
  parent: Image,
  bytes: Uint8Array,
  tookMs: number,
  now: number,
): Promise<string> {
  const made = {
    painter: parent.painter,
    model: parent.model,
    ratio: parent.ratio,
    poster: JSON.stringify(parent.poster),
    prompt: parent.prompt,
  };
  const stored = await storePicture(bytes, {
    ...made,
    jobId: null,
    orderId: null,
    parentId: parent.id,
    negativePrompt: parent.negativePrompt,
    costFen: 0,
    tookMs,
    upstreamRequestId: null,
    createdAt: now,
  });
  const { id, picture, thumbnail } = stored;
  try {
    await inTransaction(async (db) => {
      await db
        .insertInto("image")
        .values({
          id,
          job_id: newId(),
          ...made,
          negative_prompt: parent.negativePrompt,
          ...picture,
          bytes: stored.bytes,
          cost_fen: 0,
          took_ms: tookMs,
          upstream_request_id: null,
          created_at: now,
          deleted_at: null,
          parent_id: parent.id,
          best_at: null,
        })
        .execute();
      await addProof(db, id);
    });
  } catch (error) {
    await discardPicture(stored);
    throw error;
  }
  await thumbnail;
  beat();
  return id;
}
