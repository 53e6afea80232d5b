import { clsx } from "clsx";
import type { ReactNode } from "react";
import { speech } from "@/lib/i18n/server";
import type { Line } from "@/lib/ledger/report";
import type { Amounts } from "@/lib/ledger/schema";
import { formatFen } from "@/lib/poster/cost";

interface SumTableProps<Row extends Line> {
  heading: string;
  /** What the lines are, over their names. */
  column: string;
  lines: readonly Row[];
  nameOf: (line: Row) => ReactNode;
}

/** Sums a line each. A kind of money that none of them has takes no column. */
export async function SumTable<Row extends Line>(props: SumTableProps<Row>) {
  const { heading, column, lines, nameOf } = props;
  const { t } = await speech();
  const kinds: [keyof Amounts, string][] = [
    ["spentFen", t("spend.billed")],
    ["maybeFen", t("spend.maybeShort")],
    ["savedFen", t("spend.savedShort")],
  ];
  const shown = kinds.filter(
    ([kind], index) => index === 0 || lines.some((line) => line[kind] !== 0),
  );
  const number = "py-2 pl-3 text-right align-top tabular-nums whitespace-nowrap lg:min-w-20";
  return (
    <table className="w-full border-collapse">
      <caption className="heading mb-1 text-left">{heading}</caption>
      <thead className="text-mute text-xs">
        <tr className="border-line border-b">
          <th scope="col" className="w-full py-1.5 text-left font-normal">
            {column}
          </th>
          <th
            scope="col"
            className="whitespace-nowrap py-1.5 pl-3 text-right font-normal lg:min-w-20"
          >
            {t("spend.pictures")}
          </th>
          {shown.map(([kind, name]) => (
            <th
              key={kind}
              scope="col"
              className="whitespace-nowrap py-1.5 pl-3 text-right font-normal lg:min-w-20"
            >
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key} className="border-line border-b">
            <th scope="row" className="wrap-anywhere py-2 text-left font-normal">
              {nameOf(line)}
            </th>
            <td className={number}>{line.pictures}</td>
            {shown.map(([kind]) => (
              <td key={kind} className={clsx(number, line[kind] === 0 && "text-mute")}>
                {formatFen(line[kind])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
