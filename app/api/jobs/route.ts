import { cookies } from "next/headers";
import { startOfDay, timeZoneFrom } from "@/lib/i18n/time-zone";
import { loadBoard } from "@/lib/job/board";
import { nextBeat, nextTurn, revision } from "@/lib/server/pulse";

/** Longest a request is held; milliseconds. Short, for a page takes each answer for a sign of life. */
const holdMs = 2500;
/** A board is told again after so long though nothing has happened: days end, and waits grow shorter. */
const freshMs = 15_000;

const headers = { "cache-control": "no-store" };

/**
 * The job board. With `after`, a revision, and `at`, the time it was read (epoch ms): 204 while it
 * still is that one; with `hold` the answer waits for a change.
 */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const after = asked.get("after");
  const timeZone = timeZoneFrom((await cookies()).get("tz")?.value);
  if (after !== null && asked.has("hold")) {
    await nextBeat(after, holdMs, request.signal);
    await nextTurn();
  }
  const now = Date.now();
  const isFresh = now - Number(asked.get("at") ?? 0) < freshMs;
  if (after === revision() && isFresh) return new Response(null, { status: 204, headers });
  const board = await loadBoard(now, startOfDay(now, timeZone));
  return Response.json(board, { headers });
}
