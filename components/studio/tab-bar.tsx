"use client";

import { useQuery } from "@tanstack/react-query";
import type { FieldErrors } from "react-hook-form";
import { useTranslations } from "use-intl";
import { Chip } from "@/components/ui/chip";
import { boardQuery } from "@/lib/job/queries";
import type { Poster } from "@/lib/poster/schema";

const tabs = ["words", "scene", "keepOut", "prompt", "proofs"] as const;
export type Tab = (typeof tabs)[number];

const names = {
  words: "tabWords",
  scene: "tabScene",
  keepOut: "tabKeepOut",
  prompt: "tabPrompt",
  proofs: "tabProofs",
} as const;

/** The tab on which the first error can be mended. */
export function tabOf(errors: FieldErrors<Poster>): Tab {
  if (errors.blocks) return "words";
  if (errors.scene) return "scene";
  if (errors.keepOut) return "keepOut";
  return errors.handPrompt ? "prompt" : "words";
}

interface TabBarProps {
  tab: Tab;
  onTab: (tab: Tab) => void;
}

/** On a phone one part of the poster is in hand at a time. */
export function TabBar({ tab, onTab }: TabBarProps) {
  const t = useTranslations("studio");
  const { data } = useQuery(boardQuery);
  const proofs = data?.jobs.length ?? 0;
  return (
    <nav aria-label={t("tabs")} className="flex gap-1 overflow-x-auto px-3 pt-2 pb-3">
      {tabs.map((id) => (
        <Chip
          key={id}
          tone="ink"
          pressed={tab === id}
          className="min-h-9 flex-auto justify-center px-1.5"
          onClick={() => onTab(id)}
        >
          {id === "proofs" && proofs > 0 ? `${t(names[id])} ${proofs}` : t(names[id])}
        </Chip>
      ))}
    </nav>
  );
}
