import { clsx } from "clsx";
import { memo } from "react";
import { useTranslations } from "use-intl";
import type { Size } from "@/lib/poster/capability";
import type { Box } from "@/lib/poster/layout/drawing";
import type { Block } from "@/lib/poster/schema";
import { useIsSelected } from "./studio-state";
import type { Growth, TargetRoom } from "./target-room";

interface SheetTargetProps {
  block: Block;
  hintId: string;
  box: Box;
  size: Size;
  room: TargetRoom;
}

const percent = (part: number, whole: number) => `${(part / whole) * 100}%`;

/** Where a target begins and how far it goes, along one side: the block's own place, or 24 px where it may grow. */
function reach(from: number, length: number, whole: number, growth: Growth): [string, string] {
  const begin = percent(from, whole);
  const grown = {
    [-1]: `min(${begin}, calc(${percent(from + length, whole)} - 24px))`,
    0: `min(${begin}, calc(${percent(from + length / 2, whole)} - 12px))`,
    1: begin,
  };
  return [grown[growth], `max(${percent(length, whole)}, 24px)`];
}
const spokenCharacters = 40;

/** A block as it is called: its role, its first words, where it stands and how loud. */
function useName({ role, text, place, emphasis }: Block): string {
  const t = useTranslations();
  const words = text.trim().replaceAll(/\s+/gu, " ").slice(0, spokenCharacters);
  const look = { place: t(`places.${place}`), emphasis: t(`emphases.${emphasis}`) };
  return t("sheet.block", { role: t(`roles.${role}`), words, ...look });
}

/** What one takes hold of on the sheet: a block's box, never smaller than a fingertip can hit. */
export const SheetTarget = memo(function SheetTarget(props: SheetTargetProps) {
  const { block, hintId, box, size, room } = props;
  const { id } = block;
  const name = useName(block);
  const isSelected = useIsSelected(id);
  const [left, width] = reach(box.x, box.width, size.width, room.across);
  const [top, height] = reach(box.y, box.height, size.height, room.down);
  return (
    <button
      type="button"
      data-target={id}
      aria-label={name}
      aria-describedby={hintId}
      aria-pressed={isSelected}
      className={clsx(
        "group absolute cursor-grab select-none rounded-[2px] active:cursor-grabbing",
        "before:absolute before:inset-x-[min(0px,calc((100%-28px)/2))] before:inset-y-[min(0px,calc((100%-28px)/2))] before:content-['']",
        isSelected
          ? "touch-none shadow-[0_0_0_2px_var(--seal),0_0_0_3.5px_#fffdf8] outline-none focus-visible:shadow-[0_0_0_2px_var(--seal),0_0_0_5px_#fffdf8]"
          : "hover:shadow-[0_0_0_1px_#1c1a17,0_0_0_2px_#fffdf8]",
      )}
      style={{ left, top, width, height, zIndex: room.rank }}
    >
      {isSelected && (
        <span
          data-resize
          aria-hidden
          className="absolute -right-5 -bottom-5 grid size-9 cursor-nwse-resize touch-none place-items-center"
        >
          <span className="size-3 rounded-[3px] border-2 border-seal bg-white shadow-sm" />
        </span>
      )}
    </button>
  );
});
