import { clsx } from "clsx";
import { useTranslations } from "use-intl";
import type { HardCheck } from "@/lib/proof/schema";

const tones: Record<HardCheck["result"], string> = {
  kept: "text-ok",
  broken: "text-seal-ink",
  unsure: "text-warn",
};

/** Prices, dates, numbers and addresses, each against what was asked for. */
export function HardChecks({ checks }: { checks: readonly HardCheck[] }) {
  const t = useTranslations("proof");
  if (checks.length === 0) return null;
  return (
    <div className="flex flex-col gap-1">
      <h3 className="font-semibold text-[13px]">{t("checks")}</h3>
      <ul className="flex flex-col gap-0.5 text-[13px]">
        {checks.map(({ blockId, kind, wanted, read, result }) => (
          <li key={`${blockId} ${kind} ${wanted}`} className="wrap-anywhere flex gap-2">
            <span className="shrink-0 text-mute">{t(`kinds.${kind}`)}</span>
            <span className={clsx("tabular-nums", tones[result])}>
              {t(`check.${result}`, { wanted, read: read || t("nothingRead") })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
