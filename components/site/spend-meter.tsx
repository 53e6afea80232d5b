"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { boardQuery } from "@/lib/job/queries";
import { formatFen } from "@/lib/poster/cost";

/** What has been spent, kept up to date while pictures arrive. */
export function SpendMeter() {
  const t = useTranslations("site");
  const { data } = useQuery(boardQuery);
  const today = formatFen(data?.todayFen ?? 0);
  const total = formatFen(data?.totalFen ?? 0);
  const strong = (chunks: React.ReactNode) => <b className="font-semibold text-ink">{chunks}</b>;
  const word = (chunks: React.ReactNode) => <span className="max-sm:sr-only">{chunks}</span>;
  return (
    <p className="whitespace-nowrap text-mute tabular-nums max-lg:text-[13px]">
      {t.rich("spentToday", { today, b: strong, word })}
      <span className="max-sm:hidden">{` · ${t("spentTotal", { total })}`}</span>
    </p>
  );
}
