"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toasts";
import { cancelJob, retryJob } from "@/lib/job/actions";
import { boardQuery } from "@/lib/job/queries";
import type { JobView } from "@/lib/job/schema";
import { isRetryable } from "@/lib/job/state";
import { formatFen } from "@/lib/poster/cost";

/** The one thing to do about a job that has no picture: cancel it, or try again. */
export function JobButton({ job }: { job: JobView }) {
  const t = useTranslations();
  const toast = useToast();
  const client = useQueryClient();
  const act = async (doing: typeof cancelJob) => {
    try {
      const result = await doing({ id: job.id });
      if (!result.ok) toast({ text: t(`errors.${result.code}`) });
    } catch {
      toast({ text: t("errors.offline") });
    }
    await client.invalidateQueries(boardQuery);
  };
  if (job.state === "queued") {
    return (
      <Button look="bare" className="-ml-1.5" onClick={() => void act(cancelJob)}>
        {t("board.cancel")}
      </Button>
    );
  }
  if (!isRetryable(job)) return null;
  const label = () => {
    if (job.isWaiting) return t("board.retryPaid");
    if (job.state === "unknown") return t("board.retryUnknown", { cost: formatFen(job.priceFen) });
    return t("board.retry");
  };
  return (
    <Button className="mt-1" onClick={() => void act(retryJob)}>
      {label()}
    </Button>
  );
}
