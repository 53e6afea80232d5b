"use client";

import { clsx } from "clsx";
import { Check, Eye, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { type BadgeTone, badgeOf } from "@/lib/proof/badge";
import type { ProofState } from "@/lib/proof/schema";

const tones: Record<BadgeTone, string> = {
  ok: "bg-ok-soft text-ok",
  bad: "bg-seal-soft text-seal-ink",
  look: "bg-warn-soft text-warn",
  quiet: "bg-paper text-mute",
};
const marks = { ok: Check, bad: X, look: Eye, quiet: null } as const;

interface ProofBadgeProps {
  state: ProofState;
  className?: string;
}

/** What the reader found, in a few words; a person's word is said to be one. */
export function ProofBadge({ state, className }: ProofBadgeProps) {
  const t = useTranslations("proof");
  const { tone, says, values } = badgeOf(state);
  const Mark = marks[tone];
  const isHuman = state.is === "read" && state.summary.isHuman;
  return (
    <span
      data-testid="proof"
      data-says={says}
      className={clsx(
        "wrap-anywhere inline-flex items-center gap-1 rounded-full px-2 py-0.5 font-semibold text-xs",
        tones[tone],
        className,
      )}
    >
      {Mark && <Mark aria-hidden className="size-3 shrink-0" />}
      <span>{t(`badge.${says}` as "badge.unsure", values as never)}</span>
      {isHuman && <span>{`· ${t("human")}`}</span>}
    </span>
  );
}
