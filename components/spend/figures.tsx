import { clsx } from "clsx";
import { speech } from "@/lib/i18n/server";
import type { Report } from "@/lib/ledger/report";
import { formatFen } from "@/lib/poster/cost";

interface Figure {
  name: string;
  value: string;
  hint: string;
  /** Money nobody knows the whereabouts of. */
  isOpen?: boolean;
}

/** The month's sums, the one that matters most in large. */
export async function Figures({ report }: { report: Report }) {
  const { t } = await speech();
  const { sums, lostFen, kept, models } = report;
  const pictures = models.reduce((sum, line) => sum + line.pictures, 0);
  const rest: Figure[] = [
    {
      name: t("spend.perKept"),
      value: kept > 0 ? formatFen(Math.round(sums.spentFen / kept)) : t("spend.none"),
      hint: kept > 0 ? t("spend.perKeptHint", { kept }) : t("spend.perKeptNone"),
    },
    { name: t("spend.lost"), value: formatFen(lostFen), hint: t("spend.lostHint") },
    { name: t("spend.saved"), value: formatFen(sums.savedFen), hint: t("spend.savedHint") },
    {
      name: t("spend.maybe"),
      value: formatFen(sums.maybeFen),
      hint: t("spend.maybeHint"),
      isOpen: sums.maybeFen > 0,
    },
    {
      name: t("spend.reserved"),
      value: formatFen(sums.reservedFen),
      hint: t("spend.reservedHint"),
    },
  ];
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-6 p-4 sm:grid-cols-3 lg:grid-cols-[1.3fr_repeat(5,1fr)] lg:p-6">
      <div className="max-sm:col-span-2">
        <dt className="heading">{t("spend.billed")}</dt>
        <dd className="mt-1">
          <span
            className="block font-serif text-4xl tabular-nums leading-tight"
            data-testid="billed"
          >
            {formatFen(sums.spentFen)}
          </span>
          <span className="block text-mute text-xs leading-snug">
            {pictures > 0 ? t("spend.billedHint", { pictures }) : t("spend.billedWithout")}
          </span>
        </dd>
      </div>
      {rest.map(({ name, value, hint, isOpen }) => (
        <div key={name} className="lg:pt-5">
          <dt className="text-[13px]">{name}</dt>
          <dd className="mt-0.5">
            <span
              className={clsx(
                "block text-xl tabular-nums leading-tight",
                isOpen && "text-seal-ink",
              )}
            >
              {value}
            </span>
            <span className="block text-mute text-xs leading-snug">{hint}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
