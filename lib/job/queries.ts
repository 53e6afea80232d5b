import { queryOptions } from "@tanstack/react-query";
import { NoAnswer, OtherBuild } from "@/lib/unheard";
import type { Board } from "./schema";
import { isSettled } from "./state";

/** How often a still board is looked at again, for what another tab began; milliseconds. */
const idleMs = 2500;
/** Longest to wait for an answer before asking anew; a busy server may take its time. */
const patienceMs = 20_000;
const longestRetryMs = 3000;

/** True while something on the board will change by itself. */
const isBusy = (board: Board | undefined): boolean =>
  board !== undefined &&
  (board.jobs.some(({ state, image }) => !isSettled(state) || image?.proof.is === "waiting") ||
    // Between two pictures of a roll no job is under way, and the next is about to be.
    board.rolls.some(({ state }) => state === "rolling"));

/** A server of another build may answer anything: the fields that every page reads are looked for. */
function isBoard(answer: unknown): answer is Board {
  if (typeof answer !== "object" || answer === null) return false;
  const { build, revision, jobs, rolls, left } = answer as Partial<Record<keyof Board, unknown>>;
  const isNamed = typeof build === "string" && typeof revision === "string";
  return isNamed && Array.isArray(jobs) && Array.isArray(rolls) && typeof left === "object";
}

/** Asks for the board, or whether it still is what was seen. Throws NoAnswer, OtherBuild, TypeError. */
async function askBoard(seen: Board | undefined, signal: AbortSignal): Promise<Board> {
  const asked = new URLSearchParams();
  if (seen) {
    asked.set("after", seen.revision);
    asked.set("at", `${seen.now}`);
    if (isBusy(seen)) asked.set("hold", "");
  }
  const response = await fetch(`/api/jobs?${asked}`, { signal, cache: "no-store" });
  if (response.status === 204 && seen) return seen;
  if (!response.ok) throw new NoAnswer(response.status);
  const board: unknown = await response.json();
  if (!isBoard(board)) throw new NoAnswer(null);
  if (seen && board.build !== seen.build) throw new OtherBuild();
  return board;
}

/**
 * The job board. While jobs run the server holds each request until something changes, so the page
 * learns of a picture at once; a hidden tab asks nothing. A visible one hears of the server every few
 * seconds, which is how it knows that the server is there: the browser's own word on being online
 * says nothing about a server on the same machine.
 */
export const boardQuery = queryOptions({
  queryKey: ["board"],
  queryFn: async ({ client, signal }): Promise<Board> => {
    const patience = new AbortController();
    const stop = () => patience.abort();
    const timer = setTimeout(stop, patienceMs);
    signal.addEventListener("abort", stop);
    try {
      return await askBoard(client.getQueryData<Board>(["board"]), patience.signal);
    } finally {
      clearTimeout(timer);
    }
  },
  networkMode: "always",
  refetchInterval: ({ state }) => (isBusy(state.data) ? 1 : idleMs),
  refetchIntervalInBackground: false,
  refetchOnWindowFocus: "always",
  staleTime: 0,
  retry: true,
  retryDelay: (attempt) => Math.min(500 * 2 ** attempt, longestRetryMs),
});
