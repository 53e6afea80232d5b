import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { type Messages, useTranslations } from "use-intl";
import { useToast } from "@/components/ui/toasts";
import { saveMend } from "@/lib/mend/actions";
import { erasuresOf, type Piece, patchesOf } from "@/lib/mend/piece";
import { formatFen } from "@/lib/poster/cost";

/** Saves a mend and goes to the new version; what went wrong stays beside the button. */
export function useSaveMend(imageId: string) {
  const t = useTranslations();
  const toast = useToast();
  const router = useRouter();
  const [isPending, start] = useTransition();
  const [failure, setFailure] = useState<keyof Messages["errors"] | null>(null);
  const save = (pieces: readonly Piece[]) =>
    start(async () => {
      setFailure(null);
      try {
        const result = await saveMend({
          imageId,
          patches: patchesOf(pieces),
          erasures: erasuresOf(pieces),
        });
        if (!result.ok) return setFailure(result.code);
        toast({ text: t("mend.saved", { cost: formatFen(0) }) });
        router.push(`/gallery/${result.value.id}`);
      } catch {
        setFailure("offline");
      }
    });
  return { isPending, failure, save };
}
