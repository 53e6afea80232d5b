import { LayoutList, RotateCcw } from "lucide-react";
import { useTranslations } from "use-intl";
import { usePosterForm } from "@/components/studio/poster-form";
import { Button } from "@/components/ui/button";
import { useReadPrompt } from "./use-read-prompt";

/** What one does with a prompt written by hand: give it up, or make blocks of it. */
export function HandTools() {
  const t = useTranslations("prompt");
  const { setValue } = usePosterForm();
  const read = useReadPrompt();
  return (
    <>
      <Button look="bare" onClick={() => setValue("handPrompt", null, { shouldDirty: true })}>
        <RotateCcw aria-hidden className="size-3.5" />
        {t("back")}
      </Button>
      <Button look="bare" title={t("readHint")} onClick={() => void read()}>
        <LayoutList aria-hidden className="size-3.5" />
        {t("read")}
      </Button>
    </>
  );
}
