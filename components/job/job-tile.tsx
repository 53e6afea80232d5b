"use client";

import { clsx } from "clsx";
import { Download, Shuffle, Type } from "lucide-react";
import Link from "next/link";
import { memo } from "react";
import { useTranslations } from "use-intl";
import { StoredImage } from "@/components/image/stored-image";
import { ProofBadge } from "@/components/proof/proof-badge";
import { buttonClass } from "@/components/ui/button";
import type { JobView } from "@/lib/job/schema";
import { isSettled } from "@/lib/job/state";
import { formatFen } from "@/lib/poster/cost";
import { FailureNote } from "./failure-note";
import { GiveUpButton } from "./give-up-button";
import { JobButton } from "./job-button";
import { PaintProgress } from "./paint-progress";

interface JobTileProps {
  job: JobView;
  /** Jobs that wait before this one. */
  ahead: number;
  /** Usual time: measured, milliseconds; or the documentation's range, seconds. */
  usual: number | readonly [number, number];
  serverNow: number;
}

const tones: Record<JobView["state"], string> = {
  queued: "bg-paper text-mute",
  painting: "bg-warn-soft text-warn",
  saving: "bg-warn-soft text-warn",
  done: "bg-ok-soft text-ok",
  failed: "bg-seal-soft text-seal-ink",
  cancelled: "bg-paper text-mute",
  unknown: "bg-warn-soft text-warn",
};

/** One picture on its way, from waiting to done or failed, with what to do about it. */
export const JobTile = memo(function JobTile({ job, ahead, usual, serverNow }: JobTileProps) {
  const t = useTranslations("board");
  const badge = () => {
    if (job.state === "queued")
      return ahead > 0 ? t("waitingBehind", { position: `${ahead}` }) : t("waiting");
    if (job.isCached) return t("cachedBadge");
    if (job.state === "done") return job.painter === "draft" ? t("draftBadge") : t("modelBadge");
    return job.state === "painting" ? null : t(job.state);
  };
  return (
    <li
      className="grid grid-cols-[84px_minmax(0,1fr)] gap-3 rounded-xl border border-line bg-raised p-2"
      data-state={job.state}
      data-testid="job"
    >
      <Thumb job={job} />
      <div className="flex min-w-0 flex-col items-start gap-1 text-[13px]">
        {job.state === "painting" ? (
          <PaintProgress startedAt={job.startedAt} serverNow={serverNow} usual={usual} />
        ) : (
          <span
            className={clsx(
              "rounded-full px-2 py-0.5 font-semibold text-xs",
              // Green is for the model's new work only: neither a draft nor a picture found again is that.
              tones[job.state === "done" && isQuiet(job) ? "queued" : job.state],
            )}
          >
            {badge()}
          </span>
        )}
        <JobCost job={job} />
        {job.image && <ProofBadge state={job.image.proof} />}
        {job.runAfter !== null && (
          <p>{t("retrying", { seconds: `${Math.ceil((job.runAfter - serverNow) / 1000)}` })}</p>
        )}
        <FailureNote job={job} />
        {job.image && <ImageLinks {...job.image} />}
        {job.giveUpAt !== null && <GiveUpButton job={job} serverNow={serverNow} />}
        <JobButton job={job} />
      </div>
    </li>
  );
});

const isQuiet = (job: JobView) => job.painter === "draft" || job.isCached;

function JobCost({ job }: { job: JobView }) {
  const t = useTranslations("board");
  const cost = formatFen(job.spentFen);
  const text = () => {
    if (job.image) {
      const { tookMs, width, height } = job.image;
      const seconds = (tookMs / 1000).toFixed(1);
      return t("facts", { cost, seconds, width: String(width), height: String(height) });
    }
    if (!isSettled(job.state)) return t("costWhenDone", { cost: formatFen(job.priceFen) });
    const maybe = formatFen(job.maybeFen);
    if (job.spentFen > 0 && job.maybeFen > 0) return t("costBoth", { cost, maybe });
    if (job.spentFen > 0) return t("costPaid", { cost });
    return job.maybeFen > 0 ? t("costMaybe", { cost: maybe }) : t("costNothing");
  };
  return <p className="text-mute tabular-nums">{text()}</p>;
}

function ImageLinks({ id, isBare }: { id: string; isBare: boolean }) {
  const t = useTranslations("board");
  const link = "inline-flex min-h-8 items-center gap-1.5 text-mute hover:text-ink";
  return (
    <p className="flex flex-wrap gap-x-4">
      {isBare && (
        <Link
          className={buttonClass("ink", "my-1 w-full")}
          href={`/gallery/${id}/mend?all`}
          prefetch={false}
        >
          <Type aria-hidden className="size-3.5" />
          {t("setWords")}
        </Link>
      )}
      <a className={link} href={`/api/images/${id}?download`} download>
        <Download aria-hidden className="size-3.5" />
        {t("download")}
      </a>
      <Link className={link} href={`/?remix=${id}`} prefetch={false}>
        <Shuffle aria-hidden className="size-3.5" />
        {t("remix")}
      </Link>
    </p>
  );
}

function Thumb({ job }: { job: JobView }) {
  const t = useTranslations("board");
  const frame = "h-27 w-full overflow-hidden rounded-lg bg-line/60";
  if (!job.image) return <div className={frame} />;
  return (
    <Link
      href={`/gallery/${job.image.id}`}
      prefetch={false}
      aria-label={t("open", { ratio: job.ratio })}
      className={frame}
    >
      <StoredImage
        src={`/api/images/${job.image.id}/thumb`}
        alt=""
        width={job.image.width}
        height={job.image.height}
        className="size-full object-contain"
        data-testid="painted"
      />
    </Link>
  );
}
