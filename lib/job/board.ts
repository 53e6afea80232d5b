import "server-only";
import { sumSpent } from "@/lib/image/store";
import type { Ratio } from "@/lib/poster/schema";
import { database } from "@/lib/server/db/client";
import { revision } from "@/lib/server/pulse";
import type { Board, JobView } from "./schema";
import { retryState } from "./state";

/** Jobs kept in sight. */
const boardSize = 60;
/** Pictures whose times the usual time is taken from. */
const usualSample = 20;

async function listInSight(now: number): Promise<JobView[]> {
  const db = await database();
  const rows = await db
    .selectFrom("job")
    .leftJoin("image", (join) =>
      join.onRef("image.id", "=", "job.image_id").on("image.deleted_at", "is", null),
    )
    .select([
      "job.id",
      "job.order_id",
      "job.painter",
      "job.ratio",
      "job.state",
      "job.created_at",
      "job.started_at",
      "job.price_fen",
      "job.failure",
      "job.failure_detail",
      "job.upstream_request_id",
      "job.answer_url",
      "job.answered_at",
      "job.answer_expires_at",
      "image.id as image_id",
      "image.width",
      "image.height",
      "image.cost_fen",
      "image.took_ms",
    ])
    .where("job.dismissed_at", "is", null)
    .where((eb) => eb.or([eb("job.state", "!=", "done"), eb("image.id", "is not", null)]))
    .orderBy("job.id", "desc")
    .limit(boardSize)
    .execute();
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
    isAnswered: row.answered_at !== null && row.price_fen > 0,
    isWaiting:
      retryState({ answerUrl: row.answer_url, answerExpiresAt: row.answer_expires_at }, now) ===
      "saving",
    image:
      row.image_id === null
        ? null
        : {
            id: row.image_id,
            width: row.width ?? 0,
            height: row.height ?? 0,
            costFen: row.cost_fen ?? 0,
            tookMs: row.took_ms ?? 0,
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
  const [jobs, usual, spent] = await Promise.all([listInSight(now), usualMs(), sumSpent(dayStart)]);
  return { revision: seen, now, usualMs: usual, ...spent, jobs };
}
