import { queryOptions } from "@tanstack/react-query";
import type { PaintedRecord, Records } from "@/lib/poster/lint/records";
import { NoAnswer } from "@/lib/unheard";
import type { ProofView } from "./schema";

const readingMs = 700;
const idleMs = 15_000;

/** A server of another build may answer anything: what the page reads first is looked for. */
function isView(answer: unknown): answer is ProofView {
  if (typeof answer !== "object" || answer === null) return false;
  const { state, judged, batch } = answer as Partial<Record<keyof ProofView, unknown>>;
  return typeof state === "object" && typeof judged === "object" && Array.isArray(batch);
}

/** The proof of a picture; asked for often while it or one of its batch is being read. */
export const proofQuery = (imageId: string) =>
  queryOptions({
    queryKey: ["proof", imageId],
    queryFn: async ({ signal }): Promise<ProofView> => {
      const response = await fetch(`/api/proofs/${imageId}`, { signal, cache: "no-store" });
      if (!response.ok) throw new NoAnswer(response.status);
      const view: unknown = await response.json();
      if (!isView(view)) throw new NoAnswer(null);
      return view;
    },
    networkMode: "always",
    refetchInterval: ({ state: { data } }) =>
      data?.isBeingRead || data?.batch.some(({ state }) => state.is === "waiting")
        ? readingMs
        : idleMs,
    refetchIntervalInBackground: false,
  });

/** Longer than this, and the linter goes by its table. */
const recordsMs = 3000;

/** How characters came out in this studio; none while the server does not say. */
export async function loadRecords(): Promise<Records> {
  try {
    const signal = AbortSignal.timeout(recordsMs);
    const response = await fetch("/api/records", { signal, cache: "no-store" });
    const entries: [string, PaintedRecord][] = response.ok ? await response.json() : [];
    return new Map(entries);
  } catch {
    return new Map();
  }
}
