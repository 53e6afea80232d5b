import { useTranslations } from "use-intl";
import type { JobView } from "@/lib/job/schema";
import { isSettled } from "@/lib/job/state";

/** Why it failed and what to do, with the service's own words folded away. */
export function FailureNote({ job }: { job: JobView }) {
  const t = useTranslations();
  if (!job.failure || !isSettled(job.state)) return null;
  const hasDetails = job.failureDetail !== null || job.upstreamRequestId !== null;
  return (
    <div className="w-full">
      <p>{t(`failures.${job.failure}`)}</p>
      {hasDetails && (
        <details className="mt-1 text-mute text-xs">
          <summary className="min-h-6">{t("board.details")}</summary>
          {job.failureDetail && (
            <p className="wrap-anywhere">{`${t("board.upstreamSaid")}: ${job.failureDetail}`}</p>
          )}
          {job.upstreamRequestId && (
            <p className="wrap-anywhere">{`${t("board.requestId")}: ${job.upstreamRequestId}`}</p>
          )}
        </details>
      )}
    </div>
  );
}
