"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { giveUpJob } from "@/lib/job/actions";
import type { JobView } from "@/lib/job/schema";
import { formatFen } from "@/lib/poster/cost";
import { useBoardIntent } from "./use-board-intent";
import { useElapsed } from "./use-elapsed";

/** Stops waiting for a job that hangs, once it has had its time; nothing before. */
export function GiveUpButton({ job, serverNow }: { job: JobView; serverNow: number }) {
  const t = useTranslations("board");
  const act = useBoardIntent();
  const overdueMs = useElapsed(job.giveUpAt, serverNow);
  if (overdueMs === 0) return null;
  return (
    <Button
      look="bare"
      className="-ml-1.5 text-left"
      onClick={() => void act(() => giveUpJob({ id: job.id }))}
    >
      {job.state === "saving" ? t("giveUpPaid") : t("giveUp", { cost: formatFen(job.priceFen) })}
    </Button>
  );
}
