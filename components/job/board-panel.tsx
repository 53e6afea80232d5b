"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { dismissJobs } from "@/lib/job/actions";
import { boardQuery } from "@/lib/job/queries";
import type { Board, JobView } from "@/lib/job/schema";
import { isSettled } from "@/lib/job/state";
import { formatFen } from "@/lib/poster/cost";
import { JobTile } from "./job-tile";
import { useBoardIntent } from "./use-board-intent";

interface BoardPanelProps {
  usualSeconds: readonly [number, number];
}

/** Finished ones shown at first: as many as one looks over at a glance. */
const glance = 12;

/** Newest first. What is under way is always shown. */
const isAtHand = ({ state }: JobView, at: number) => at < glance || !isSettled(state);

/** Everything under way and lately done; it follows the server, whatever tab or reload. */
export function BoardPanel({ usualSeconds }: BoardPanelProps) {
  const t = useTranslations("board");
  const act = useBoardIntent();
  const { data } = useQuery(boardQuery);
  const [isWhole, setWhole] = useState(false);
  const jobs = data?.jobs ?? [];
  const waiting = jobs.filter((job) => job.state === "queued").map((job) => job.id);
  const sum = jobs.reduce((fen, job) => fen + job.spentFen, 0);
  const shown = isWhole ? jobs : jobs.filter(isAtHand);
  const rest = jobs.length - shown.length;
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
      {jobs.length === 0 && <p className="text-mute">{t("empty")}</p>}
      <ul className="flex flex-col gap-2.5">
        {shown.map((job) => (
          <JobTile
            key={job.id}
            job={job}
            ahead={ahead(job)}
            usual={data?.usualMs ?? usualSeconds}
            serverNow={data?.now ?? 0}
          />
        ))}
      </ul>
      <div className="mt-2 flex flex-wrap items-center justify-between gap-2">
        {jobs.some((job) => isSettled(job.state)) && (
          <Button
            look="bare"
            className="-ml-1.5 text-[13px]"
            onClick={() => void act(() => dismissJobs({}))}
          >
            {t("clear")}
          </Button>
        )}
        {rest > 0 && (
          <Button className="text-[13px]" onClick={() => setWhole(true)}>
            {t("more", { count: rest })}
          </Button>
        )}
      </div>
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
