"use client";

import { clsx } from "clsx";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { usePosterForm } from "@/components/studio/poster-form";
import { useChoices } from "@/components/studio/use-choices";
import { defaultCapability } from "@/lib/poster/capability";
import { ratioIds } from "@/lib/poster/choices";
import type { Ratio } from "@/lib/poster/schema";

const longSidePx = 38;

interface RatioPickerProps {
  shown: Ratio;
  onShow: (ratio: Ratio) => void;
}

/** The five sizes as drawn shapes: one, or several at once. */
export function RatioPicker({ shown, onShow }: RatioPickerProps) {
  const t = useTranslations("ratios");
  const { setValue } = usePosterForm();
  const [ratios, toggle] = useChoices<Ratio>("ratios");
  const [asked, setAsked] = useState(false);
  const several = asked || ratios.length > 1;
  const { width, height } = defaultCapability.sizes[shown];

  const choose = (ratio: Ratio) => {
    if (!several) setValue("ratios", [ratio], { shouldDirty: true });
    else if (ratios.length > 1 || !ratios.includes(ratio)) toggle(ratio);
    onShow(ratio);
  };
  return (
    <fieldset className="flex w-full flex-col items-center gap-1.5">
      <legend className="sr-only">{t("label")}</legend>
      <div className="flex justify-center gap-1 lg:gap-2.5">
        {ratioIds.map((ratio) => (
          <RatioShape
            key={ratio}
            ratio={ratio}
            label={`${ratio} — ${t(ratio)}`}
            pressed={ratios.includes(ratio)}
            onClick={() => choose(ratio)}
          />
        ))}
      </div>
      <div className="flex flex-wrap items-center justify-center gap-x-3 gap-y-1 text-[13px] text-mute">
        <span className="tabular-nums">{`${t("pixels", { width: `${width}`, height: `${height}` })} · ${t(shown)}`}</span>
        <label
          className="inline-flex min-h-8 cursor-pointer items-center gap-1.5"
          title={t("hint")}
        >
          <input
            type="checkbox"
            className="size-4 accent-ink"
            checked={several}
            onChange={({ target }) => {
              setAsked(target.checked);
              if (!target.checked) setValue("ratios", [shown], { shouldDirty: true });
            }}
          />
          {t("several")}
        </label>
      </div>
    </fieldset>
  );
}

interface RatioShapeProps {
  ratio: Ratio;
  label: string;
  pressed: boolean;
  onClick: () => void;
}

function RatioShape({ ratio, label, pressed, onClick }: RatioShapeProps) {
  const { width, height } = defaultCapability.sizes[ratio];
  const scale = longSidePx / Math.max(width, height);
  return (
    <button
      type="button"
      aria-pressed={pressed}
      aria-label={label}
      title={label}
      onClick={onClick}
      className={clsx(
        "flex h-18 w-16 flex-col items-center justify-end gap-1.5 rounded-xl border p-2 text-xs lg:h-20 lg:w-24",
        pressed
          ? "border-line bg-sheet font-semibold text-ink"
          : "border-transparent text-mute hover:text-ink",
      )}
    >
      <span
        aria-hidden
        className="rounded-[3px] border-[1.5px] border-current"
        style={{ width: width * scale, height: height * scale }}
      />
      {ratio}
    </button>
  );
}
