import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { useToast } from "@/components/ui/toasts";
import { boardQuery } from "@/lib/job/queries";
import type { Result } from "@/lib/result";

/** Runs what somebody wants of a roll and has the board read anew. */
export function useRollIntent() {
  const t = useTranslations();
  const toast = useToast();
  const client = useQueryClient();
  return async (doing: () => Promise<Result<unknown>>) => {
    try {
      const result = await doing();
      if (!result.ok) toast({ text: t(`errors.${result.code}`) });
    } catch {
      toast({ text: t("errors.offline") });
    }
    await client.invalidateQueries(boardQuery);
  };
}
