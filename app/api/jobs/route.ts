import { cookies } from "next/headers";
import { startOfDay, timeZoneFrom } from "@/lib/i18n/time-zone";
import { loadBoard } from "@/lib/job/board";
import { nextBeat, nextTurn } from "@/lib/server/pulse";

/** Longest a request is held; milliseconds. Short enough for any proxy in between. */
const holdMs = 10_000;

/** The job board; with `after`, held until the board differs from that revision. */
export async function GET(request: Request): Promise<Response> {
  const after = new URL(request.url).searchParams.get("after");
  const timeZone = timeZoneFrom((await cookies()).get("tz")?.value);
  if (after !== null) {
    await nextBeat(after, holdMs, request.signal);
    await nextTurn();
  }
  const now = Date.now();
  const board = await loadBoard(now, startOfDay(now, timeZone));
  return Response.json(board, { headers: { "cache-control": "no-store" } });
}
