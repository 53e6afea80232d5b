import "server-only";
import { isBare, wantedBlocks } from "@/lib/image/bare";
import { findKept } from "@/lib/image/store";
import { loadTables } from "@/lib/poster/lint/tables";
import { log, report } from "@/lib/server/log";
import { readPicture, stopReader } from "@/lib/server/reader/reader";
import { readPicture as readFile } from "@/lib/server/storage/disk";
import { proofOf } from "./proof";
import * as store from "./store";

/** Tries before a picture is marked as not read: a reader that fell over starts anew. */
const maxAttempts = 2;

interface Desk {
  isReading: boolean;
  isCalledAgain: boolean;
  isStopping: boolean;
  work: Promise<void>;
  /** Told of every picture whose proof is settled. */
  hear: () => Promise<void>;
}

/** Actions and instrumentation are separate module graphs in one process; they share one desk. */
const shared = globalThis as typeof globalThis & { verbatimDesk?: Desk };

interface Claimed {
  imageId: string;
  attempts: number;
}

async function proofread(desk: Desk, { imageId, attempts }: Claimed): Promise<void> {
  // One that was deleted meanwhile is read all the same: it may be brought back, and a roll waits for it.
  const image = await findKept(imageId);
  const bytes = await readFile(imageId);
  if (!image || !bytes) return store.settleUnread(imageId, "gone", false);
  const blocks = wantedBlocks(image);
  const answer = await readPicture(
    bytes,
    blocks.map(({ text }) => text),
  );
  if (!answer.ok && desk.isStopping) return store.putBack(imageId);
  if (!answer.ok) {
    const { failure, detail } = answer;
    const isPassing = failure === "timeout" || failure === "crashed";
    log("warn", "proof.unread", { image: imageId, failure, attempt: attempts, detail });
    return store.settleUnread(imageId, failure, isPassing && attempts < maxAttempts);
  }
  const { simplified } = await loadTables();
  const found = proofOf({ blocks: [...blocks] }, answer.reading, simplified);
  const proof = { ...found, isBare: isBare(image) };
  await store.settleRead(imageId, proof, answer.engine, Date.now());
  const { posterCrStrict } = proof.figures;
  log("info", "proof.read", {
    image: imageId,
    blocks: proof.blocks.length,
    isExact: posterCrStrict,
  });
}

/** Reads what waits, one picture after the other: there is one reader. Then what was not summed up. */
async function readAll(desk: Desk): Promise<void> {
  while (!desk.isStopping) {
    const claimed = await store.claimWaiting();
    if (!claimed) {
      if (await store.sumUpEarlier()) continue;
      return;
    }
    try {
      await proofread(desk, claimed);
    } catch (error) {
      report("proof.failed", error, { image: claimed.imageId });
      await store.settleUnread(claimed.imageId, "crashed", claimed.attempts < maxAttempts);
    }
    await desk.hear();
  }
}

/** Tells the desk that a picture may wait; safe to call at any time, from anywhere. */
export function wakeReader(): void {
  const desk = shared.verbatimDesk;
  if (!desk || desk.isStopping) return;
  if (desk.isReading) {
    desk.isCalledAgain = true;
    return;
  }
  desk.isReading = true;
  desk.work = readAll(desk)
    .catch((error) => report("proof.desk", error))
    .finally(() => {
      desk.isReading = false;
      if (desk.isCalledAgain) {
        desk.isCalledAgain = false;
        wakeReader();
      }
    });
}

/** Starts proofreading in this process, once: what a crash left, then what waits. */
export async function startProofing(hear: Desk["hear"]): Promise<void> {
  if (shared.verbatimDesk) return;
  shared.verbatimDesk = {
    isReading: false,
    isCalledAgain: false,
    isStopping: false,
    work: Promise.resolve(),
    hear,
  };
  await store.recoverReading(maxAttempts);
  wakeReader();
}

/** Ends proofreading: the picture on the desk is read again after the next start. */
export async function stopProofing(): Promise<void> {
  const desk = shared.verbatimDesk;
  if (!desk) return;
  desk.isStopping = true;
  await stopReader();
  await desk.work;
}
