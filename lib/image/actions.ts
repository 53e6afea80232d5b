"use server";

import * as z from "zod/mini";
import { fail, ok } from "@/lib/result";
import { action } from "@/lib/server/action";
import * as store from "./store";

const idSchema = z.object({ id: z.uuid() });

/** Takes an image out of the gallery; it can be brought back for a day. */
export const deleteImage = action(idSchema, async ({ id }) => {
  return (await store.deleteImage(id, Date.now())) ? ok(null) : fail("notFound");
});

/** Puts a deleted image back. */
export const restoreImage = action(idSchema, async ({ id }) => {
  return (await store.restoreImage(id, Date.now())) ? ok(null) : fail("notFound");
});

/** Marks an image as the one to keep of its order. */
export const keepBest = action(idSchema, async ({ id }) => {
  return (await store.markBest(id, Date.now())) ? ok(null) : fail("notFound");
});
