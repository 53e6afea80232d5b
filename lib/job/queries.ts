import { queryOptions } from "@tanstack/react-query";
import type { Board } from "./schema";
import { isSettled } from "./state";

/** How often a still board is looked at again, for what another tab began; milliseconds. */
const idleMs = 15_000;

/** True while something on the board will change by itself. */
const isBusy = (board: Board | undefined): boolean =>
  board !== undefined &&
  (board.jobs.some(({ state, image }) => !isSettled(state) || image?.proof.is === "waiting") ||
    // Between two pictures of a roll no job is under way, and the next is about to be.
    board.rolls.some(({ state }) => state === "rolling"));

/**
 * The job board. While jobs run the server holds each request until something changes, so the page
 * learns of a picture at once; a hidden tab asks nothing.
 */
export const boardQuery = queryOptions({
  queryKey: ["board"],
  queryFn: async ({ client, signal }): Promise<Board> => {
    const seen = client.getQueryData<Board>(["board"]);
    const after = seen && isBusy(seen) ? `?after=${encodeURIComponent(seen.revision)}` : "";
    const response = await fetch(`/api/jobs${after}`, { signal, cache: "no-store" });
    if (!response.ok) throw new Error(`board ${response.status}`);
    return response.json();
  },
  refetchInterval: ({ state }) => (isBusy(state.data) ? 1 : idleMs),
  refetchIntervalInBackground: false,
  refetchOnWindowFocus: "always",
  staleTime: 0,
  retry: true,
  retryDelay: (attempt) => Math.min(500 * 2 ** attempt, 10_000),
});
