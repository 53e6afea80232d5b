import { speech } from "@/lib/i18n/server";
import { formatFen } from "@/lib/poster/cost";
import { recipes } from "@/lib/poster/recipes";
import { rateOf, successAt } from "@/lib/proof/chance";
import type { RateLine, RateTable } from "@/lib/proof/rates";

/** success@k is shown for these. */
const within = [3, 5] as const;
const number = "px-1.5 py-1.5 sm:px-2 text-right tabular-nums";

/** How pictures of each kind did: first-pass rate, success@k, cost of an exact one. */
export async function RateTableView({ table, lines }: { table: RateTable; lines: RateLine[] }) {
  const { t } = await speech();
  return (
    <div className="min-w-0 rounded-xl border border-line bg-sheet p-4">
      <h2 className="heading mb-2">{t(`rates.${table}`)}</h2>
      <section
        className="overflow-x-auto"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
        tabIndex={0}
        aria-label={t(`rates.${table}`)}
      >
        <table className="w-full break-keep text-[13px]">
          <thead className="text-left text-mute text-xs">
            <tr>
              <th className="py-1.5 pr-2 font-medium">{t("rates.kind")}</th>
              <th className={`${number} font-medium`}>{t("rates.read")}</th>
              <th className={`${number} font-medium`}>{t("rates.rate")}</th>
              {within.map((k) => (
                <th key={k} className={`${number} font-medium`}>
                  {t("rates.within", { k: `${k}` })}
                </th>
              ))}
              <th className={`${number} font-medium`}>{t("rates.cost")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <RateRow key={line.key} table={table} line={line} />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

async function RateRow({ table, line }: { table: RateTable; line: RateLine }) {
  const { t, format } = await speech();
  const rate = rateOf(line);
  const percent = (share: number) =>
    format.number(share, { style: "percent", maximumFractionDigits: 0 });
  return (
    <tr className="border-line border-t">
      <th scope="row" className="py-1.5 pr-2 text-left font-normal">
        <KindName table={table} kind={line.key} />
      </th>
      <td className={number}>{line.read}</td>
      <td className={number}>{rate === undefined ? t("rates.tooFew") : percent(rate)}</td>
      {within.map((k) => (
        <td key={k} className={number}>
          {rate === undefined ? "–" : percent(successAt(k, rate))}
        </td>
      ))}
      <td className={number}>
        {line.got === 0 ? t("rates.never") : formatFen(Math.round(line.spentFen / line.got))}
      </td>
    </tr>
  );
}

/** A kind in the reader's words. */
async function KindName({ table, kind }: { table: RateTable; kind: string }) {
  const { t } = await speech();
  if (table === "lettering") return t(`letterings.${kind}` as "letterings.serif");
  if (table === "language") return t(`rates.languages.${kind}` as "rates.languages.zh");
  if (table === "expansion") return t(kind === "on" ? "rates.on" : "rates.off");
  if (table === "length") {
    return kind === "longer" ? t("rates.longer") : t("rates.upTo", { characters: kind });
  }
  if (table === "recipe") {
    const isKnown = recipes.some(({ id }) => id === kind);
    return isKnown ? t(`recipes.${kind}` as "recipes.rapid54") : t("rates.own");
  }
  return kind;
}
