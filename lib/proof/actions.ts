"use server";

import * as z from "zod/mini";
import { fail, ok } from "@/lib/result";
import { action } from "@/lib/server/action";
import { currentPerson } from "@/lib/server/person";
import { judgementIds } from "./schema";
import * as store from "./store";
import { wakeReader } from "./worker";

const judgementSchema = z.object({
  imageId: z.uuid(),
  blockId: z.string().check(z.maxLength(40)),
  verdict: z.enum(judgementIds),
});

/** Keeps a person's word on a block: right, wrong, or as the machine has it. */
export const judgeBlock = action(judgementSchema, async (said) => {
  const isKept = await store.judge(said, await currentPerson(), Date.now());
  return isKept ? ok(null) : fail("notFound");
});

/** Has a picture read once more. */
export const readAgain = action(z.object({ imageId: z.uuid() }), async ({ imageId }) => {
  if (!(await store.readAgain(imageId))) return fail("notFound");
  wakeReader();
  return ok(null);
});
