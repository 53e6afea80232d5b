import { queryOptions } from "@tanstack/react-query";
import type { ProofView } from "./schema";

const readingMs = 700;
const idleMs = 15_000;

/** The proof of a picture; asked for often while it or one of its batch is being read. */
export const proofQuery = (imageId: string) =>
  queryOptions({
    queryKey: ["proof", imageId],
    queryFn: async ({ signal }): Promise<ProofView> => {
      const response = await fetch(`/api/proofs/${imageId}`, { signal, cache: "no-store" });
      if (!response.ok) throw new Error(`proof ${response.status}`);
      return response.json();
    },
    refetchInterval: ({ state: { data } }) =>
      data?.isBeingRead || data?.batch.some(({ state }) => state.is === "waiting")
        ? readingMs
        : idleMs,
    refetchIntervalInBackground: false,
  });
