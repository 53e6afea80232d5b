import "server-only";
import { readPoster } from "@/lib/poster/schema";
import { literalsOf } from "@/lib/poster/words";
import { database } from "@/lib/server/db/client";
import type { JobTable } from "@/lib/server/db/schema";

/** A job that may have been charged, and nobody has said yet whether it was. */
export interface OpenCharge {
  jobId: string;
  orderedAt: number;
  ratio: string;
  /** The first words of its poster, else what it shows; "" when it has neither. */
  words: string;
  /** null when a later try brought the picture. */
  failure: JobTable["failure"];
  upstreamRequestId: string | null;
  maybeFen: number;
}

/** A poster that cannot be read must not hide the question about its money. */
function wordsOf(written: string): string {
  try {
    const poster = readPoster(JSON.parse(written));
    return literalsOf(poster)[0] ?? poster.scene.subject;
  } catch {
    return "";
  }
}

/** Jobs with money that may be gone, newest first, of whatever month: the question stays open. */
export async function listOpenCharges(limit: number): Promise<OpenCharge[]> {
  const db = await database();
  const rows = await db
    .selectFrom("ledger")
    .innerJoin("job", "job.id", "ledger.job_id")
    .select((eb) => [
      "job.id",
      "job.ratio",
      "job.poster",
      "job.failure",
      // Of the latest try that got no answer; a later try's own request is another matter.
      eb.fn
        .max("ledger.upstream_request_id")
        .filterWhere("ledger.kind", "=", "maybeCharged")
        .as("upstream_request_id"),
      eb.fn.max("ledger.ordered_at").as("ordered_at"),
      eb.fn.sum<number>("ledger.maybe_fen").as("maybe"),
    ])
    .where("ledger.maybe_fen", "!=", 0)
    .groupBy("job.id")
    .having((eb) => eb(eb.fn.sum<number>("ledger.maybe_fen"), ">", 0))
    .orderBy("ordered_at", "desc")
    .orderBy("job.id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    jobId: row.id,
    orderedAt: row.ordered_at,
    ratio: row.ratio,
    words: wordsOf(row.poster),
    failure: row.failure,
    upstreamRequestId: row.upstream_request_id,
    maybeFen: row.maybe,
  }));
}
