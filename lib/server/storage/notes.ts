import "server-only";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { env } from "../env";

const ending = ".json";
const folder = () => path.join(env().DATA_DIR, "answers");

/** A job's id, minted here, and which of its tries: two may be answered before either is written down. */
const nameShape = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\.\d+)?$/u;

function fileOf(name: string): string {
  if (!nameShape.test(name)) throw new Error("not a note's name");
  return path.join(folder(), `${name}${ending}`);
}

/** The note of a job's try by the moment it began, epoch ms. */
export const noteName = (jobId: string, startedAt: number | null): string =>
  startedAt === null ? jobId : `${jobId}.${startedAt}`;

/** Writes a note about a try beside the database, whole or not at all. Throws what the disk says. */
export async function writeNote(name: string, text: string): Promise<void> {
  const file = fileOf(name);
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  const beside = `${file}.part`;
  const handle = await open(beside, "w", 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(beside, file);
}

/** The notes that a stop left behind, with their jobs. */
export async function listNotes(): Promise<{ name: string; jobId: string; text: string }[]> {
  const files = await readdir(folder()).catch(() => []);
  const found = files
    .filter((file) => file.endsWith(ending))
    .flatMap((file) => {
      const name = file.slice(0, -ending.length);
      const jobId = nameShape.exec(name)?.[1];
      return jobId === undefined ? [] : { name, jobId };
    });
  return Promise.all(
    found.map(async (note) => ({ ...note, text: await readFile(fileOf(note.name), "utf8") })),
  );
}

/** Removes a note; one that is gone already is no error. */
export async function removeNote(name: string): Promise<void> {
  await rm(fileOf(name), { force: true });
}
