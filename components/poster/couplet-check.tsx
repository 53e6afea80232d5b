import { memo } from "react";
import { useTranslations } from "use-intl";
import { usePoster } from "@/components/studio/poster-form";
import { Notice } from "@/components/ui/notice";
import { type Couplet, coupletOf } from "@/lib/poster/couplet/couplet";
import type { CoupletOrder } from "@/lib/poster/couplet/hanging";
import { readScroll } from "@/lib/poster/couplet/readings";
import { checkCouplet, rowsOf, type Scroll } from "@/lib/poster/couplet/rules";
import type { Block } from "@/lib/poster/schema";
import { CoupletFindings } from "./couplet-findings";
import { CoupletTable } from "./couplet-table";
import { useTones } from "./use-tones";

interface CoupletCheckProps {
  order: CoupletOrder;
  isTouched: boolean;
}

/** What the couplet's words are found to be, as soon as there is time. */
export function CoupletCheck(props: CoupletCheckProps) {
  const couplet = coupletOf(usePoster().blocks);
  return couplet && <Check {...couplet} {...props} />;
}

/** The scrolls character under character, and what the rules say about them. */
const Check = memo(function Check(props: Couplet & CoupletCheckProps) {
  const { upper, lower, horizontal, order, isTouched } = props;
  const t = useTranslations("couplet");
  const readingsOf = useTones(isTouched);
  const scrollOf = (block: Block): Scroll => ({
    text: block.text,
    characters: readScroll(block, readingsOf?.(block.text) ?? []),
  });
  const read = {
    upper: scrollOf(upper),
    lower: scrollOf(lower),
    ...(horizontal && { horizontal: scrollOf(horizontal) }),
  };
  const rows = rowsOf(read);
  if (rows.length === 0) {
    return (
      <Notice tone="quiet" className="mt-2">
        {t("empty")}
      </Notice>
    );
  }
  const findings = checkCouplet(read);
  const ids = { upper: upper.id, lower: lower.id };
  return (
    <>
      <CoupletTable order={order} rows={rows} findings={findings} ids={ids} />
      {readingsOf === null && <Notice tone="quiet">{t("noTones")}</Notice>}
      {readingsOf !== undefined && <CoupletFindings read={read} findings={findings} />}
    </>
  );
});
