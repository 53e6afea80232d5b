import { speech } from "@/lib/i18n/server";
import { csvAnswer } from "@/lib/ledger/csv";
import { monthFrom } from "@/lib/ledger/month";

/** A month's entries of the ledger, as a file for a spreadsheet. */
export async function GET(request: Request): Promise<Response> {
  const { timeZone } = await speech();
  const asked = new URL(request.url).searchParams.get("month");
  return csvAnswer(monthFrom(asked, Date.now(), timeZone), timeZone);
}
