"use client";

import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toasts";
import { correctCharges } from "@/lib/ledger/actions";
import { formatFen } from "@/lib/poster/cost";
import { useMoneyAction } from "./use-money-action";

interface ChargeButtonsProps {
  /** The jobs that are answered for, all alike. */
  jobIds: readonly string[];
  /** What they may have cost, fen. */
  fen: number;
  /** The id of what says which orders are asked about. */
  describedBy: string;
}

/** The two answers to whether jobs were charged. */
export function ChargeButtons({ jobIds, fen, describedBy }: ChargeButtonsProps) {
  const t = useTranslations();
  const toast = useToast();
  const run = useMoneyAction();
  const [isPending, start] = useTransition();
  const answer = (wasCharged: boolean) =>
    start(async () => {
      const refusal = await run(() => correctCharges({ jobIds: [...jobIds], wasCharged }));
      if (refusal?.code === "notFound") toast({ text: t("openCharges.gone") });
      else if (refusal) toast({ text: t(`errors.${refusal.code}`) });
      else if (wasCharged)
        toast({ text: t("openCharges.notedCharged", { amount: formatFen(fen) }) });
      else toast({ text: t("openCharges.notedNotCharged") });
      // The lines go, and the focus with them, unless it is taken to the page.
      if (!refusal) document.getElementById("spend")?.focus();
    });
  return (
    <div className="flex flex-wrap gap-2.5">
      {([true, false] as const).map((wasCharged) => (
        <Button
          key={`${wasCharged}`}
          className="max-lg:min-h-11"
          aria-describedby={describedBy}
          disabled={isPending || jobIds.length === 0}
          onClick={() => answer(wasCharged)}
        >
          {t(wasCharged ? "openCharges.charged" : "openCharges.notCharged")}
        </Button>
      ))}
    </div>
  );
}
