import { findRecords } from "@/lib/proof/report";

/** How characters came out in this studio, for the linter. */
export async function GET(): Promise<Response> {
  const records = [...(await findRecords())];
  return Response.json(records, { headers: { "cache-control": "no-store" } });
}
