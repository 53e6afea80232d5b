"use server";

import * as z from "zod/mini";
import { fail, ok } from "@/lib/result";
import { action } from "@/lib/server/action";
import { pathSchema } from "./schema";
import { adoptAfter, adoptPicture } from "./store";

/** Takes one found picture into the gallery. */
export const adopt = action(z.object({ path: pathSchema }), async ({ path }) => {
  const adoption = await adoptPicture(path, Date.now());
  return adoption === "adopted" ? ok(null) : fail(adoption);
});

/** Takes the next found pictures into the gallery, after the one at `after`; asked again until `next` is null. */
export const adoptSome = action(z.object({ after: z.nullable(pathSchema) }), async ({ after }) =>
  ok(await adoptAfter(after, Date.now())),
);
