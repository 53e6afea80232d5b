import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { speech } from "@/lib/i18n/server";
import { isBefore, type Month, monthBeside, monthOf, writeMonth } from "@/lib/ledger/month";

interface MonthLinksProps {
  month: Month;
  name: string;
  /** The month of the very first entry; before it there is nothing to see. */
  first: Month | undefined;
  now: number;
}

/** The month in sight, and the ways to those beside it. */
export async function MonthLinks({ month, name, first, now }: MonthLinksProps) {
  const { t, timeZone } = await speech();
  const hasEarlier = first !== undefined && isBefore(first, month);
  const hasLater = isBefore(month, monthOf(now, timeZone));
  const [earlier, later] = [monthBeside(month, -1), monthBeside(month, 1)];
  return (
    <nav
      aria-label={t("spend.months")}
      className="flex items-center gap-1 max-sm:order-last max-sm:w-full max-sm:justify-between"
    >
      <Step
        to={hasEarlier ? earlier : undefined}
        label={t("spend.earlier", { month: writeMonth(earlier) })}
      >
        <ChevronLeft aria-hidden className="size-4" />
      </Step>
      <span className="min-w-34 text-center font-semibold tabular-nums">{name}</span>
      <Step
        to={hasLater ? later : undefined}
        label={t("spend.later", { month: writeMonth(later) })}
      >
        <ChevronRight aria-hidden className="size-4" />
      </Step>
    </nav>
  );
}

interface StepProps {
  /** Undefined where there is nothing to go to; the arrow stays, so that nothing moves. */
  to: Month | undefined;
  label: string;
  children: ReactNode;
}

function Step({ to, label, children }: StepProps) {
  const look = buttonClass("ghost", "size-9 px-0");
  if (!to) {
    return (
      <span aria-hidden className={`${look} opacity-40`}>
        {children}
      </span>
    );
  }
  return (
    <Link href={`/spend?month=${writeMonth(to)}`} aria-label={label} title={label} className={look}>
      {children}
    </Link>
  );
}
