import "server-only";
import type { Kysely } from "kysely";
import { committedFen } from "@/lib/ledger/entry";
import type { Database } from "@/lib/server/db/schema";

type Db = Kysely<Database>;

/** What each job of a roll has reserved, spent or possibly been charged, by job id; fen. */
export async function committedByRoll(db: Db, rollId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("ledger")
    .innerJoin("job", "job.id", "ledger.job_id")
    .select((eb) => [
      "job.id",
      eb.fn.sum<number>("ledger.reserved_fen").as("reservedFen"),
      eb.fn.sum<number>("ledger.spent_fen").as("spentFen"),
      eb.fn.sum<number>("ledger.maybe_fen").as("maybeFen"),
    ])
    .where("job.roll_id", "=", rollId)
    .groupBy("job.id")
    .execute();
  return new Map(rows.map(({ id, ...sums }) => [id, committedFen({ ...sums, savedFen: 0 })]));
}

/** Whether a roll's own limit leaves room for one more price; true for what no roll ordered. */
export async function hasRollRoom(
  db: Db,
  { roll_id, price_fen }: { roll_id: string | null; price_fen: number },
): Promise<boolean> {
  if (roll_id === null) return true;
  const { max_fen } = await db
    .selectFrom("roll")
    .select("max_fen")
    .where("id", "=", roll_id)
    .executeTakeFirstOrThrow();
  const committed = [...(await committedByRoll(db, roll_id)).values()];
  return committed.reduce((sum, fen) => sum + fen, 0) + price_fen <= max_fen;
}
