"use client";

import { clsx } from "clsx";
import { ChevronDown } from "lucide-react";
import { lazy, type ReactNode, Suspense, useId } from "react";
import { useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { usePosterForm } from "@/components/studio/poster-form";
import { useIsSelected, useStudioState } from "@/components/studio/studio-state";
import { colourHex } from "@/lib/poster/layout/colour-hex";
import { BlockHead, type BlockHeadProps } from "./block-head";
import { BlockText } from "./block-text";
import { BlockNotes } from "./finding-notes";
import { PlaceMark } from "./place-mark";

// Wanted by those who open one.
const BlockLook = lazy(async () => ({ default: (await import("./block-look")).BlockLook }));

interface BlockCardProps extends BlockHeadProps {
  id: string;
  isOpen: boolean;
  isDragged: boolean;
  /** The couplet's editor holds its text. */
  isTextElsewhere: boolean;
  onOpen: (isOpen: boolean) => void;
}

/** One block of words: its text, and its look folded away until wanted. */
export function BlockCard(props: BlockCardProps) {
  const { id, isOpen, isDragged, isTextElsewhere, onOpen, ...head } = props;
  const { index } = head;
  const t = useTranslations();
  const { control } = usePosterForm();
  const lookId = useId();
  const roleId = useWatch({ control, name: `blocks.${index}.role` });
  const role = t(`roles.${roleId}`);
  return (
    <CardFrame id={id} isDragged={isDragged}>
      <BlockHead role={role} {...head} />
      {!isTextElsewhere && <BlockText index={index} roleId={roleId} renewal={head} />}
      <BlockNotes id={id} />
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={lookId}
        className="mt-1 flex min-h-8 w-full items-center gap-2.5 rounded-md text-mute text-xs hover:text-ink"
        onClick={() => onOpen(!isOpen)}
      >
        <span className="sr-only">{t("words.options", { role })}</span>
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
    </CardFrame>
  );
}

interface CardFrameProps {
  id: string;
  isDragged: boolean;
  children: ReactNode;
}

/** Marks the card in hand. Alone in knowing: what is in it is not drawn again for that. */
function CardFrame({ id, isDragged, children }: CardFrameProps) {
  const { selection } = useStudioState();
  const isSelected = useIsSelected(id);
  return (
    <li
      data-card={id}
      className={clsx(
        "rounded-xl border bg-raised px-3 pt-1.5 pb-2 max-lg:scroll-mt-100 max-lg:scroll-mb-40",
        isDragged && "loud relative z-10 border-edge",
        isSelected ? "border-seal ring-3 ring-seal/20" : !isDragged && "border-line",
        "focus-within:border-ink focus-within:ring-3 focus-within:ring-ink/7",
      )}
      onFocus={() => {
        const { id: before, from } = selection.get();
        if (before !== id || from !== "list") selection.set({ id, from: "list" });
      }}
    >
      {children}
    </li>
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
        <span>{t(`colours.${colour}`)}</span>
      </span>
    </>
  );
}
