import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { useIntent } from "@/components/site/use-intent";
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
  const tell = useIntent();
  const run = async (doing: () => Promise<Result<unknown>>, done?: string) => {
    const { ok } = await tell(doing);
    if (ok && done) toast({ text: done });
    await client.invalidateQueries(proofQuery(imageId));
  };
  return {
    judge: (blockId: string, verdict: "right" | "wrong" | "machine") =>
      run(() => judgeBlock({ imageId, blockId, verdict })),
    readAgain: () => run(() => readAgain({ imageId })),
    keepBest: (id: string) => run(() => keepBest({ id }), t("proof.kept")),
  };
}
