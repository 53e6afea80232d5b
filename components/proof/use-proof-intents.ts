import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { useToast } from "@/components/ui/toasts";
import { keepBest } from "@/lib/image/actions";
import { judgeBlock, readAgain } from "@/lib/proof/actions";
import { proofQuery } from "@/lib/proof/queries";
import type { Result } from "@/lib/result";

/** What a person may do about a picture's proof; each is told when it did not work. */
export function useProofIntents(imageId: string) {
  const t = useTranslations();
  const toast = useToast();
  const client = useQueryClient();
  const run = useCallback(
    async (doing: () => Promise<Result<unknown>>, done?: string) => {
      try {
        const result = await doing();
        if (!result.ok) toast({ text: t(`errors.${result.code}`) });
        else if (done) toast({ text: done });
      } catch {
        toast({ text: t("errors.offline") });
      }
      await client.invalidateQueries(proofQuery(imageId));
    },
    [client, imageId, t, toast],
  );
  return {
    judge: (blockId: string, verdict: "right" | "wrong" | "machine") =>
      run(() => judgeBlock({ imageId, blockId, verdict })),
    readAgain: () => run(() => readAgain({ imageId })),
    keepBest: (id: string) => run(() => keepBest({ id }), t("proof.kept")),
  };
}
