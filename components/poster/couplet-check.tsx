import { memo } from "react";
import { useTranslations } from "use-intl";
import { usePoster } from "@/components/studio/poster-form";
import { Notice } from "@/components/ui/notice";
import type { CoupletOrder } from "@/lib/poster/couplet";
import { coupletOf } from "@/lib/poster/couplet";
import { checkCouplet, rowsOf, type Scroll } from "@/lib/poster/couplet-rules";
import { readScroll } from "@/lib/poster/readings";
import type { Block } from "@/lib/poster/schema";
import { CoupletFindings } from "./couplet-findings";
import { CoupletTable } from "./couplet-table";
import { useTones } from "./use-tones";

interface CoupletCheckProps {
  order: CoupletOrder;
  isTouched: boolean;
}

/** The scrolls character under character, and what the rules say about them. */
export const CoupletCheck = memo(function CoupletCheck({ order, isTouched }: CoupletCheckProps) {
  const t = useTranslations("couplet");
  const couplet = coupletOf(usePoster().blocks);
  const readingsOf = useTones(isTouched);
  if (!couplet) return null;
  const scrollOf = (block: Block): Scroll => ({
    text: block.text,
    characters: readScroll(block, readingsOf?.(block.text) ?? []),
  });
  const { horizontal } = couplet;
  const read = {
    upper: scrollOf(couplet.upper),
    lower: scrollOf(couplet.lower),
    ...(horizontal && { horizontal: scrollOf(horizontal) }),
  };
  const rows = rowsOf(read);
  if (rows.length === 0)
    return (
      <Notice tone="quiet" className="mt-2">
        {t("empty")}
      </Notice>
    );
  const findings = checkCouplet(read);
  return (
    <>
      <CoupletTable
        order={order}
        rows={rows}
        findings={findings}
        ids={{ upper: couplet.upper.id, lower: couplet.lower.id }}
      />
      {readingsOf === null && <Notice tone="quiet">{t("noTones")}</Notice>}
      {readingsOf !== undefined && <CoupletFindings read={read} findings={findings} />}
    </>
  );
});
