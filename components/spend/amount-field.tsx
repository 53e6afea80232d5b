import { type ComponentProps, useId } from "react";
import { useTranslations } from "use-intl";
import { Notice } from "@/components/ui/notice";
import { formatFen } from "@/lib/poster/cost";

interface AmountFieldProps {
  label: string;
  /** What a form registers, or a value with who hears of changes. */
  field: ComponentProps<"input">;
  /** What is wrong with what was typed. */
  problem: string | undefined;
  /** The limit in force, fen; null is none. */
  limitFen: number | null;
  /** What it leaves; null where there is nothing to say. */
  leftFen: number | null;
}

/** An amount in yuan, with what is left of the one in force. */
export function AmountField({ label, field, problem, limitFen, leftFen }: AmountFieldProps) {
  const t = useTranslations("budget");
  const id = useId();
  const isLimited = limitFen !== null && leftFen !== null;
  const notes = [isLimited && `${id}-left`, problem && `${id}-problem`].filter(Boolean).join(" ");
  return (
    <div>
      <div className="flex items-center gap-3">
        <label htmlFor={id} className="flex-1">
          {label}
        </label>
        <span className="relative">
          <span aria-hidden className="absolute inset-y-0 left-3 grid place-items-center text-mute">
            {"¥"}
          </span>
          <input
            id={id}
            inputMode="decimal"
            autoComplete="off"
            placeholder={t("noLimit")}
            aria-invalid={problem !== undefined}
            aria-describedby={notes || undefined}
            className="h-11 w-36 rounded-lg border border-line bg-raised pr-3 pl-7 text-right text-base tabular-nums placeholder:text-mute hover:border-edge aria-invalid:border-seal"
            {...field}
          />
        </span>
      </div>
      {isLimited && (
        <div id={`${id}-left`} className="mt-1.5 flex items-center gap-3 text-mute text-xs">
          <span className="tabular-nums">
            {t("left", { left: formatFen(leftFen), limit: formatFen(limitFen) })}
          </span>
          <span aria-hidden className="h-1 flex-1 overflow-hidden rounded-full bg-line">
            <span
              className="block h-full rounded-full bg-ink"
              style={{ width: `${usedPercent(limitFen, leftFen)}%` }}
            />
          </span>
        </div>
      )}
      {problem && (
        <Notice tone="bad" role="alert" id={`${id}-problem`} className="mt-2">
          {problem}
        </Notice>
      )}
    </div>
  );
}

/** How much of a limit is used; a limit of nothing is used up from the start. */
const usedPercent = (limitFen: number, leftFen: number): number =>
  limitFen === 0 ? 100 : ((limitFen - leftFen) / limitFen) * 100;
