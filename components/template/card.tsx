"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { buttonClass } from "@/components/ui/button";
import type { Template } from "@/lib/template/schema";
import { CardSheet } from "./card-sheet";

interface CardProps {
  template: Template;
  isEager: boolean;
  /** What else can be done with it, beside Start. */
  children: ReactNode;
}

/** A template: its picture, name and ratio, and the way to start from it. */
export function Card({ template: { id, name, poster }, isEager, children }: CardProps) {
  const t = useTranslations("templates");
  return (
    <li className="flex flex-col gap-2" data-testid="template">
      <CardSheet poster={poster} isEager={isEager} />
      <div className="px-1">
        <p translate="no" className="truncate font-semibold font-serif" title={name}>
          {name}
        </p>
        <p className="text-mute text-xs tabular-nums">{poster.ratios.join(" · ")}</p>
      </div>
      <div className="flex items-center gap-2">
        <Link
          href={`/?template=${id}`}
          prefetch={false}
          aria-label={t("startFrom", { name })}
          className={buttonClass("ghost", "flex-1 font-semibold max-lg:min-h-11")}
        >
          {t("start")}
        </Link>
        {children}
      </div>
    </li>
  );
}
