import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { askServer } from "@/components/site/ask-server";
import { useToast } from "@/components/ui/toasts";
import { saveMend } from "@/lib/mend/actions";
import { erasuresOf, type Piece, patchesOf } from "@/lib/mend/piece";
import { formatFen } from "@/lib/poster/cost";
import type { NotDone } from "@/lib/unheard";

/** Saves a mend and goes to the new version; what went wrong stays beside the button. */
export function useSaveMend(imageId: string) {
  const t = useTranslations();
  const toast = useToast();
  const router = useRouter();
  const [isPending, start] = useTransition();
  const [failure, setFailure] = useState<NotDone["code"] | null>(null);
  const save = (pieces: readonly Piece[]) =>
    start(async () => {
      setFailure(null);
      const result = await askServer(() =>
        saveMend({ imageId, patches: patchesOf(pieces), erasures: erasuresOf(pieces) }),
      );
      if (!result.ok) return setFailure(result.code);
      toast({ text: t("mend.saved", { cost: formatFen(0) }) });
      router.push(`/gallery/${result.value.id}`);
    });
  return { isPending, failure, save };
}
