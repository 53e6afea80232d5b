"use client";

import { clsx } from "clsx";
import { ChevronDown } from "lucide-react";
import { lazy, Suspense, useId } from "react";
import { useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { usePosterForm } from "@/components/studio/poster-form";
import { useIsSelected, useStudioState } from "@/components/studio/studio-state";
import { colourHex } from "@/lib/poster/palette";
import { BlockHead, type BlockHeadProps } from "./block-head";
import { BlockNotice, useIsTroubled } from "./block-notice";
import { PlaceMark } from "./place-grid";
import { useField } from "./use-field";

// Wanted by those who open one.
const BlockLook = lazy(async () => ({ default: (await import("./block-look")).BlockLook }));

interface BlockCardProps extends BlockHeadProps {
  id: string;
  isOpen: boolean;
  isDragged: boolean;
  onOpen: (isOpen: boolean) => void;
}

/** One block of words: its text, and its look folded away until wanted. */
export function BlockCard({ id, isOpen, isDragged, onOpen, ...head }: BlockCardProps) {
  const { index } = head;
  const t = useTranslations();
  const { control } = usePosterForm();
  const { selection } = useStudioState();
  const isSelected = useIsSelected(id);
  const lookId = useId();
  const noticeId = useId();
  const role = t(`roles.${useWatch({ control, name: `blocks.${index}.role` })}`);
  return (
    <li
      data-card={id}
      className={clsx(
        "rounded-xl border bg-raised px-3 pt-1.5 pb-2 max-lg:scroll-mt-100 max-lg:scroll-mb-40",
        isDragged && "loud relative z-10 border-edge",
        isSelected ? "border-seal ring-3 ring-seal/20" : !isDragged && "border-line",
        "focus-within:border-ink focus-within:ring-3 focus-within:ring-ink/7",
      )}
      onFocus={() => selection.set({ id, from: "list" })}
    >
      <BlockHead role={role} {...head} />
      <TextField index={index} label={t("words.text", { role })} noticeId={noticeId} />
      <BlockNotice index={index} id={noticeId} />
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={lookId}
        aria-label={t("words.options", { role })}
        className="mt-1 flex min-h-8 w-full items-center gap-2.5 rounded-md text-mute text-xs hover:text-ink"
        onClick={() => onOpen(!isOpen)}
      >
        <LookSummary index={index} />
        <ChevronDown
          aria-hidden
          className={clsx("ml-auto size-4 shrink-0", isOpen && "rotate-180")}
        />
      </button>
      {isOpen && (
        <Suspense fallback={<div className="h-32" />}>
          <BlockLook index={index} id={lookId} />
        </Suspense>
      )}
    </li>
  );
}

interface TextFieldProps {
  index: number;
  label: string;
  noticeId: string;
}

function TextField({ index, label, noticeId }: TextFieldProps) {
  const t = useTranslations("words");
  const isTroubled = useIsTroubled(index);
  return (
    <textarea
      rows={1}
      aria-label={label}
      aria-invalid={isTroubled}
      aria-describedby={isTroubled ? noticeId : undefined}
      placeholder={t("placeholder")}
      className="field-sizing-content max-h-72 w-full resize-none bg-transparent font-semibold font-serif text-[17px] leading-snug outline-none placeholder:font-normal placeholder:text-mute placeholder:text-sm"
      {...useField(`blocks.${index}.text`)}
    />
  );
}

function LookSummary({ index }: { index: number }) {
  const t = useTranslations();
  const { control } = usePosterForm();
  const [place, direction, lettering, colour] = useWatch({
    control,
    name: [
      `blocks.${index}.place`,
      `blocks.${index}.direction`,
      `blocks.${index}.lettering`,
      `blocks.${index}.colour`,
    ],
  });
  return (
    <>
      <PlaceMark place={place} />
      <span>{`${t(`places.${place}`)} · ${t(`directions.${direction}`)}`}</span>
      <span className="truncate">{t(`letterings.${lettering}`)}</span>
      <span className="flex items-center gap-1.5 whitespace-nowrap">
        {colour !== "auto" && (
          <span
            aria-hidden
            className="size-3.5 rounded border border-edge/40"
            style={{ background: colourHex[colour] }}
          />
        )}
        {t(`colours.${colour}`)}
      </span>
    </>
  );
}
