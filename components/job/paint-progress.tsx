"use client";

import { useTranslations } from "use-intl";
import { connection } from "@/components/site/connection";
import { useStore } from "@/components/ui/store";
import { useElapsed } from "./use-elapsed";

interface PaintProgressProps {
  startedAt: number | null;
  serverNow: number;
  usual: number | readonly [number, number];
}

/** After this long a reader deserves a word; milliseconds. */
const slowMs = 60_000;

/** How long it has been painted for, and how long it usually takes; no promise beyond that. */
export function PaintProgress({ startedAt, serverNow, usual }: PaintProgressProps) {
  const t = useTranslations("board");
  // Nobody knows how long it goes on while the server is not heard.
  const isHeard = useStore(connection, (now) => now === "good");
  const elapsed = useElapsed(startedAt, serverNow, isHeard);
  const seconds = Math.floor(elapsed / 1000);
  const usualMs = typeof usual === "number" ? usual : usual[1] * 1000;
  const share = Math.min(0.96, elapsed / Math.max(usualMs, 1));
  return (
    <>
      <span className="rounded-full bg-warn-soft px-2 py-0.5 font-semibold text-warn text-xs tabular-nums">
        {t("painting", { seconds: `${seconds}` })}
      </span>
      <span className="text-mute tabular-nums">
        {typeof usual === "number"
          ? t("usual", { seconds: `${Math.max(1, Math.round(usual / 1000))}` })
          : t("usualRange", { from: `${usual[0]}`, to: `${usual[1]}` })}
      </span>
      <span aria-hidden className="h-1.5 w-full overflow-hidden rounded-full bg-line">
        <span
          className="block h-full origin-left bg-warn transition-transform duration-1000 ease-linear"
          style={{ transform: `scaleX(${share})` }}
        />
      </span>
      {elapsed > slowMs && <span className="text-mute">{t("slow")}</span>}
    </>
  );
}
