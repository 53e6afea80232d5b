"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { useBoardIntent } from "@/components/job/use-board-intent";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { endRoll } from "@/lib/job/actions";
import { boardQuery } from "@/lib/job/queries";
import { endOf, mostPictures } from "@/lib/job/roll";
import type { RollView } from "@/lib/job/schema";
import { formatFen } from "@/lib/poster/cost";
import type { Rate } from "@/lib/proof/chance";
import { proofQuery } from "@/lib/proof/queries";
import { useProof } from "./proof-context";
import { RollStart } from "./roll-start";

interface RollPanelProps {
  priceFen: number;
  rate: Rate;
}

/** Paints the same order again until one is exact, within limits that stand there before it starts. */
export function RollPanel({ priceFen, rate }: RollPanelProps) {
  const t = useTranslations("roll");
  const { picture, view } = useProof();
  const { data } = useQuery(boardQuery);
  const roll = data?.rolls.find(
    ({ baseImageId, imageIds }) => baseImageId === picture.id || imageIds.includes(picture.id),
  );
  const client = useQueryClient();
  const made = roll?.imageIds.length ?? 0;
  useEffect(() => {
    // A picture that the roll made belongs to the batch beside.
    if (made > 0) void client.invalidateQueries(proofQuery(picture.id));
  }, [made, client, picture.id]);
  // An exact one has nothing left to roll for; what a roll came to stays to be read.
  if (!roll && view.state.is === "read" && view.state.summary.isExact) return null;
  return (
    <section
      aria-label={t("heading")}
      className="flex flex-col gap-2.5 rounded-xl border border-line bg-paper px-3 py-2.5 text-[13px]"
    >
      <div className="flex items-baseline justify-between gap-3">
        <h2 className="font-semibold">{t("heading")}</h2>
        <Link href="/rates" prefetch={false} className="text-mute underline underline-offset-4">
          {t("rates")}
        </Link>
      </div>
      <p className="text-mute">{t("explain")}</p>
      {roll?.state === "rolling" ? (
        <RollUnderWay roll={roll} />
      ) : (
        <>
          {roll && (
            <Notice tone={roll.state === "exact" ? "quiet" : "warn"} role="status">
              {t(`states.${endOf(roll)}`, {
                limit: formatFen(roll.maxFen),
                count: roll.maxMore,
              })}
            </Notice>
          )}
          <RollStart priceFen={priceFen} rate={rate} />
        </>
      )}
    </section>
  );
}

function RollUnderWay({ roll }: { roll: RollView }) {
  const t = useTranslations("roll");
  const run = useBoardIntent();
  return (
    <div className="flex items-center justify-between gap-3">
      <p role="status" className="tabular-nums">
        {t("rolling", { made: `${roll.made}`, count: `${mostPictures(roll, roll.priceFen)}` })}
      </p>
      <Button onClick={() => void run(() => endRoll({ id: roll.id }))}>{t("stop")}</Button>
    </div>
  );
}
