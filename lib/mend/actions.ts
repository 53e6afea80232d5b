"use server";

import { findImage } from "@/lib/image/store";
import { wakeReader } from "@/lib/proof/worker";
import { fail, ok } from "@/lib/result";
import { action } from "@/lib/server/action";
import { mendPicture } from "@/lib/server/mender/mender";
import { ifPicture } from "@/lib/server/painter/picture";
import { readPicture } from "@/lib/server/storage/disk";
import { isOnPicture } from "./bounds";
import { layPatch } from "./drawing";
import { removalOf } from "./removal";
import { mendSchema } from "./schema";
import { insertVersion } from "./store";

/** Sets words in real type over painted ones and takes lines out; the new picture cost nothing. */
export const saveMend = action(mendSchema, async ({ imageId, patches, erasures }) => {
  const begunAt = Date.now();
  const image = await findImage(imageId.toLowerCase());
  if (!image) return fail("notFound");
  const strange = patches.findIndex(
    (patch) =>
      !isOnPicture(patch, image) || !image.poster.blocks.some(({ id }) => id === patch.blockId),
  );
  if (strange !== -1) return fail("invalidInput", `patches.${strange}`);
  if (!erasures.every((erasure) => isOnPicture(erasure, image))) {
    return fail("invalidInput", "erasures");
  }
  const bytes = await readPicture(image.id);
  if (!bytes) return fail("notFound");
  const removals = [...erasures, ...patches].flatMap((piece) => removalOf(piece, image) ?? []);
  const mended = await ifPicture(mendPicture(bytes, removals, patches.map(layPatch)));
  if (!mended) return fail("notFound");
  const now = Date.now();
  const id = await insertVersion(image, mended, now - begunAt, now);
  wakeReader();
  return ok({ id });
});
