"use client";

import { clsx } from "clsx";
import { ChevronDown } from "lucide-react";
import { lazy, memo, type ReactNode, Suspense, useId } from "react";
import { useFormState, useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { usePoster, usePosterForm } from "@/components/studio/poster-form";
import { useIsSelected, useStudioState } from "@/components/studio/studio-state";
import { colourHex } from "@/lib/poster/palette";
import { troubleOf } from "@/lib/poster/text-trouble";
import { BlockHead, type BlockHeadProps } from "./block-head";
import { PlaceMark } from "./place-grid";
import { useField } from "./use-field";

// Wanted by those who open one, or whose words will not do.
const BlockNotice = lazy(async () => ({ default: (await import("./block-notice")).BlockNotice }));
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
  const lookId = useId();
  const role = t(`roles.${useWatch({ control, name: `blocks.${index}.role` })}`);
  return (
    <CardFrame id={id} isDragged={isDragged}>
      <BlockHead role={role} {...head} />
      <BlockText head={head} label={t("words.text", { role })} />
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

interface BlockTextProps {
  /** Another object whenever the card is drawn: the field then registers anew, as a reset asks. */
  head: BlockHeadProps;
  label: string;
}

/** The text of a block, and at once beside it what of it will not be taken. */
function BlockText({ head, label }: BlockTextProps) {
  const { index } = head;
  const { control } = usePosterForm();
  const { errors } = useFormState({ control, name: `blocks.${index}.text` });
  const trouble = troubleOf(usePoster().blocks[index]?.text ?? "")?.is;
  const isRefused = errors.blocks?.[index]?.text !== undefined;
  const isBad = isRefused || (trouble !== undefined && trouble !== "blank");
  const noticeId = useId();
  return (
    <>
      <TextField head={head} label={label} noticeId={isBad ? noticeId : undefined} />
      {(trouble || isRefused) && (
        <Suspense>
          <BlockNotice index={index} id={noticeId} />
        </Suspense>
      )}
    </>
  );
}

interface TextFieldProps extends BlockTextProps {
  /** What says why the text will not be taken; undefined while it will. */
  noticeId: string | undefined;
}

const TextField = memo(function TextField({ head, label, noticeId }: TextFieldProps) {
  const t = useTranslations("words");
  return (
    <textarea
      rows={1}
      aria-label={label}
      aria-invalid={noticeId !== undefined}
      aria-describedby={noticeId}
      placeholder={t("placeholder")}
      className="field-sizing-content max-h-72 w-full resize-none bg-transparent font-semibold font-serif text-[17px] leading-snug outline-none placeholder:font-normal placeholder:text-mute placeholder:text-sm"
      {...useField(`blocks.${head.index}.text`)}
    />
  );
});

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
