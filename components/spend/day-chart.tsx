import { speech } from "@/lib/i18n/server";
import type { Report } from "@/lib/ledger/report";
import { formatFen } from "@/lib/poster/cost";

/** Days whose number stands under their bar. */
const labelEvery = 7;
const gap = 0.3;
const height = 100;

/** A bar for each day of the month; who cannot see them gets the same figures as a table. */
export async function DayChart({ days }: { days: Report["days"] }) {
  const { t, format } = await speech();
  const most = Math.max(...days.map(({ spentFen, maybeFen }) => spentFen + maybeFen));
  if (most === 0) return null;
  const nameOf = (at: number) => format.dateTime(at, { day: "numeric", month: "long" });
  const hasMaybe = days.some(({ maybeFen }) => maybeFen > 0);
  return (
    <div className="border-line border-t p-4 lg:p-6">
      <div aria-hidden>
        <p className="mb-3 flex flex-wrap items-center gap-x-4 text-mute text-xs tabular-nums">
          <span className="heading mr-auto">{t("spend.byDay")}</span>
          {hasMaybe && <Key className="bg-ink">{t("spend.billed")}</Key>}
          {hasMaybe && <Key className="bg-seal">{t("spend.maybe")}</Key>}
          <span>{t("spend.most", { most: formatFen(most) })}</span>
        </p>
        <Bars days={days} most={most} nameOf={nameOf} />
        <div className="mt-1.5 flex text-xs text-mute tabular-nums">
          {days.map(({ at }, index) => (
            <span key={at} className="flex w-0 flex-1 justify-center">
              {index % labelEvery === 0 && index + 1}
            </span>
          ))}
        </div>
      </div>
      <DayTable days={days} nameOf={nameOf} />
    </div>
  );
}

interface BarsProps {
  days: Report["days"];
  /** The tallest bar, fen. */
  most: number;
  nameOf: (at: number) => string;
}

function Bars({ days, most, nameOf }: BarsProps) {
  const tall = (fen: number) => (fen / most) * height;
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${days.length} ${height}`}
      preserveAspectRatio="none"
      className="block h-28 w-full border-line border-b lg:h-36"
    >
      {days.map(({ at, spentFen, maybeFen }, index) => (
        <g key={at}>
          <title>{`${nameOf(at)} · ${formatFen(spentFen + maybeFen)}`}</title>
          <rect x={index} y="0" width="1" height={height} fill="transparent" />
          <rect
            x={index + gap / 2}
            y={height - tall(spentFen)}
            width={1 - gap}
            height={tall(spentFen)}
            className="fill-ink"
          />
          <rect
            x={index + gap / 2}
            y={height - tall(spentFen + maybeFen)}
            width={1 - gap}
            height={tall(maybeFen)}
            className="fill-seal"
          />
        </g>
      ))}
    </svg>
  );
}

interface DayTableProps {
  days: Report["days"];
  nameOf: (at: number) => string;
}

async function DayTable({ days, nameOf }: DayTableProps) {
  const { t } = await speech();
  return (
    <div className="sr-only">
      <table>
        <caption>{t("spend.byDay")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("spend.day")}</th>
            <th scope="col">{t("spend.billed")}</th>
            <th scope="col">{t("spend.maybe")}</th>
          </tr>
        </thead>
        <tbody>
          {days
            .filter(({ spentFen, maybeFen }) => spentFen + maybeFen > 0)
            .map(({ at, spentFen, maybeFen }) => (
              <tr key={at}>
                <th scope="row">{nameOf(at)}</th>
                <td>{formatFen(spentFen)}</td>
                <td>{formatFen(maybeFen)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}

function Key({ className, children }: { className: string; children: string }) {
  return (
    <span className="flex items-center gap-1.5">
      <span className={`size-2.5 rounded-[2px] ${className}`} />
      {children}
    </span>
  );
}
