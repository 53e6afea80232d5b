import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Patch } from "@/lib/mend/schema";
import { formatFen } from "@/lib/poster/cost";
import { troubleOfPatch } from "./patch-text";
import { useSaveMend } from "./use-save-mend";

interface SaveBarProps {
  imageId: string;
  patches: readonly Patch[];
}

/** The one press that makes the new version, with what it costs. */
export function SaveBar({ imageId, patches }: SaveBarProps) {
  const t = useTranslations();
  const { isPending, failure, save } = useSaveMend(imageId);
  const isGood = patches.length > 0 && patches.every(({ text }) => !troubleOfPatch(text));
  return (
    <div className="flex flex-col gap-2 border-line border-t bg-sheet px-3.5 py-3 max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:z-30 lg:px-5">
      {failure && (
        <Notice tone="bad" role="alert">
          {t(`errors.${failure}` as "errors.internal")}
        </Notice>
      )}
      <Button
        look="loud"
        className="w-full"
        disabled={!isGood || isPending}
        onClick={() => save(patches)}
      >
        {isPending ? t("mend.saving") : t("mend.save", { cost: formatFen(0) })}
      </Button>
      <p aria-live="polite" className="text-center text-[12px] text-mute">
        {t("mend.count", { count: patches.length })}
      </p>
    </div>
  );
}
