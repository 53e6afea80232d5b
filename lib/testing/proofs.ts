import type { PersonId } from "@/lib/person/schema";
import { newBlock } from "@/lib/poster/blank";
import { loadTables } from "@/lib/poster/lint/tables";
import type { Block, Lettering } from "@/lib/poster/schema";
import { proofOf } from "@/lib/proof/proof";
import type { Proof, ReadLine } from "@/lib/proof/schema";
import { addProof, settleRead } from "@/lib/proof/store";
import { database } from "@/lib/server/db/client";
import { storedImage } from "./images";
import { aPoster } from "./jobs";
import { reading, readLine } from "./reading";

export const ann = "ann" as PersonId;

/** A title a machine can judge. */
export const sansTitle = (text: string, id = "title", lettering: Lettering = "sans"): Block => ({
  ...newBlock(id, "title", text),
  lettering,
});

/** Lines under each other, each read without a doubt. */
export const readLines = (...texts: string[]): ReadLine[] =>
  texts.map((text, row) => readLine(text, { row }));

/** The proof of blocks by the lines a reader saw. */
export async function proofByLines(
  blocks: readonly Block[],
  lines: readonly ReadLine[],
): Promise<Proof> {
  const { simplified } = await loadTables();
  return proofOf({ blocks: [...blocks] }, reading(lines), simplified);
}

/** The proof of blocks by the words that were read without a doubt. */
export const proofBy = (blocks: readonly Block[], ...texts: string[]): Promise<Proof> =>
  proofByLines(blocks, readLines(...texts));

/** A picture in the gallery that waits to be read, as the worker leaves it. */
export async function waitingPicture(
  text: string,
  changes: Parameters<typeof storedImage>[0] = {},
): Promise<string> {
  const poster = JSON.stringify(aPoster({ blocks: [sansTitle(text)] }));
  const id = await storedImage({ poster, ...changes });
  await addProof(await database(), id);
  return id;
}

/** A picture of one title that was read so. */
export async function readPictureOf(
  wanted: string,
  read: readonly string[],
  changes: Parameters<typeof storedImage>[0] = {},
): Promise<string> {
  const id = await waitingPicture(wanted, changes);
  await settleRead(id, await proofBy([sansTitle(wanted)], ...read), "script", 1000);
  return id;
}
