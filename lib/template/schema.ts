import * as z from "zod/mini";
import { type Poster, posterSchema } from "@/lib/poster/schema";
import { nameProblem } from "./name";

/** A name as it is kept: trimmed, 1 to 60 characters, all of them printable. */
export const nameSchema = z.string().check(
  z.trim(),
  z.refine((name) => nameProblem(name) === undefined, {
    error: ({ input }) => nameProblem(`${input}`) ?? "",
  }),
);

/** What makes a template: the same in the form, in a file and in the database. */
export const templateSchema = z.object({ name: nameSchema, poster: posterSchema });

export type NewTemplate = z.infer<typeof templateSchema>;

/** The id of a template of one's own. */
export const templateIdSchema = z.uuid();

/** A template as pages know it. */
export interface Template {
  id: string;
  name: string;
  poster: Poster;
}
