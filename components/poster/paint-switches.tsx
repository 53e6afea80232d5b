"use client";

import { useTranslations } from "use-intl";
import { usePoster, usePosterForm } from "@/components/studio/poster-form";
import { Notice } from "@/components/ui/notice";
import { Switch } from "@/components/ui/switch";
import { countCharacters } from "@/lib/poster/characters";
import { wordedBlocks } from "@/lib/poster/words";
import { SpotNotes } from "./finding-notes";

/** A scene shorter than this gains from expansion (documentation 3.3). */
const shortScene = 60;

/** Expansion and watermark, with the documentation's advice where it matters. */
export function PaintSwitches() {
  const t = useTranslations("settings");
  const { register } = usePosterForm();
  const poster = usePoster();
  const hasWords = !poster.bare && wordedBlocks(poster).length > 0;
  const length = countCharacters(poster.scene.subject.trim());
  const isShort = !hasWords && length > 0 && length < shortScene;
  return (
    <div className="flex flex-col gap-1">
      <h2 className="heading mb-1">{t("heading")}</h2>
      <Switch label={t("expand")} {...register("expand")} />
      <SpotNotes spot="expand" />
      {!poster.expand && isShort && <Notice tone="quiet">{t("expandShort")}</Notice>}
      <Switch label={t("watermark")} {...register("watermark")} />
      <SpotNotes spot="watermark" />
    </div>
  );
}
