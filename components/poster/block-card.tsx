"use client";

import { clsx } from "clsx";
import { ChevronDown, GripVertical, MoveDown, MoveUp, X } from "lucide-react";
import { type ComponentProps, memo, useId } from "react";
import { useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { usePoster, usePosterForm } from "@/components/studio/poster-form";
import { countCharacters } from "@/lib/poster/characters";
import { colourHex } from "@/lib/poster/palette";
import { BlockLook } from "./block-look";
import { BlockText } from "./block-text";
import { BlockNotes } from "./finding-notes";
import { PlaceMark } from "./place-grid";

interface BlockCardProps {
  id: string;
  index: number;
  total: number;
  isOpen: boolean;
  isDragged: boolean;
  /** The couplet's editor holds its text. */
  isTextElsewhere: boolean;
  handleProps: ComponentProps<"button">;
  onOpen: (isOpen: boolean) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
}

const iconButton =
  "grid size-8 place-items-center rounded-md text-mute hover:text-ink disabled:opacity-30";

/** One block of words: its text, and its look folded away until wanted. */
export function BlockCard(props: BlockCardProps) {
  const { id, index, total, isOpen, isDragged, isTextElsewhere, handleProps } = props;
  const { onOpen, onMove, onRemove } = props;
  const t = useTranslations();
  const { control } = usePosterForm();
  const lookId = useId();
  const roleId = useWatch({ control, name: `blocks.${index}.role` });
  const role = t(`roles.${roleId}`);
  return (
    <li
      className={clsx(
        "rounded-xl border bg-raised px-3 pt-1.5 pb-2",
        isDragged ? "loud relative z-10 border-edge" : "border-line",
        "focus-within:border-ink focus-within:ring-3 focus-within:ring-ink/7",
      )}
    >
      <div className="flex items-center text-mute text-xs">
        <button
          type="button"
          aria-label={t("words.drag", { role })}
          className="-ml-2 grid size-8 cursor-grab touch-none place-items-center rounded-md hover:text-ink active:cursor-grabbing"
          {...handleProps}
        >
          <GripVertical aria-hidden className="size-4" />
        </button>
        <b className="font-semibold text-ink">{role}</b>
        <span className="ml-auto tabular-nums">
          <CharacterCount index={index} />
        </span>
        <button
          type="button"
          aria-label={t("words.moveUp", { role })}
          className={clsx(iconButton, "ml-1 max-lg:hidden")}
          disabled={index === 0}
          onClick={() => onMove(index - 1)}
        >
          <MoveUp aria-hidden className="size-3.5" />
        </button>
        <button
          type="button"
          aria-label={t("words.moveDown", { role })}
          className={clsx(iconButton, "max-lg:hidden")}
          disabled={index === total - 1}
          onClick={() => onMove(index + 1)}
        >
          <MoveDown aria-hidden className="size-3.5" />
        </button>
        <button
          type="button"
          aria-label={t("words.remove", { role })}
          className={clsx(iconButton, "-mr-2")}
          onClick={onRemove}
        >
          <X aria-hidden className="size-4" />
        </button>
      </div>
      {!isTextElsewhere && <BlockText index={index} roleId={roleId} />}
      <BlockNotes id={id} />
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
      {isOpen && <BlockLook index={index} id={lookId} />}
    </li>
  );
}

function CharacterCount({ index }: { index: number }) {
  const text = usePoster().blocks[index]?.text ?? "";
  return <Count count={countCharacters(text.replaceAll(/\s/gu, ""))} />;
}

const Count = memo(function Count({ count }: { count: number }) {
  return useTranslations("words")("characters", { count });
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
