import "server-only";
import { database } from "@/lib/server/db/client";
import { findRoom } from "@/lib/server/storage/room";
import { countUnwritten } from "./until-written";

/** Why nothing may be bought at the moment; health says the same with 503. */
export type Hindrance = "answersWait" | "diskFull" | "storageAway";

/** What stands in the way of buying a picture: an answer that waits, or no room for the next. */
export async function findHindrance(): Promise<Hindrance | undefined> {
  if (countUnwritten() > 0) return "answersWait";
  // Opened first: a new house has no folder yet.
  await database();
  const { status } = await findRoom();
  if (status === "ok") return undefined;
  return status === "full" ? "diskFull" : "storageAway";
}
