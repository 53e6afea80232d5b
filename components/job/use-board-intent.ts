import { useQueryClient } from "@tanstack/react-query";
import { useIntent } from "@/components/site/use-intent";
import { boardQuery } from "@/lib/job/queries";
import type { Result } from "@/lib/result";

/** Runs what somebody wants of jobs or rolls and has the board read anew. */
export function useBoardIntent() {
  const run = useIntent();
  const client = useQueryClient();
  return async (doing: () => Promise<Result<unknown>>): Promise<void> => {
    await run(doing);
    await client.invalidateQueries(boardQuery);
  };
}
