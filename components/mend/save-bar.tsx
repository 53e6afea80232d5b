import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { erasuresOf, patchesOf } from "@/lib/mend/piece";
import { formatFen } from "@/lib/poster/cost";
import { troubleOfPatch } from "./patch-text";
import { UndoTools } from "./undo-tools";
import type { MendingInHand } from "./use-mending";
import { useSaveMend } from "./use-save-mend";

interface SaveBarProps {
  imageId: string;
  mending: MendingInHand;
}

/** The one press that makes the new version, with what it costs. */
export function SaveBar({ imageId, mending }: SaveBarProps) {
  const t = useTranslations();
  const { pieces } = mending;
  const [patches, erasures] = [patchesOf(pieces), erasuresOf(pieces)];
  const { isPending, failure, save } = useSaveMend(imageId);
  const isGood = pieces.length > 0 && patches.every(({ text }) => !troubleOfPatch(text));
  return (
    <div className="flex flex-col gap-2 border-line border-t bg-sheet px-3.5 py-3 max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:z-30 lg:px-5">
      {failure && (
        <Notice tone="bad" role="alert">
          {t(`errors.${failure}`)}
        </Notice>
      )}
      <div className="flex items-center gap-2">
        <div className="lg:hidden">
          <UndoTools mending={mending} />
        </div>
        <Button
          look="loud"
          className="min-w-0 flex-1 px-3"
          disabled={!isGood || isPending}
          onClick={() => save(pieces)}
        >
          {isPending ? t("mend.saving") : t("mend.save", { cost: formatFen(0) })}
        </Button>
      </div>
      <p aria-live="polite" className="text-center text-[12px] text-mute">
        {pieces.length === 0
          ? t("mend.nothing")
          : [
              ...(patches.length > 0 ? [t("mend.count", { count: patches.length })] : []),
              ...(erasures.length > 0 ? [t("mend.countExtras", { count: erasures.length })] : []),
            ].join(" · ")}
      </p>
    </div>
  );
}
