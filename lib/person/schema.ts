import * as z from "zod/mini";
import { isPlainName } from "@/lib/plain-name";

/** Whoever uses one browser: an unguessable id in its cookie, minted by the server only. */
export type PersonId = string & { readonly __brand: "PersonId" };

const maxNameCharacters = 40;

/** The name a person gives themselves, as the Spend page shows it; "" takes it away. */
export const nameSchema = z.object({
  name: z
    .string()
    .check(
      z.trim(),
      z.refine(isPlainName, { error: "unprintable" }),
      z.maxLength(maxNameCharacters, { error: "tooLong" }),
    ),
});

export type NameForm = z.infer<typeof nameSchema>;
