import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { askServer } from "@/components/site/ask-server";
import { useRefresh } from "@/components/site/use-refresh";
import { boardQuery } from "@/lib/job/queries";
import type { Result } from "@/lib/result";
import type { NotDone } from "@/lib/unheard";

/** Does something about money, then draws anew whatever shows money; gives why not, or nothing. */
export function useMoneyAction(): (
  doing: () => Promise<Result<unknown>>,
) => Promise<NotDone | undefined> {
  const client = useQueryClient();
  const refresh = useRefresh();
  return useCallback(
    async (doing) => {
      const result = await askServer(doing);
      refresh();
      void client.invalidateQueries(boardQuery);
      return result.ok ? undefined : result;
    },
    [client, refresh],
  );
}
