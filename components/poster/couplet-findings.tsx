import { clsx } from "clsx";
import { Check, Info, TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "use-intl";
import type { Finding, ReadCouplet } from "@/lib/poster/couplet/rules";

interface CoupletFindingsProps {
  read: ReadCouplet;
  findings: readonly Finding[];
}

const mostCharacters = 8;

/** What the rules say about a couplet, each with a sentence on why; all of it is advice. */
export function CoupletFindings({ read, findings }: CoupletFindingsProps) {
  const t = useTranslations("couplet");
  const language = useLocale();
  const warnings = findings.filter(({ level }) => level === "warn").length;
  const values = ({ positions, characters }: Finding) => ({
    positions: positions.map((at) => at + 1).join(language === "zh-CN" ? "、" : ", "),
    characters: characters.slice(0, mostCharacters).join(language === "zh-CN" ? "、" : ", "),
    upper: `${read.upper.characters.length}`,
    lower: `${read.lower.characters.length}`,
    horizontal: `${read.horizontal?.characters.length ?? 0}`,
  });
  return (
    <div className="mt-2 border-line border-t pt-2 text-[13px]">
      <p role="status" className={clsx("flex items-center gap-1.5", warnings === 0 && "text-ok")}>
        {warnings === 0 && <Check aria-hidden className="size-4 shrink-0" />}
        {t("summary", { count: warnings })}
      </p>
      <ul className="mt-1 flex flex-col gap-1">
        {findings.map((finding) => (
          <li key={finding.rule} className="flex gap-2 leading-snug">
            <Sign level={finding.level} />
            <details>
              <summary className="list-none py-0.5 [&::-webkit-details-marker]:hidden">
                {`${t(`findings.${finding.rule}`, values(finding))} `}
                <span className="whitespace-nowrap text-mute underline underline-offset-4">
                  {t("why")}
                </span>
              </summary>
              <p className="py-0.5 text-mute">{t(`reasons.${finding.rule}`)}</p>
            </details>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Sign({ level }: Pick<Finding, "level">) {
  const t = useTranslations("couplet");
  const Icon = level === "warn" ? TriangleAlert : Info;
  return (
    <Icon
      role="img"
      aria-label={t(`levels.${level}`)}
      className={clsx("mt-1 size-4 shrink-0", level === "warn" ? "text-warn" : "text-mute")}
    />
  );
}
