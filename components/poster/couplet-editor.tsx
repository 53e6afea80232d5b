"use client";

import { memo, useLayoutEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { usePoster, usePosterForm } from "@/components/studio/poster-form";
import { Select } from "@/components/ui/select";
import { type CoupletOrder, coupletOrder } from "@/lib/poster/couplet";
import { hangScrolls } from "@/lib/poster/couplet-pair";
import type { Role } from "@/lib/poster/schema";
import { BlockText } from "./block-text";
import { CoupletCheck } from "./couplet-check";

export interface CoupletEditorProps {
  /** Ids of the blocks it edits, with blanks between. */
  ids: string;
  upperAt: number;
  lowerAt: number;
  /** -1 where there is none. */
  horizontalAt: number;
  /** Told which blocks' texts it holds, and again when it lets go of them. */
  onTake: (ids: readonly string[]) => void;
}

/** A couplet's two scrolls side by side, with what hangs above them and how they match. */
export const CoupletEditor = memo(function CoupletEditor(props: CoupletEditorProps) {
  const { ids, upperAt, lowerAt, horizontalAt, onTake } = props;
  const t = useTranslations();
  const order = coupletOrder(usePoster().blocks);
  const room = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (room.current) takeFocus(room.current);
    onTake(ids.split(" "));
    return () => onTake([]);
  }, [ids, onTake]);
  return (
    <section
      ref={room}
      aria-label={t("couplet.heading")}
      className="mb-2 rounded-xl border border-line bg-raised px-3 pt-2 pb-3"
    >
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <h3 className="font-semibold text-xs">{t("couplet.heading")}</h3>
        <OrderSelect order={order} />
      </div>
      {horizontalAt >= 0 && (
        <ScrollField
          index={horizontalAt}
          roleId="horizontalScroll"
          className="mx-auto mb-2 w-1/2"
        />
      )}
      {/* The upper scroll is written first, whichever side it hangs on. */}
      <div className="grid grid-cols-2 items-start gap-2">
        <ScrollField
          index={upperAt}
          roleId="upperScroll"
          className={order === "traditional" ? "order-2" : ""}
        />
        <ScrollField index={lowerAt} roleId="lowerScroll" />
      </div>
      <CoupletCheck order={order} />
    </section>
  );
});

/** Goes on writing here what was being written in a card whose text moves here. */
function takeFocus(room: HTMLElement): void {
  const active = document.activeElement;
  if (!(active instanceof HTMLTextAreaElement) || room.contains(active)) return;
  const own = [...room.querySelectorAll("textarea")].find(({ name }) => name === active.name);
  own?.focus();
  own?.setSelectionRange(active.selectionStart, active.selectionEnd);
}

interface ScrollFieldProps {
  index: number;
  roleId: Role;
  className?: string;
}

function ScrollField({ index, roleId, className = "" }: ScrollFieldProps) {
  const t = useTranslations("roles");
  return (
    <div
      className={`rounded-lg border border-line bg-sheet px-2.5 pt-1.5 pb-1 focus-within:border-ink focus-within:ring-3 focus-within:ring-ink/7 ${className}`}
    >
      <span aria-hidden className="mb-0.5 block text-mute text-xs">
        {t(roleId)}
      </span>
      <BlockText index={index} roleId={roleId} />
    </div>
  );
}

const orders = ["traditional", "modern"] as const;

function OrderSelect({ order }: { order: CoupletOrder }) {
  const t = useTranslations("couplet");
  const { getValues, setValue } = usePosterForm();
  const hang = (wanted: CoupletOrder) => {
    for (const [index, { place }] of hangScrolls(getValues("blocks"), wanted).entries()) {
      const name = `blocks.${index}.place` as const;
      if (getValues(name) !== place) setValue(name, place, { shouldDirty: true });
    }
  };
  return (
    <Select
      label={t("order")}
      value={order}
      onChange={({ target }) => hang(target.value as CoupletOrder)}
    >
      {orders.map((each) => (
        <option key={each} value={each}>
          {t(`orders.${each}`)}
        </option>
      ))}
    </Select>
  );
}
