import "server-only";
import { database } from "@/lib/server/db/client";
import {
  findPictureFile,
  idAt,
  type ListedPicture,
  type Listing,
  listStore,
} from "@/lib/server/storage/listing";

/** A file touched so lately by this server may be a picture that is just being stored; milliseconds. */
const youngMs = 3_600_000;
const batch = 500;

/** A picture in the store that no record knows of: it is kept, shown, and taken in by a click. */
export interface UnknownPicture extends ListedPicture {
  file: string;
  /** Epoch ms. */
  touchedAt: number;
  bytes: number;
}

/** The worker and the routes are separate module graphs in one process; they share the last count. */
const shared = globalThis as typeof globalThis & { verbatimUnknown?: number };

/** The ids among these that a picture, or an answer on its way to be one, is recorded under. */
async function knownAmong(ids: string[]): Promise<Set<string>> {
  const db = await database();
  const known = new Set<string>();
  for (let at = 0; at < ids.length; at += batch) {
    const some = ids.slice(at, at + batch);
    const images = await db.selectFrom("image").select("id").where("id", "in", some).execute();
    const answers = await db
      .selectFrom("job")
      .select("answer_image_id as id")
      .where("answer_image_id", "in", some)
      .execute();
    for (const { id } of [...images, ...answers]) if (id !== null) known.add(id);
  }
  return known;
}

/** A file last touched before this, epoch ms, is not being stored now: older than this server, or than an hour. */
export const restedBy = (now: number): number =>
  Math.max(now - process.uptime() * 1000, now - youngMs);

async function lookAt({ path, id }: ListedPicture, rested: number): Promise<UnknownPicture[]> {
  const found = await findPictureFile(path);
  return found && found.touchedAt < rested ? [{ path, id, ...found }] : [];
}

/** The pictures of a listing that no record knows of and nobody has touched since a moment, by path. */
export async function unknownIn(listing: Listing, rested: number): Promise<UnknownPicture[]> {
  const known = await knownAmong(listing.pictures.flatMap(({ id }) => id ?? []));
  const strange = listing.pictures.filter(({ id }) => id === null || !known.has(id));
  const unknown: UnknownPicture[] = [];
  for (const picture of strange) unknown.push(...(await lookAt(picture, rested)));
  shared.verbatimUnknown = unknown.length;
  return unknown.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Every picture in the store that no record knows of and nobody has touched since a moment, by path. */
export const listUnknown = async (rested: number): Promise<UnknownPicture[]> =>
  unknownIn(await listStore(), rested);

/** One of those by its path; undefined for anything else. */
export async function findUnknown(
  path: string,
  rested: number,
): Promise<UnknownPicture | undefined> {
  const id = idAt(path);
  if (id !== null && (await knownAmong([id])).has(id)) return undefined;
  return (await lookAt({ path, id }, rested))[0];
}

/** How many unknown pictures there were at the last look; null before the first. */
export const unknownCount = (): number | null => shared.verbatimUnknown ?? null;
