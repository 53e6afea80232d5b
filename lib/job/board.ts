import "server-only";
import { sql } from "kysely";
import { isBare } from "@/lib/image/bare";
import { findLeft, sumSince } from "@/lib/ledger/store";
import { practiceModel } from "@/lib/poster/capability";
import { type Ratio, readPoster } from "@/lib/poster/schema";
import { findProofStates } from "@/lib/proof/store";
import { buildId } from "@/lib/server/build-id";
import { database } from "@/lib/server/db/client";
import { revision } from "@/lib/server/pulse";
import { listRolls } from "./roll-store";
import type { Board, JobView } from "./schema";
import { retryEvent } from "./state";
import type { JobRow } from "./store";

/** Jobs kept in sight. */
const boardSize = 60;
/** Pictures whose times the usual time is taken from. */
const usualSample = 20;

/** True while a picture that is paid for can still be fetched. */
function isWaiting(
  row: Pick<JobRow, "answer_url" | "answer_expires_at" | "answer_image_id">,
  now: number,
): boolean {
  const kept = {
    answerUrl: row.answer_url,
    answerExpiresAt: row.answer_expires_at,
    answerImageId: row.answer_image_id,
  };
  return retryEvent(kept, now) === "refetch";
}

/** The poster of a picture that may be bare; null for every other, which need not be parsed for that. */
const barePoster = sql<string | null>`iif(image.poster ->> '$.bare', image.poster, null)`;

const isBarePicture = (row: { painter: JobView["painter"]; bare_poster: string | null }): boolean =>
  row.bare_poster !== null &&
  isBare({ painter: row.painter, parentId: null, poster: readPoster(JSON.parse(row.bare_poster)) });

async function listInSight(now: number): Promise<JobView[]> {
  const db = await database();
  const rows = await db
    .selectFrom("job")
    .leftJoin("image", (join) =>
      join.onRef("image.id", "=", "job.image_id").on("image.deleted_at", "is", null),
    )
    .select((eb) => [
      eb
        .selectFrom("ledger")
        .select((sum) => sum.fn.sum<number>("ledger.spent_fen").as("spent"))
        .whereRef("ledger.job_id", "=", "job.id")
        .as("spent_fen"),
      eb
        .selectFrom("ledger")
        .select((sum) => sum.fn.sum<number>("ledger.maybe_fen").as("maybe"))
        .whereRef("ledger.job_id", "=", "job.id")
        .as("maybe_fen"),
      "job.id",
      "job.order_id",
      "job.painter",
      "job.model",
      "job.ratio",
      "job.state",
      "job.created_at",
      "job.started_at",
      "job.price_fen",
      "job.failure",
      "job.failure_detail",
      "job.upstream_request_id",
      "job.answer_url",
      "job.answer_expires_at",
      "job.answer_image_id",
      "job.attempts",
      "job.run_after",
      "job.is_cached",
      "image.id as image_id",
      "image.width",
      "image.height",
      "image.took_ms",
      barePoster.as("bare_poster"),
    ])
    .where("job.dismissed_at", "is", null)
    .where((eb) => eb.or([eb("job.state", "!=", "done"), eb("image.id", "is not", null)]))
    .orderBy("job.id", "desc")
    .limit(boardSize)
    .execute();
  const proofs = await findProofStates(rows.flatMap(({ image_id }) => image_id ?? []));
  return rows.map((row) => ({
    id: row.id,
    orderId: row.order_id,
    painter: row.painter,
    ratio: row.ratio as Ratio,
    state: row.state,
    createdAt: row.created_at,
    startedAt: row.started_at,
    priceFen: row.price_fen,
    failure: row.failure,
    failureDetail: row.failure_detail,
    upstreamRequestId: row.upstream_request_id,
    attempts: row.attempts,
    runAfter: row.state === "queued" && row.run_after > now ? row.run_after : null,
    isPractice: row.painter === "draft" ? row.model === practiceModel : null,
    isCached: row.is_cached === 1,
    spentFen: row.spent_fen ?? 0,
    maybeFen: row.maybe_fen ?? 0,
    isWaiting: isWaiting(row, now),
    image:
      row.image_id === null
        ? null
        : {
            id: row.image_id,
            width: row.width ?? 0,
            height: row.height ?? 0,
            tookMs: row.took_ms ?? 0,
            isBare: isBarePicture(row),
            proof: proofs.get(row.image_id) ?? { is: "waiting" },
          },
  }));
}

async function usualMs(): Promise<number | null> {
  const db = await database();
  const rows = await db
    .selectFrom("image")
    .select("took_ms")
    .where("painter", "!=", "draft")
    .orderBy("id", "desc")
    .limit(usualSample)
    .execute();
  const times = rows.map((row) => row.took_ms).sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? null;
}

/** The board as it stands. `dayStart` is the reader's last midnight, epoch ms. */
export async function loadBoard(now: number, dayStart: number): Promise<Board> {
  // Taken first: a change made while reading then shows as a newer revision, never as a missed one.
  const seen = revision();
  const [jobs, usual, today, total, left, rolls] = await Promise.all([
    listInSight(now),
    usualMs(),
    sumSince(dayStart),
    sumSince(0),
    findLeft(now),
    listRolls(),
  ]);
  const [todayFen, totalFen] = [today.spentFen, total.spentFen];
  const money = { todayFen, totalFen, left };
  return { build: buildId, revision: seen, now, usualMs: usual, ...money, rolls, jobs };
}
