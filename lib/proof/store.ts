import "server-only";
import type { Kysely, Selectable } from "kysely";
import type { PersonId } from "@/lib/person/schema";
import { database } from "@/lib/server/db/client";
import type { Database, ProofTable } from "@/lib/server/db/schema";
import { inTransaction } from "@/lib/server/db/transaction";
import { newId } from "@/lib/server/id";
import { beat } from "@/lib/server/pulse";
import type { ReadFailure } from "@/lib/server/reader/port";
import { lettersPainted } from "./letters";
import { type Proof, type ProofState, proofSchema } from "./schema";
import { summaryOf } from "./summary";

type Db = Kysely<Database>;

/** Why a picture was not read; "gone" when its file was not there. */
export type UnreadReason = ReadFailure | "gone";

/** What a person said last of a block. */
interface Judged {
  verdict: "right" | "wrong";
  personId: PersonId;
  at: number;
}

/** A proof as a page shows it. */
export interface StoredProof {
  state: ProofState;
  isBeingRead: boolean;
  proof: Proof | null;
  /** By block id. */
  judged: Readonly<Record<string, Judged>>;
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

/** After a restart: what was being read is read again, unless it took the server along each time. */
export async function recoverReading(maxAttempts: number): Promise<void> {
  const db = await database();
  const left = db.updateTable("proof").where("state", "=", "reading");
  await left
    .set({ state: "unread", failure: "crashed" })
    .where("attempts", ">=", maxAttempts)
    .execute();
  await left.set({ state: "waiting" }).execute();
}

/** Puts a picture back whose reading was broken off; that try does not count. */
export async function putBack(imageId: string): Promise<void> {
  const db = await database();
  await db
    .updateTable("proof")
    .set((eb) => ({ state: "waiting", attempts: eb("attempts", "-", 1) }))
    .where("image_id", "=", imageId)
    .execute();
}

/** The last word on each block of a picture. */
async function judgementsOf(db: Db, imageId: string): Promise<Map<string, Judged>> {
  const rows = await db
    .selectFrom("judgement")
    .select(["block_id", "verdict", "person_id", "at"])
    .where("image_id", "=", imageId)
    .orderBy("id")
    .execute();
  const last = new Map<string, Judged>();
  for (const { block_id, verdict, person_id, at } of rows) {
    if (verdict === "machine") last.delete(block_id);
    else last.set(block_id, { verdict, personId: person_id as PersonId, at });
  }
  return last;
}

/** Sums a proof up with what people said of it: for the badges, and for what is learnt of characters. */
async function summarise(db: Db, imageId: string, proof: Proof): Promise<void> {
  const judged = await judgementsOf(db, imageId);
  const judgements = Object.fromEntries([...judged].map(([id, { verdict }]) => [id, verdict]));
  const { right, wrong } = lettersPainted(proof, judgements);
  await db
    .updateTable("proof")
    .set({ summary: JSON.stringify(summaryOf(proof, judgements)) })
    .set({ right_letters: right, wrong_letters: wrong })
    .where("image_id", "=", imageId)
    .execute();
}

/** Sums up a proof from before characters were counted; false when there is none left. */
export async function sumUpEarlier(): Promise<boolean> {
  return inTransaction(async (db) => {
    const row = await db
      .selectFrom("proof")
      .select(["image_id", "body"])
      .where("body", "is not", null)
      .where("right_letters", "is", null)
      .executeTakeFirst();
    if (!row?.body) return false;
    await summarise(db, row.image_id, readProof(row.body));
    return true;
  });
}

/** Keeps what was read. */
export async function settleRead(
  imageId: string,
  proof: Proof,
  engine: string,
  now: number,
): Promise<void> {
  await inTransaction(async (db) => {
    const read = { failure: null, engine, read_at: now, body: JSON.stringify(proof) };
    await db
      .updateTable("proof")
      .set({ state: "read", ...read })
      .where("image_id", "=", imageId)
      .execute();
    await summarise(db, imageId, proof);
  });
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

/** The pictures that are in the gallery. */
const shown = (db: Db) => db.selectFrom("image").select("id").where("deleted_at", "is", null);

/** Has a picture read once more; false when there is none or it is being read. */
export async function readAgain(imageId: string): Promise<boolean> {
  const db = await database();
  const { numUpdatedRows } = await db
    .updateTable("proof")
    .set({ state: "waiting", attempts: 0, failure: null })
    .where("image_id", "=", imageId)
    .where("image_id", "in", shown(db))
    .where("state", "in", ["read", "unread"])
    .executeTakeFirst();
  beat();
  return numUpdatedRows > 0n;
}

/** Keeps what a person says of a block; the last word counts. False when no such block was read. */
export async function judge(
  said: { imageId: string; blockId: string; verdict: "right" | "wrong" | "machine" },
  person: PersonId,
  now: number,
): Promise<boolean> {
  const { imageId, blockId, verdict } = said;
  const isKept = await inTransaction(async (db) => {
    const body = (await findRow(db, imageId))?.body ?? null;
    const proof = body === null ? null : readProof(body);
    if (!proof?.blocks.some((block) => block.blockId === blockId)) return false;
    await db
      .insertInto("judgement")
      .values({
        id: newId(),
        image_id: imageId,
        block_id: blockId,
        verdict,
        person_id: person,
        at: now,
      })
      .execute();
    await summarise(db, imageId, proof);
    return true;
  });
  if (isKept) beat();
  return isKept;
}

const readProof = (body: string): Proof => proofSchema.parse(JSON.parse(body));

const findRow = (db: Db, imageId: string) =>
  db
    .selectFrom("proof")
    .selectAll()
    .where("image_id", "=", imageId)
    .where("image_id", "in", shown(db))
    .executeTakeFirst();

type StateRow = Pick<Selectable<ProofTable>, "state" | "failure" | "summary">;

/** While a picture is read again, what was read before stands. */
function stateOf({ state, failure, summary }: StateRow): ProofState {
  if (state === "unread") return { is: "unread", failure: failure ?? "crashed" };
  if (summary === null) return { is: "waiting" };
  // Summaries from before pictures could be bare do not say so.
  return { is: "read", summary: { isBare: false, isNothingFound: false, ...JSON.parse(summary) } };
}

/** How far the proofs of some pictures are, by image id. */
export async function findProofStates(imageIds: string[]): Promise<Map<string, ProofState>> {
  if (imageIds.length === 0) return new Map();
  const db = await database();
  const rows = await db
    .selectFrom("proof")
    .select(["image_id", "state", "failure", "summary"])
    .where("image_id", "in", imageIds)
    .execute();
  return new Map(rows.map((row) => [row.image_id, stateOf(row)]));
}

/** The whole proof of one picture; undefined when it has none, or was deleted. */
export async function findProof(imageId: string): Promise<StoredProof | undefined> {
  const db = await database();
  const row = await findRow(db, imageId);
  if (!row) return undefined;
  const judged = await judgementsOf(db, imageId);
  return {
    state: stateOf(row),
    isBeingRead: row.state === "waiting" || row.state === "reading",
    proof: row.body === null ? null : readProof(row.body),
    judged: Object.fromEntries(judged),
  };
}
