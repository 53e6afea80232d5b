"use client";

import { memo, useLayoutEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { usePoster, usePosterForm } from "@/components/studio/poster-form";
import { Select } from "@/components/ui/select";
import { type CoupletOrder, coupletOrder, hangScrolls } from "@/lib/poster/couplet/hanging";
import type { Role } from "@/lib/poster/schema";
import { BlockText } from "./block-text";
import { CoupletCheck } from "./couplet-check";

interface FieldPlace {
  index: number;
  id: string;
  key: string;
}

export interface CoupletEditorProps {
  upper: FieldPlace;
  lower: FieldPlace;
  horizontal: FieldPlace | undefined;
  /** The words are no longer those the page opened with. */
  isTouched: boolean;
  /** Told which blocks' texts it holds, and again when it lets go of them. */
  onTake: (ids: readonly string[]) => void;
}

/** A couplet's two scrolls side by side, with what hangs above them and how they match. */
export function CoupletEditor({ isTouched, onTake, ...scrolls }: CoupletEditorProps) {
  const { upper, lower, horizontal } = scrolls;
  const t = useTranslations("couplet");
  const order = coupletOrder(usePoster().blocks);
  const ids = [upper, lower, ...(horizontal ? [horizontal] : [])].map(({ id }) => id).join(" ");
  const { room, isTaken } = useTexts(ids, onTake);
  return (
    <section
      ref={room}
      aria-label={t("heading")}
      className="mb-2 rounded-xl border border-line bg-raised px-3 pt-2 pb-3"
    >
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <h3 className="font-semibold text-xs">{t("heading")}</h3>
        <OrderSelect order={order} />
      </div>
      {isTaken && (
        <div className="grid grid-cols-2 items-start gap-2">
          {horizontal && (
            <ScrollField
              key={horizontal.key}
              index={horizontal.index}
              roleId="horizontalScroll"
              className="col-span-2 mx-auto w-1/2"
            />
          )}
          {/* The upper scroll is written first, whichever side it hangs on. */}
          <ScrollField
            key={upper.key}
            index={upper.index}
            roleId="upperScroll"
            className={order === "traditional" ? "order-2" : "order-1"}
          />
          <ScrollField
            key={lower.key}
            index={lower.index}
            roleId="lowerScroll"
            className={order === "traditional" ? "order-1" : "order-2"}
          />
        </div>
      )}
      <CoupletCheck order={order} isTouched={isTouched} />
    </section>
  );
}

/**
 * Takes the texts of the couplet's blocks over from their cards. The form knows one field by one
 * name, so the cards let go first; who was writing there goes on writing here.
 */
function useTexts(ids: string, onTake: CoupletEditorProps["onTake"]) {
  const room = useRef<HTMLElement>(null);
  const written = useRef<Element>(null);
  const [taken, setTaken] = useState("");
  useLayoutEffect(() => {
    written.current = document.activeElement;
    onTake(ids.split(" "));
    setTaken(ids);
    return () => onTake([]);
  }, [ids, onTake]);
  useLayoutEffect(() => {
    const old = written.current;
    if (taken === "" || !(old instanceof HTMLTextAreaElement)) return;
    const fields = [...(room.current?.querySelectorAll("textarea") ?? [])];
    const own = fields.find(({ name }) => name === old.name);
    own?.focus();
    own?.setSelectionRange(old.selectionStart, old.selectionEnd);
  }, [taken]);
  return { room, isTaken: taken === ids };
}

interface ScrollFieldProps {
  index: number;
  roleId: Role;
  className: string;
}

const ScrollField = memo(function ScrollField(props: ScrollFieldProps) {
  const { index, roleId, className } = props;
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
});

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
