import type { ReactNode } from "react";
import { speech } from "@/lib/i18n/server";
import type { Line, PersonLine, Report } from "@/lib/ledger/report";
import { findCapability } from "@/lib/poster/capability";
import { formatFen } from "@/lib/poster/cost";
import { SumTable } from "./sum-table";

/** The month's sums by model, by ratio and by person. */
export async function SumTables({ report }: { report: Report }) {
  const { t } = await speech();
  const { models, ratios, people } = report;
  return (
    <>
      <SumTable
        heading={t("spend.byModel")}
        column={t("spend.model")}
        lines={models}
        nameOf={(line) => <ModelName model={line.key} />}
      />
      <SumTable
        heading={t("spend.byRatio")}
        column={t("spend.ratio")}
        lines={ratios}
        nameOf={(line: Line): ReactNode => line.key}
      />
      <SumTable
        heading={t("spend.byPerson")}
        column={t("spend.person")}
        lines={people}
        nameOf={(line) => <PersonName line={line} />}
      />
    </>
  );
}

/** A model with its price beside the official one. */
async function ModelName({ model }: { model: string }) {
  const { t } = await speech();
  const known = findCapability(model);
  return (
    <>
      {model}
      {known && (
        <span className="block text-mute text-xs">
          {t("spend.price", {
            price: formatFen(known.priceFen),
            official: formatFen(known.officialPriceFen),
          })}
        </span>
      )}
    </>
  );
}

async function PersonName({ line }: { line: PersonLine }) {
  const { t } = await speech();
  const { key, name, isMine } = line;
  const unnamed = key === "" ? t("spend.nobody") : t("spend.browser", { end: key });
  return (
    <>
      {name || unnamed}
      {isMine && <span className="block text-mute text-xs">{t("spend.thisBrowser")}</span>}
    </>
  );
}
