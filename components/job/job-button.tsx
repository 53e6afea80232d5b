"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { cancelJob, plantTypo, repeatJob, retryJob } from "@/lib/job/actions";
import type { JobView } from "@/lib/job/schema";
import { isRetryable } from "@/lib/job/state";
import { formatFen } from "@/lib/poster/cost";
import { useBoardIntent } from "./use-board-intent";

/** The one thing to do about a job: cancel it, try again, or paint anew what was only found again. */
export function JobButton({ job }: { job: JobView }) {
  const t = useTranslations();
  const act = useBoardIntent();
  const repeat = async (how: typeof repeatJob) => {
    const { v7 } = await import("uuid");
    await act(() => how({ id: job.id, requestId: v7(), maxFen: job.againFen }));
  };
  if (job.state === "queued") {
    return (
      <Button
        look="bare"
        className="-ml-1.5"
        onClick={() => void act(() => cancelJob({ id: job.id }))}
      >
        {t("board.cancel")}
      </Button>
    );
  }
  const cost = formatFen(job.againFen);
  if (job.isCached) {
    return (
      <Button look="bare" className="-ml-1.5" onClick={() => void repeat(repeatJob)}>
        {t("board.makeNew", { cost })}
      </Button>
    );
  }
  if (job.isPractice !== null && job.image?.proof.is === "read") {
    return job.isPractice ? (
      <p className="text-mute text-xs">{t("board.planted")}</p>
    ) : (
      <Button
        look="bare"
        className="-ml-1.5 text-left"
        title={t("board.plantHint")}
        onClick={() => void repeat(plantTypo)}
      >
        {t("board.plant")}
      </Button>
    );
  }
  if (!isRetryable(job)) return null;
  const label = () => {
    if (job.isWaiting) return t("board.retryPaid");
    // Where money may be gone already, the button says that more will go.
    const isDearer = job.againFen > job.priceFen;
    return job.spentFen + job.maybeFen > 0 || isDearer
      ? t("board.retryUnknown", { cost })
      : t("board.retry");
  };
  return (
    <Button
      className="mt-1"
      onClick={() => void act(() => retryJob({ id: job.id, maxFen: job.againFen }))}
    >
      {label()}
    </Button>
  );
}
