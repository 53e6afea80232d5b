import "server-only";
import { cookies } from "next/headers";
import * as z from "zod/mini";
import type { PersonId } from "@/lib/person/schema";
import { newId } from "./id";

const cookieName = "person";
const yearSeconds = 365 * 24 * 3600;

/** Who uses this browser, as far as it says; undefined before its first order. */
export async function knownPerson(): Promise<PersonId | undefined> {
  const id = z.uuid().safeParse((await cookies()).get(cookieName)?.value);
  return id.success ? (id.data.toLowerCase() as PersonId) : undefined;
}

/** Who uses this browser; minted at the first order. Actions only: a page cannot set the cookie. */
export async function currentPerson(): Promise<PersonId> {
  const known = await knownPerson();
  if (known !== undefined) return known;
  const id = newId() as PersonId;
  (await cookies()).set(cookieName, id, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    maxAge: yearSeconds,
  });
  return id;
}
