import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { boardQuery } from "@/lib/job/queries";
import type { ErrorCode, Result } from "@/lib/result";

/** Why it was not done: what the server said, or that it was not heard. */
export type Refusal = { code: ErrorCode | "offline"; field?: string };

/** Does something about money, then draws anew whatever shows money; gives why not, or nothing. */
export function useMoneyAction(): (
  doing: Promise<Result<unknown>>,
) => Promise<Refusal | undefined> {
  const client = useQueryClient();
  const router = useRouter();
  return useCallback(
    async (doing) => {
      const result = await doing.catch(() => ({ ok: false, code: "offline" }) as const);
      router.refresh();
      void client.invalidateQueries(boardQuery);
      return result.ok ? undefined : result;
    },
    [client, router],
  );
}
