"use client";

import { useTranslations } from "use-intl";
import { usePoster, usePosterForm } from "@/components/studio/poster-form";
import { Notice } from "@/components/ui/notice";
import { Switch } from "@/components/ui/switch";

/** Whether the model leaves the words out, so that all are set in real type afterwards. */
export function BareSwitch() {
  const t = useTranslations("settings");
  const { register } = usePosterForm();
  const { bare } = usePoster();
  return (
    <div className="mt-1.5">
      <Switch label={t("bare")} aria-describedby="bare-hint" {...register("bare")} />
      <Notice tone="quiet" id="bare-hint" className={bare ? undefined : "sr-only"}>
        {t("bareHint")}
      </Notice>
    </div>
  );
}
