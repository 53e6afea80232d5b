import "server-only";
import { create as contentDisposition } from "content-disposition";
import { stringify } from "csv-stringify/sync";
import { shortId } from "@/lib/person/short-id";
import { database } from "@/lib/server/db/client";
import { daysOf, type Month, writeMonth } from "./month";
import { billingLine } from "./quota";

/** The columns after the two of time, which name their zone. */
const columns = [
  "kind",
  "job",
  "person",
  "model",
  "ratio",
  "reserved_fen",
  "spent_fen",
  "maybe_fen",
  "saved_fen",
  "request",
  // What the gateway writes in its own billing log, by the names it uses.
  "content",
  "modelName",
  "quota",
  "quotaDollar",
] as const;

async function listEntries(month: Month, timeZone: string) {
  const days = daysOf(month, timeZone);
  const db = await database();
  return db
    .selectFrom("ledger")
    .leftJoin("person", "person.id", "ledger.person_id")
    .selectAll("ledger")
    .select("person.name")
    .where("ordered_at", ">=", days[0] ?? 0)
    .where("ordered_at", "<", days.at(-1) ?? 0)
    .orderBy("at")
    .orderBy("ledger.id")
    .execute();
}

type Entry = Awaited<ReturnType<typeof listEntries>>[number];

/** A name is what somebody typed; an unnamed browser is known by the end of its id. */
function personOf({ person_id, name }: Entry): string {
  if (name) return name;
  return person_id === "" ? "" : `··${shortId(person_id)}`;
}

/**
 * A moment by the reader's clock, in the one form that Excel, WPS and Google's Sheets all take for a
 * time: 2026-11-15 20:00:00. Swedish writes it so.
 */
function clockOf(timeZone: string): (at: number) => string {
  const clock = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "medium",
  });
  return (at) => clock.format(at);
}

function rowOf(entry: Entry): Record<(typeof columns)[number], string | number> {
  const { model, spent_fen } = entry;
  const none = { content: "", modelName: "", quota: "", quotaDollar: "" };
  return {
    kind: entry.kind,
    job: entry.job_id,
    person: personOf(entry),
    model,
    ratio: entry.ratio,
    reserved_fen: entry.reserved_fen,
    spent_fen,
    maybe_fen: entry.maybe_fen,
    saved_fen: entry.saved_fen,
    request: entry.upstream_request_id ?? "",
    ...(spent_fen === 0 ? none : billingLine(model, spent_fen)),
  };
}

/** A month's entries as a table that spreadsheets open: one row an entry, in the order they were made. */
export async function writeCsv(month: Month, timeZone: string): Promise<string> {
  const entries = await listEntries(month, timeZone);
  const clock = clockOf(timeZone);
  const rows = entries.map((entry) => ({
    time: clock(entry.at),
    ordered: clock(entry.ordered_at),
    ...rowOf(entry),
  }));
  return stringify(rows, {
    columns: [
      { key: "time", header: `time (${timeZone})` },
      { key: "ordered", header: `ordered (${timeZone})` },
      ...columns.map((key) => ({ key })),
    ],
    header: true,
    // Without the mark a spreadsheet takes UTF-8 for something else.
    bom: true,
    record_delimiter: "windows",
    // Left to itself it quotes the pair of both only, and a spreadsheet begins a row at either.
    quoted_match: /[\r\n]/u,
    // A name that begins with = would be run as a formula.
    escape_formulas: true,
  });
}

/** Answers with a month's entries as a file. */
export async function csvAnswer(month: Month, timeZone: string): Promise<Response> {
  const name = `verbatim-spend-${writeMonth(month)}.csv`;
  return new Response(await writeCsv(month, timeZone), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": contentDisposition(name),
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
