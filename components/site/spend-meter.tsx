"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Children, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { boardQuery } from "@/lib/job/queries";
import { formatFen } from "@/lib/poster/cost";

/** A part of a message as one text, which an element of its own holds alone. */
const plain = (chunks: ReactNode): string => Children.toArray(chunks).join("");

/** What has been spent, kept up to date while pictures arrive; the way to where it went. */
export function SpendMeter() {
  const t = useTranslations("site");
  const { data } = useQuery(boardQuery);
  const today = formatFen(data?.todayFen ?? 0);
  const total = formatFen(data?.totalFen ?? 0);
  const strong = (chunks: ReactNode) => <b className="font-semibold text-ink">{plain(chunks)}</b>;
  const word = (chunks: ReactNode) => <span className="max-sm:sr-only">{plain(chunks)}</span>;
  return (
    <Link
      href="/spend"
      className="whitespace-nowrap rounded-md text-mute leading-9 tabular-nums underline-offset-4 hover:underline max-lg:text-[13px]"
    >
      {t.rich("spentToday", { today, b: strong, word })}
      <span className="max-sm:hidden">{` · ${t("spentTotal", { total })}`}</span>
    </Link>
  );
}
