"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { dismissJobs } from "@/lib/job/actions";
import { boardQuery } from "@/lib/job/queries";
import type { Board, JobView } from "@/lib/job/schema";
import { isSettled } from "@/lib/job/state";
import { formatFen } from "@/lib/poster/cost";
import { JobTile } from "./job-tile";

interface BoardPanelProps {
  usualSeconds: readonly [number, number];
}

/** Everything under way and lately done; it follows the server, whatever tab or reload. */
export function BoardPanel({ usualSeconds }: BoardPanelProps) {
  const t = useTranslations("board");
  const { data, isError, refetch } = useQuery(boardQuery);
  const jobs = data?.jobs ?? [];
  const waiting = jobs.filter((job) => job.state === "queued").map((job) => job.id);
  const sum = jobs.reduce((fen, job) => fen + job.spentFen, 0);
  const ahead = (job: JobView) => waiting.filter((id) => id < job.id).length;
  return (
    <section aria-label={t("heading")}>
      <div className="mb-2.5 flex min-h-8 items-center justify-between">
        <h2 className="heading">{t("heading")}</h2>
        {jobs.length > 0 && (
          <span className="text-mute text-xs tabular-nums">
            {t("total", { total: formatFen(sum) })}
          </span>
        )}
      </div>
      {isError && (
        <Notice tone="warn" role="status" className="mb-2.5">
          {t("offline")}
        </Notice>
      )}
      {jobs.length === 0 && <p className="text-mute">{t("empty")}</p>}
      <ul className="flex flex-col gap-2.5">
        {jobs.map((job) => (
          <JobTile
            key={job.id}
            job={job}
            ahead={ahead(job)}
            usual={data?.usualMs ?? usualSeconds}
            serverNow={data?.now ?? 0}
          />
        ))}
      </ul>
      {jobs.some((job) => isSettled(job.state)) && (
        <Button
          look="bare"
          className="mt-2 text-[13px]"
          onClick={() => void dismissJobs({}).then(() => refetch())}
        >
          {t("clear")}
        </Button>
      )}
      <Announcer board={data} />
    </section>
  );
}

/** Says aloud when a picture is done or has failed. */
function Announcer({ board }: { board: Board | undefined }) {
  const t = useTranslations("board");
  const before = useRef<Map<string, string> | null>(null);
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (!board) return;
    const known = before.current;
    const news = board.jobs.filter(
      ({ id, state }) => known && isSettled(state) && known.get(id) !== state,
    );
    if (news.length > 0) {
      setSaid(
        news
          .map(({ ratio, state }) => t("announce", { ratio, state: t(stateKey(state)) }))
          .join(" "),
      );
    }
    before.current = new Map(board.jobs.map(({ id, state }) => [id, state]));
  }, [board, t]);
  return (
    <p className="sr-only" aria-live="polite">
      {said}
    </p>
  );
}

const stateKey = (state: JobView["state"]) =>
  state === "queued" || state === "painting" ? "waiting" : state;
