import { useTranslations } from "use-intl";
import { isSaidByService } from "@/lib/job/policy";
import type { FailureKind, JobView } from "@/lib/job/schema";
import { isSettled } from "@/lib/job/state";

/** What is told in other words once the picture cannot be fetched any more. */
const fetchable = ["resultHost", "downloadFailed", "notPicture"] as const;

const fetchableOf = (failure: FailureKind) => fetchable.find((kind) => kind === failure);

/** Why it failed and what to do, with the words of whoever failed folded away. */
export function FailureNote({ job }: { job: JobView }) {
  const t = useTranslations();
  const { failure, failureDetail, upstreamRequestId } = job;
  if (!failure || !isSettled(job.state)) return null;
  const gone = job.isWaiting ? undefined : fetchableOf(failure);
  const host = failure === "resultHost" ? failureDetail : null;
  const detail = host === null ? failureDetail : null;
  return (
    <div className="w-full">
      <p>{gone ? t(`failuresForGood.${gone}`) : t(`failures.${failure}`)}</p>
      {host !== null && <p className="wrap-anywhere">{t("board.hostToAllow", { host })}</p>}
      {(detail !== null || upstreamRequestId !== null) && (
        <details className="mt-1 text-mute text-xs">
          <summary className="min-h-6">{t("board.details")}</summary>
          {detail !== null && (
            <p className="wrap-anywhere">
              {`${t(isSaidByService(failure) ? "board.upstreamSaid" : "board.reason")}: ${detail}`}
            </p>
          )}
          {upstreamRequestId !== null && (
            <p className="wrap-anywhere">{`${t("board.requestId")}: ${upstreamRequestId}`}</p>
          )}
        </details>
      )}
    </div>
  );
}
