import "server-only";
import type { Kysely } from "kysely";
import type { PersonId } from "@/lib/person/schema";
import { database } from "@/lib/server/db/client";
import type { Database } from "@/lib/server/db/schema";
import { newId } from "@/lib/server/id";
import { beat } from "@/lib/server/pulse";
import type { ReadFailure } from "@/lib/server/reader/port";
import { type Judgements, type Proof, type ProofState, proofSchema } from "./schema";
import { summaryOf } from "./summary";

type Db = Kysely<Database>;

/** Why a picture was not read; "gone" when its file was not there. */
export type UnreadReason = ReadFailure | "gone";

/** A proof as a page shows it. */
export interface StoredProof {
  state: ProofState;
  proof: Proof | null;
  judgements: Judgements;
  /** Whose word it was last, and when, by block. */
  judged: Readonly<Record<string, { personId: string; at: number }>>;
}

/** Has a new picture read, in the transaction that makes it one. */
export async function addProof(db: Db, imageId: string): Promise<void> {
  await db
    .insertInto("proof")
    .values({ image_id: imageId, state: "waiting", attempts: 0 })
    .execute();
}

/** Takes the newest picture that waits: somebody may be looking at it. */
export async function claimWaiting(): Promise<{ imageId: string; attempts: number } | undefined> {
  const db = await database();
  const row = await db
    .updateTable("proof")
    .set((eb) => ({ state: "reading", attempts: eb("attempts", "+", 1) }))
    .where("image_id", "=", (eb) =>
      eb
        .selectFrom("proof")
        .select("image_id")
        .where("state", "=", "waiting")
        .orderBy("image_id", "desc")
        .limit(1),
    )
    .returning(["image_id as imageId", "attempts"])
    .executeTakeFirst();
  return row;
}

/** After a restart: what was being read is read again. */
export async function recoverReading(): Promise<void> {
  const db = await database();
  await db.updateTable("proof").set({ state: "waiting" }).where("state", "=", "reading").execute();
}

/** Keeps what was read. */
export async function settleRead(
  imageId: string,
  proof: Proof,
  engine: string,
  now: number,
): Promise<void> {
  const db = await database();
  await db
    .updateTable("proof")
    .set({ state: "read", failure: null, engine, read_at: now, body: JSON.stringify(proof) })
    .where("image_id", "=", imageId)
    .execute();
  beat();
}

/** Marks a picture as not read, or puts it back for another try. */
export async function settleUnread(
  imageId: string,
  failure: UnreadReason,
  isAgain: boolean,
): Promise<void> {
  const db = await database();
  await db
    .updateTable("proof")
    .set({ state: isAgain ? "waiting" : "unread", failure })
    .where("image_id", "=", imageId)
    .execute();
  beat();
}

/** Has a picture read once more; false when there is none or it is being read. */
export async function readAgain(imageId: string): Promise<boolean> {
  const db = await database();
  const { numUpdatedRows } = await db
    .updateTable("proof")
    .set({ state: "waiting", attempts: 0, failure: null })
    .where("image_id", "=", imageId)
    .where("state", "in", ["read", "unread"])
    .executeTakeFirst();
  beat();
  return numUpdatedRows > 0n;
}

/** Keeps what a person says of a block; the last word counts. */
export async function judge(
  said: { imageId: string; blockId: string; verdict: "right" | "wrong" | "machine" },
  person: PersonId,
  now: number,
): Promise<boolean> {
  const db = await database();
  const known = await db
    .selectFrom("proof")
    .select("image_id")
    .where("image_id", "=", said.imageId)
    .executeTakeFirst();
  if (!known) return false;
  await db
    .insertInto("judgement")
    .values({
      id: newId(),
      image_id: said.imageId,
      block_id: said.blockId,
      verdict: said.verdict,
      person_id: person,
      at: now,
    })
    .execute();
  beat();
  return true;
}

const nothingRead: StoredProof = {
  state: { is: "waiting" },
  proof: null,
  judgements: {},
  judged: {},
};

/** The last word on each block of some pictures. */
async function judgementsOf(imageIds: string[]) {
  const db = await database();
  const rows = await db
    .selectFrom("judgement")
    .select(["image_id", "block_id", "verdict", "person_id", "at"])
    .where("image_id", "in", imageIds)
    .orderBy("id")
    .execute();
  const last = new Map<string, Map<string, (typeof rows)[number]>>();
  for (const row of rows) {
    const blocks = last.get(row.image_id) ?? new Map();
    if (row.verdict === "machine") blocks.delete(row.block_id);
    else blocks.set(row.block_id, row);
    last.set(row.image_id, blocks);
  }
  return last;
}

/** The proofs of some pictures; one that is nowhere yet is waiting. */
export async function findProofs(imageIds: string[]): Promise<Map<string, StoredProof>> {
  const found = new Map<string, StoredProof>();
  if (imageIds.length === 0) return found;
  const db = await database();
  const [rows, judged] = await Promise.all([
    db
      .selectFrom("proof")
      .select(["image_id", "state", "failure", "body"])
      .where("image_id", "in", imageIds)
      .execute(),
    judgementsOf(imageIds),
  ]);
  for (const { image_id, state, failure, body } of rows) {
    const said = [...(judged.get(image_id) ?? [])];
    const judgements = Object.fromEntries(
      said.map(([block, { verdict }]) => [block, verdict as "right" | "wrong"]),
    );
    const proof = body === null ? null : proofSchema.parse(JSON.parse(body));
    found.set(image_id, {
      ...nothingRead,
      state: stateOf(state, failure, proof, judgements),
      proof,
      judgements,
      judged: Object.fromEntries(
        said.map(([block, { person_id, at }]) => [block, { personId: person_id, at }]),
      ),
    });
  }
  return found;
}

function stateOf(
  state: string,
  failure: UnreadReason | null,
  proof: Proof | null,
  judgements: Judgements,
): ProofState {
  if (state === "unread") return { is: "unread", failure: failure ?? "crashed" };
  // While it is read again, what was read before stands.
  return proof ? { is: "read", summary: summaryOf(proof, judgements) } : { is: "waiting" };
}

/** The proof of one picture. */
export async function findProof(imageId: string): Promise<StoredProof> {
  return (await findProofs([imageId])).get(imageId) ?? nothingRead;
}
