import "server-only";
import { type Kysely, sql } from "kysely";
import { findName } from "@/lib/person/store";
import { foundModel } from "@/lib/poster/capability";
import { tellingRecords } from "@/lib/poster/lint/characters";
import type { Records } from "@/lib/poster/lint/records";
import { loadTables } from "@/lib/poster/lint/tables";
import { readPoster } from "@/lib/poster/schema";
import { database } from "@/lib/server/db/client";
import type { Database } from "@/lib/server/db/schema";
import type { Rate } from "./chance";
import { recordsOf } from "./letters";
import { byProof } from "./rank";
import type { ReadPicture } from "./rates";
import type { BatchPicture, JudgedView, ProofSummary, ProofView } from "./schema";
import { findProof, findProofStates, type StoredProof } from "./store";

/** Pictures compared at the most: an order's, and those rolled from it. */
const maxBatch = 40;

async function namedJudgements(judged: StoredProof["judged"]): Promise<Record<string, JudgedView>> {
  const named = await Promise.all(
    Object.entries(judged).map(async ([block, { verdict, personId, at }]) => {
      return [block, { verdict, name: await findName(personId), at }] as const;
    }),
  );
  return Object.fromEntries(named);
}

/** The pictures of the same order or roll that are still in the gallery. */
async function listBatch(imageId: string) {
  const db = await database();
  const job = await db
    .selectFrom("image")
    .innerJoin("job", "job.id", "image.job_id")
    .leftJoin("roll", "roll.id", "job.roll_id")
    .leftJoin("job as base", "base.id", "roll.job_id")
    .select(["job.order_id as own", "base.order_id as rolled"])
    .where("image.id", "=", imageId)
    .executeTakeFirst();
  if (!job) return [];
  const order = job.rolled ?? job.own;
  return db
    .selectFrom("image")
    .innerJoin("job", "job.id", "image.job_id")
    .leftJoin("roll", "roll.id", "job.roll_id")
    .leftJoin("job as base", "base.id", "roll.job_id")
    .select(["image.id", "image.poster", "image.best_at"])
    .where("image.deleted_at", "is", null)
    .where((eb) => eb.or([eb("job.order_id", "=", order), eb("base.order_id", "=", order)]))
    .orderBy("image.id")
    .limit(maxBatch)
    .execute();
}

/** The batch of a picture, the best first; unread ones last, in order of making. */
async function rankedBatch(imageId: string): Promise<BatchPicture[]> {
  const rows = await listBatch(imageId);
  const [first] = rows;
  if (!first || rows.length < 2) return [];
  const { blocks } = readPoster(JSON.parse(first.poster));
  const states = await findProofStates(rows.map(({ id }) => id));
  const proofs = await Promise.all(rows.map(async ({ id }) => (await findProof(id))?.proof));
  const compare = byProof(blocks);
  const ranked = rows
    .map((row, index) => ({ ...row, proof: proofs[index] }))
    .toSorted((a, b) => {
      if (a.proof && b.proof) return compare(a.proof, b.proof);
      return Number(!a.proof) - Number(!b.proof);
    });
  return ranked.map(({ id, best_at }) => ({
    id,
    state: states.get(id) ?? { is: "waiting" },
    isBest: best_at !== null,
  }));
}

/** What the page of a picture shows of its proof; undefined where there is no such picture. */
export async function loadProof(imageId: string): Promise<ProofView | undefined> {
  const found = await findProof(imageId);
  if (!found) return undefined;
  const { state, isBeingRead, proof, judged } = found;
  const [named, batch] = await Promise.all([namedJudgements(judged), rankedBatch(imageId)]);
  return { state, isBeingRead, proof, judged: named, batch };
}

/** Pictures looked at for rates and records: enough to tell, few enough for a page. */
const maxRead = 5000;

/** The model's pictures with words that were read; mended ones and drafts say nothing of it. */
const readOnes = (db: Kysely<Database>) =>
  db
    .selectFrom("proof")
    .innerJoin("image", "image.id", "proof.image_id")
    .leftJoin("job", "job.id", "image.job_id")
    .where("proof.summary", "is not", null)
    .where(sql<boolean>`json_extract(proof.summary, '$.blocks') > 0`)
    .where("image.painter", "!=", "draft")
    .where("image.model", "!=", foundModel)
    .where("image.parent_id", "is", null);

/** What was asked for and what came of it, newest first. */
export async function listRead(): Promise<ReadPicture[]> {
  const rows = await readOnes(await database())
    .select(["image.poster", "image.ratio", "image.cost_fen", "proof.summary", "job.roll_id"])
    .orderBy("image.id", "desc")
    .limit(maxRead)
    .execute();
  return rows.map(({ poster, ratio, cost_fen, summary, roll_id }) => ({
    poster: readPoster(JSON.parse(poster)),
    ratio,
    isExact: (JSON.parse(summary ?? "") as ProofSummary).isExact,
    costFen: cost_fen,
    isRolled: roll_id !== null,
  }));
}

/** How many first tries of the model were read here, and how many of them were exact. */
export async function findRate(): Promise<Rate> {
  const isExact = sql<boolean>`json_extract(proof.summary, '$.isExact')`;
  const { read, exact } = await readOnes(await database())
    .select((eb) => [
      eb.fn.countAll<number>().as("read"),
      eb.fn.countAll<number>().filterWhere(isExact).as("exact"),
    ])
    .where("job.roll_id", "is", null)
    .executeTakeFirstOrThrow();
  // A row has no prototype, which React will not carry to the browser.
  return { read, exact };
}

/** How often each Chinese character came out right here, of those that change what the linter says. */
export async function findRecords(): Promise<Records> {
  const rows = await readOnes(await database())
    .select(["proof.right_letters as right", "proof.wrong_letters as wrong"])
    .where("proof.right_letters", "is not", null)
    .orderBy("image.id", "desc")
    .limit(maxRead)
    .execute();
  return tellingRecords(recordsOf(rows), await loadTables());
}
