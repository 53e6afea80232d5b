"use server";

import { ok } from "@/lib/result";
import { action } from "@/lib/server/action";
import { currentPerson } from "@/lib/server/person";
import { nameSchema } from "./schema";
import { rename } from "./store";

/** Names the person of this browser, for the sums by person. */
export const renamePerson = action(nameSchema, async ({ name }) => {
  await rename(await currentPerson(), name);
  return ok(null);
});
