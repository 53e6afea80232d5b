"use client";

import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toasts";
import { correctCharge } from "@/lib/ledger/actions";
import { useMoneyAction } from "./use-money-action";

interface ChargeButtonsProps {
  jobId: string;
  amount: string;
  /** The id of what says which order is asked about. */
  describedBy: string;
}

/** The two answers to whether a job was charged. */
export function ChargeButtons({ jobId, amount, describedBy }: ChargeButtonsProps) {
  const t = useTranslations();
  const toast = useToast();
  const run = useMoneyAction();
  const [isPending, start] = useTransition();
  const answer = (wasCharged: boolean) =>
    start(async () => {
      const refusal = await run(() => correctCharge({ jobId, wasCharged }));
      if (refusal?.code === "notFound") toast({ text: t("openCharges.gone") });
      else if (refusal) toast({ text: t(`errors.${refusal.code}`) });
      else if (wasCharged) toast({ text: t("openCharges.notedCharged", { amount }) });
      else toast({ text: t("openCharges.notedNotCharged") });
      // The line goes, and the focus with it, unless it is taken to the page.
      if (!refusal) document.getElementById("spend")?.focus();
    });
  return (
    <div className="flex flex-wrap gap-2.5">
      {([true, false] as const).map((wasCharged) => (
        <Button
          key={`${wasCharged}`}
          className="max-lg:min-h-11"
          aria-describedby={describedBy}
          disabled={isPending}
          onClick={() => answer(wasCharged)}
        >
          {t(wasCharged ? "openCharges.charged" : "openCharges.notCharged")}
        </Button>
      ))}
    </div>
  );
}
