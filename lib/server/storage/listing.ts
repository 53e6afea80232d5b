import "server-only";
import { lstat, readdir, readFile, realpath, rm } from "node:fs/promises";
import path from "node:path";
import { orAbsent } from "./absent";
import { fileOf, idShape, type PictureFormat, pictureFormats, shelves } from "./disk";

/** A picture in the store: its path under the folder of pictures, `/` between the parts. */
export interface ListedPicture {
  path: string;
  /** The image whose picture it is by its name and place; null for one that somebody put there. */
  id: string | null;
}

/** What lies in the folder of pictures. */
export interface Listing {
  pictures: ListedPicture[];
  /** Ids that have a note. */
  noted: Set<string>;
  /** Half-written files, by their path. */
  parts: string[];
}

/** Thumbnails of ours end in .webp too; they bear an id and nothing else. */
const pictureName = /\.(png|jpe?g|webp)$/iu;

const idsPath = (id: string, format: PictureFormat) => underShelves(fileOf(id, format));
const underShelves = (file: string) => path.relative(shelves(), file).split(path.sep).join("/");

/** The image whose picture stands at this path; null when none does. */
export function idAt(under: string): string | null {
  const id = path.posix.basename(under).slice(0, 36);
  if (!idShape.test(id)) return null;
  return pictureFormats.some((format) => idsPath(id, format) === under) ? id : null;
}

/** True for what may be a picture nobody stored: not a thumbnail of ours. */
function isPicture(under: string): boolean {
  const name = path.posix.basename(under);
  const isThumb = name.endsWith(".webp") && idShape.test(name.slice(0, -5));
  return pictureName.test(name) && !isThumb;
}

/** Lists the whole folder of pictures; an absent one is empty. Throws what else the disk says. */
export async function listStore(): Promise<Listing> {
  const entries = await orAbsent(readdir(shelves(), { recursive: true, withFileTypes: true }));
  const listing: Listing = { pictures: [], noted: new Set(), parts: [] };
  for (const entry of entries ?? []) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const under = underShelves(file);
    const id = entry.name.slice(0, 36);
    if (entry.name.endsWith(".part")) listing.parts.push(file);
    else if (isPicture(under)) listing.pictures.push({ path: under, id: idAt(under) });
    else if (idShape.test(id) && entry.name === `${id}.json`) listing.noted.add(id);
  }
  return listing;
}

/** A picture of the store by its path under the folder; undefined for what is not one, links included. */
export async function findPictureFile(
  under: string,
): Promise<{ file: string; touchedAt: number; bytes: number } | undefined> {
  if (!isPicture(under) || under.includes("\0")) return undefined;
  const file = path.resolve(shelves(), under);
  if (underShelves(file) !== under || under.startsWith("..")) return undefined;
  const found = await orAbsent(lstat(file));
  if (!found?.isFile()) return undefined;
  // A linked folder on the way could lead out of the store; the store itself may be a link.
  const [real, root] = await Promise.all([realpath(file), realpath(shelves())]);
  if (real !== path.join(root, under)) return undefined;
  return { file, touchedAt: found.mtimeMs, bytes: found.size };
}

/** The bytes of a picture found by its path. */
export const readPictureFile = (file: string): Promise<Buffer> => readFile(file);

/** Removes half-written files untouched since a moment, epoch ms: what a kill left. Gives how many. */
export async function removeParts(
  parts: readonly string[],
  untouchedSince: number,
): Promise<number> {
  let removed = 0;
  for (const part of parts) {
    const found = await orAbsent(lstat(part));
    if (!found || found.mtimeMs > untouchedSince) continue;
    await rm(part, { force: true });
    removed += 1;
  }
  return removed;
}
