"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Stepper } from "@/components/ui/stepper";
import { useToast } from "@/components/ui/toasts";
import { endRoll, rollUntilExact } from "@/lib/job/actions";
import { boardQuery } from "@/lib/job/queries";
import type { RollView } from "@/lib/job/schema";
import { maxImages } from "@/lib/poster/choices";
import { formatFen } from "@/lib/poster/cost";
import { expectedPictures, type Rate, rateOf, successAt } from "@/lib/proof/chance";
import { proofQuery } from "@/lib/proof/queries";
import type { Result } from "@/lib/result";
import { useProof } from "./proof-context";

const usualMore = 3;

interface RollPanelProps {
  priceFen: number;
  rate: Rate;
}

/** Paints the same order again until one is exact, within limits that stand there before it starts. */
export function RollPanel({ priceFen, rate }: RollPanelProps) {
  const t = useTranslations("roll");
  const { picture } = useProof();
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
              {t(`states.${roll.state as Exclude<RollView["state"], "rolling">}`)}
            </Notice>
          )}
          <RollStart priceFen={priceFen} rate={rate} />
        </>
      )}
    </section>
  );
}

/** Runs an intent and has the board read anew. */
function useRollIntent() {
  const t = useTranslations();
  const toast = useToast();
  const client = useQueryClient();
  return async (doing: () => Promise<Result<unknown>>) => {
    try {
      const result = await doing();
      if (!result.ok) toast({ text: t(`errors.${result.code}`) });
    } catch {
      toast({ text: t("errors.offline") });
    }
    await client.invalidateQueries(boardQuery);
  };
}

function RollUnderWay({ roll }: { roll: RollView }) {
  const t = useTranslations("roll");
  const run = useRollIntent();
  return (
    <div className="flex items-center justify-between gap-3">
      <p role="status" className="tabular-nums">
        {t("rolling", { made: `${roll.made}`, count: `${roll.maxMore}` })}
      </p>
      <Button onClick={() => void run(() => endRoll({ id: roll.id }))}>{t("stop")}</Button>
    </div>
  );
}

function RollStart({ priceFen, rate }: RollPanelProps) {
  const t = useTranslations("roll");
  const make = useTranslations("make");
  const { picture } = useProof();
  const [count, setCount] = useState(usualMore);
  const run = useRollIntent();
  const maxFen = count * priceFen;
  const start = () => run(() => rollUntilExact({ imageId: picture.id, maxMore: count, maxFen }));
  return (
    <>
      <Chance priceFen={priceFen} rate={rate} count={count} />
      <div className="flex flex-wrap items-center gap-2.5">
        <Stepper
          label={t("more")}
          fewer={make("fewer")}
          more={make("more")}
          value={count}
          min={1}
          max={maxImages}
          onChange={setCount}
        />
        <span>{t("pictures")}</span>
        <Button className="ml-auto tabular-nums" onClick={() => void start()}>
          {t("start", { cost: formatFen(maxFen) })}
        </Button>
      </div>
    </>
  );
}

function Chance({ priceFen, rate, count }: RollPanelProps & { count: number }) {
  const t = useTranslations("roll");
  const p = rateOf(rate);
  const pictures = p === undefined ? undefined : expectedPictures(p);
  if (p === undefined || pictures === undefined) {
    return <p className="text-mute">{t("noChance", { read: `${rate.read}` })}</p>;
  }
  const whole = (share: number) => `${Math.round(share * 100)}`;
  return (
    <p>
      {t("chance", {
        percent: whole(p),
        pictures: pictures.toFixed(1),
        cost: formatFen(Math.round(pictures * priceFen)),
        count: `${count}`,
        success: whole(successAt(count, p)),
      })}
    </p>
  );
}
