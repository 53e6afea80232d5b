"use client";

import { useQuery } from "@tanstack/react-query";
import { Controller, useFormState } from "react-hook-form";
import { useTranslations } from "use-intl";
import { reloadPage } from "@/components/site/reload-page";
import { useReason } from "@/components/site/use-intent";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Stepper } from "@/components/ui/stepper";
import { boardQuery } from "@/lib/job/queries";
import type { PainterId } from "@/lib/job/schema";
import { tightest } from "@/lib/ledger/budget";
import { maxImages } from "@/lib/poster/choices";
import { formatFen } from "@/lib/poster/cost";
import { imagesOf } from "@/lib/poster/obstacles";
import { usePoster, usePosterForm } from "./poster-form";
import { useErrorText } from "./use-error-text";
import type { MakeState } from "./use-make";

export interface Offer {
  hasKey: boolean;
  priceFen: number;
  officialPriceFen: number;
  /** Seconds a picture usually takes, by the documentation. */
  usualSeconds: readonly [number, number];
}

interface MakeBarProps {
  offer: Offer;
  state: MakeState;
  onMake: (painter: PainterId) => void;
}

/** How many, for how much, and the one button; the price stands there before it is pressed. */
export function MakeBar({ offer, state, onMake }: MakeBarProps) {
  const t = useTranslations("make");
  const { control } = usePosterForm();
  const poster = usePoster();
  const images = imagesOf(poster) || 0;
  const total = formatFen(images * offer.priceFen);
  const isSending = state.is === "sending";
  // A draft sets the words in any case.
  const isBare = offer.hasKey && poster.bare;
  return (
    <div className="flex flex-col gap-2.5">
      <MakeMessage state={state} />
      <p
        className="text-[13px] text-mute tabular-nums max-lg:hidden"
        title={t("official", { price: formatFen(offer.officialPriceFen) })}
      >
        <span>
          {offer.hasKey
            ? t("cost", { images: `${images}`, price: formatFen(offer.priceFen), total })
            : t("noKey")}
        </span>
        {poster.ratios.length > 1 && (
          <span>{` · ${t("each", { ratios: `${poster.ratios.length}` })}`}</span>
        )}
        {isBare && <span>{` · ${t("bare")}`}</span>}
        <BudgetLeft before=" · " />
      </p>
      {isBare && <p className="text-mute text-xs lg:hidden">{t("bare")}</p>}
      <BudgetLeft className="text-mute text-xs tabular-nums lg:hidden" />
      <div className="flex items-center gap-2 lg:flex-wrap lg:gap-2.5">
        <Controller
          control={control}
          name="count"
          render={({ field: { value, onChange } }) => (
            <Stepper
              label={t("count")}
              fewer={t("fewer")}
              more={t("more")}
              value={value}
              min={1}
              max={Math.max(1, Math.floor(maxImages / poster.ratios.length))}
              onChange={onChange}
            />
          )}
        />
        <Button
          className="h-12 whitespace-nowrap lg:ml-auto lg:h-11"
          disabled={isSending}
          title={t("draftHint")}
          onClick={() => onMake("draft")}
        >
          {t("draft")}
          <small className="text-mute max-lg:sr-only">{t("free")}</small>
        </Button>
        <Button
          look="loud"
          className="flex-1 whitespace-nowrap leading-tight max-lg:flex-col max-lg:gap-0 max-lg:px-2 lg:basis-full"
          disabled={isSending}
          onClick={() => onMake(offer.hasKey ? "nebula" : "draft")}
        >
          <span>{isSending ? t("sending") : t("button", { images })}</span>
          <small className="font-medium text-white/90 tabular-nums">
            {offer.hasKey ? t("upTo", { total }) : t("free")}
          </small>
        </Button>
      </div>
    </div>
  );
}

/** What the tightest budget leaves; nothing where there is no budget. */
function BudgetLeft({ before = "", className }: { before?: string; className?: string }) {
  const t = useTranslations("make");
  const { data } = useQuery(boardQuery);
  const least = data && tightest(data.left);
  if (!least) return null;
  const left = formatFen(least.fen);
  const said = { order: "leftOrder", day: "leftDay", month: "leftMonth" } as const;
  return <span className={className}>{`${before}${t(said[least.name], { left })}`}</span>;
}

/** What stands in the way, or that the order is under way. */
function MakeMessage({ state }: { state: MakeState }) {
  const t = useTranslations();
  const { control, getValues } = usePosterForm();
  const { errors } = useFormState({ control });
  const errorText = useErrorText();
  const reasonOf = useReason();
  const first = firstMessage(errors);
  if (state.is === "refused") {
    return (
      <div className="flex flex-col items-start gap-1.5">
        <Notice tone="bad" role="alert" className="w-full">
          {reasonOf(state.why)}
        </Notice>
        {state.why.code === "newVersion" && (
          <Button onClick={reloadPage}>{t("connection.reload")}</Button>
        )}
      </div>
    );
  }
  if (!first) return null;
  return (
    <Notice tone="bad" role="alert">
      {`${t("make.check")}: ${errorText(first, getValues())}`}
    </Notice>
  );
}

/** The first message anywhere in a tree of form errors. */
function firstMessage(errors: unknown): string | undefined {
  if (typeof errors !== "object" || errors === null) return undefined;
  if ("message" in errors && typeof errors.message === "string") return errors.message;
  for (const [key, value] of Object.entries(errors)) {
    const found = key === "ref" ? undefined : firstMessage(value);
    if (found) return found;
  }
  return undefined;
}
