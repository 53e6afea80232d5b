import { sql } from "kysely";
import { database } from "@/lib/server/db/client";

/** Says that the server is up and its database answers. */
export async function GET(): Promise<Response> {
  const headers = { "cache-control": "no-store" };
  try {
    await sql`select 1`.execute(await database());
    return Response.json({ database: "ok" }, { headers });
  } catch {
    return Response.json({ database: "unreachable" }, { status: 503, headers });
  }
}
