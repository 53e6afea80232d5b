import { clsx } from "clsx";
import { CopyPlus, GripVertical, MoveDown, MoveUp, X } from "lucide-react";
import { type ComponentProps, memo } from "react";
import { useTranslations } from "use-intl";
import { usePoster } from "@/components/studio/poster-form";
import { countCharacters } from "@/lib/poster/characters";
import { maxBlockCharacters } from "@/lib/poster/choices";

export interface BlockHeadProps {
  index: number;
  total: number;
  handleProps: ComponentProps<"button">;
  onMove: (to: number) => void;
  onDuplicate: () => void;
  onRemove: () => void;
}

const iconButton =
  "grid size-8 place-items-center rounded-md text-mute hover:text-ink disabled:opacity-30";

/** What a block is, how long, and what one does with it as a whole. */
export function BlockHead({ role, ...props }: BlockHeadProps & { role: string }) {
  const { index, total, handleProps, onMove, onDuplicate, onRemove } = props;
  const t = useTranslations();
  return (
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
      <span className="mr-1 ml-auto tabular-nums">
        <CharacterCount index={index} />
      </span>
      <button
        type="button"
        aria-label={t("words.moveUp", { role })}
        className={clsx(iconButton, "max-lg:hidden")}
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
        aria-label={t("sheet.duplicate", { role })}
        title={t("sheet.duplicate", { role })}
        className={iconButton}
        onClick={onDuplicate}
      >
        <CopyPlus aria-hidden className="size-3.5" />
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
  );
}

function CharacterCount({ index }: { index: number }) {
  const text = usePoster().blocks[index]?.text ?? "";
  const isOver = text.length > maxBlockCharacters;
  const count = isOver ? text.length : countCharacters(text.replaceAll(/\s/gu, ""));
  return <Count count={count} isOver={isOver} />;
}

interface CountProps {
  count: number;
  isOver: boolean;
}

const Count = memo(function Count({ count, isOver }: CountProps) {
  const t = useTranslations();
  if (!isOver) return <span>{t("words.characters", { count })}</span>;
  return (
    <b className="text-seal-ink">
      {t("sheet.limit", { used: `${count}`, limit: `${maxBlockCharacters}` })}
    </b>
  );
});
