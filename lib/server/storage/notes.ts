import "server-only";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { env } from "../env";

const ending = ".json";
const folder = () => path.join(env().DATA_DIR, "answers");

/** Job ids are uuids minted here; anything else never reaches a path. */
const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

function fileOf(jobId: string): string {
  if (!idShape.test(jobId)) throw new Error("not a job id");
  return path.join(folder(), `${jobId}${ending}`);
}

/** Writes a note about a job beside the database, whole or not at all. Throws what the disk says. */
export async function writeNote(jobId: string, text: string): Promise<void> {
  const file = fileOf(jobId);
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

/** The notes that a stop left behind, by job. */
export async function listNotes(): Promise<{ jobId: string; text: string }[]> {
  const names = await readdir(folder()).catch(() => []);
  const ids = names
    .filter((name) => name.endsWith(ending) && idShape.test(name.slice(0, -ending.length)))
    .map((name) => name.slice(0, -ending.length));
  return Promise.all(
    ids.map(async (jobId) => ({ jobId, text: await readFile(fileOf(jobId), "utf8") })),
  );
}

/** Removes the note about a job; one that is gone already is no error. */
export async function removeNote(jobId: string): Promise<void> {
  await rm(fileOf(jobId), { force: true });
}
