import { useFormatter, useTranslations } from "use-intl";
import type { Figures } from "@/lib/proof/schema";

const shares = [
  "blockNed",
  "cer",
  "characterPrecision",
  "characterRecall",
  "characterF1",
] as const satisfies (keyof Figures)[];

/** The field's figures by their exact names, folded away. */
export function FigureList({ figures }: { figures: Figures }) {
  const t = useTranslations("proof");
  const format = useFormatter();
  const percent = { style: "percent", maximumFractionDigits: 1 } as const;
  return (
    <details className="text-[13px]">
      <summary className="min-h-6 text-mute">{t("figures")}</summary>
      <dl className="mt-1 grid grid-cols-[auto_auto] justify-start gap-x-6 gap-y-0.5 tabular-nums">
        <dt className="text-mute">{t("figureNames.posterCrStrict")}</dt>
        <dd>{t(figures.posterCrStrict ? "yes" : "no")}</dd>
        {shares.map((name) => (
          <div key={name} className="contents">
            <dt className="text-mute">{t(`figureNames.${name}`)}</dt>
            <dd>{format.number(figures[name], percent)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
