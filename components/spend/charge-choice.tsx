"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { useTranslations } from "use-intl";
import { formatFen } from "@/lib/poster/cost";
import { ChargeButtons } from "./charge-buttons";

interface Chosen {
  has(jobId: string): boolean;
  choose(jobIds: readonly string[], isChosen: boolean): void;
}

const Context = createContext<Chosen | null>(null);

interface ChargeChoiceProps {
  charges: readonly { jobId: string; maybeFen: number }[];
  children: ReactNode;
}

/** Several open charges answered at once: those that are ticked, with one press. */
export function ChargeChoice({ charges, children }: ChargeChoiceProps) {
  const t = useTranslations("openCharges");
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  // What was answered meanwhile is not chosen any more.
  const chosen = charges.filter(({ jobId }) => ids.has(jobId));
  const isAll = chosen.length === charges.length;
  const fen = chosen.reduce((sum, { maybeFen }) => sum + maybeFen, 0);
  const choose: Chosen["choose"] = (jobIds, isChosen) =>
    setIds((known) => {
      const next = new Set(known);
      for (const id of jobIds) isChosen ? next.add(id) : next.delete(id);
      return next;
    });
  return (
    <Context value={{ has: (jobId) => ids.has(jobId), choose }}>
      {charges.length > 1 && (
        <fieldset className="mb-3 flex flex-wrap items-center gap-x-6 gap-y-3">
          <legend className="sr-only">{t("several")}</legend>
          <label className="inline-flex min-h-11 cursor-pointer items-center gap-3">
            <input
              type="checkbox"
              className="size-5 accent-ink"
              checked={isAll}
              ref={(box) => {
                if (box) box.indeterminate = chosen.length > 0 && !isAll;
              }}
              onChange={({ target }) =>
                choose(
                  charges.map(({ jobId }) => jobId),
                  target.checked,
                )
              }
            />
            {t("all", { count: charges.length })}
          </label>
          <p id="charges-chosen" role="status" className="text-mute tabular-nums">
            {t("chosen", { count: chosen.length, amount: formatFen(fen) })}
          </p>
          <ChargeButtons
            jobIds={chosen.map(({ jobId }) => jobId)}
            fen={fen}
            describedBy="charges-chosen"
          />
        </fieldset>
      )}
      {children}
    </Context>
  );
}

interface ChargeTickProps {
  jobId: string;
  /** The id of what says which order it is. */
  labelledBy: string;
}

/** Chooses one open charge among several. */
export function ChargeTick({ jobId, labelledBy }: ChargeTickProps) {
  const chosen = useContext(Context);
  if (!chosen) return null;
  return (
    <label className="-m-3 inline-flex size-11 cursor-pointer items-center justify-center">
      <input
        type="checkbox"
        className="size-5 accent-ink"
        aria-labelledby={labelledBy}
        checked={chosen.has(jobId)}
        onChange={({ target }) => chosen.choose([jobId], target.checked)}
      />
    </label>
  );
}
