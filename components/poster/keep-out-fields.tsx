"use client";

import { clsx } from "clsx";
import { useTranslations } from "use-intl";
import { usePoster } from "@/components/studio/poster-form";
import { useChoices } from "@/components/studio/use-choices";
import { useErrorText } from "@/components/studio/use-error-text";
import { Chip } from "@/components/ui/chip";
import { Notice } from "@/components/ui/notice";
import { defaultCapability } from "@/lib/poster/capability";
import { countCharacters } from "@/lib/poster/characters";
import { keepOutIds } from "@/lib/poster/choices";
import { compileNegative, keepOutTerms, leftOutTerms } from "@/lib/poster/keep-out";
import type { KeepOut } from "@/lib/poster/schema";
import { SpotNotes } from "./finding-notes";
import { useField } from "./use-field";

/** The negative prompt: the documentation's presets as chips, own words, and what comes of them. */
export function KeepOutFields() {
  const t = useTranslations("keepOut");
  const [presets, toggle] = useChoices<KeepOut>("keepOut.presets");
  return (
    <div className="flex flex-col gap-2.5">
      <h2 className="heading">{t("heading")}</h2>
      <div className="flex flex-wrap gap-1.5">
        {keepOutIds.map((id) => (
          <Chip
            key={id}
            pressed={presets.includes(id)}
            title={keepOutTerms[id].join(", ")}
            onClick={() => toggle(id)}
          >
            {t(`presets.${id}`)}
          </Chip>
        ))}
      </div>
      <input
        aria-label={t("own")}
        placeholder={t("ownPlaceholder")}
        className="w-full rounded-lg border border-line bg-raised px-3 py-1.5 placeholder:text-mute hover:border-edge"
        {...useField("keepOut.own")}
      />
      <SpotNotes spot="keepOut" />
      <CompiledNegative />
    </div>
  );
}

function CompiledNegative() {
  const t = useTranslations("keepOut");
  const poster = usePoster();
  const errorText = useErrorText();
  const negative = compileNegative(poster);
  const used = countCharacters(negative);
  const limit = defaultCapability.negativeLimit;
  const leftOut = leftOutTerms(poster);
  return (
    <>
      <p className="flex items-baseline justify-between gap-4 text-mute text-xs">
        <span title={t("compiled")} className="wrap-anywhere min-w-0">
          <span className="sr-only">{`${t("compiled")}: `}</span>
          <span>{negative === "" ? t("nothing") : negative}</span>
        </span>
        <span className={clsx("whitespace-nowrap tabular-nums", used > limit && "text-seal-ink")}>
          {`${used} / ${limit}`}
        </span>
      </p>
      {leftOut.length > 0 && (
        <Notice tone="warn">{t("leftOut", { terms: leftOut.join(", ") })}</Notice>
      )}
      {used > limit && (
        <Notice tone="bad" role="alert">
          {errorText("negativeTooLong", poster)}
        </Notice>
      )}
    </>
  );
}
