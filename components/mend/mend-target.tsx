import { clsx } from "clsx";
import { memo } from "react";
import type { Size } from "@/lib/poster/capability";
import type { Box } from "@/lib/poster/layout/drawing";

interface MendTargetProps {
  id: string;
  name: string;
  hintId: string;
  box: Box;
  picture: Size;
  isSelected: boolean;
  /** The area that goes, not the words. */
  isArea: boolean;
}

const percent = (part: number, whole: number) => `${(part / whole) * 100}%`;

/** What one takes hold of on the picture: a patch's words or its area, never smaller than a fingertip. */
export const MendTarget = memo(function MendTarget(props: MendTargetProps) {
  const { id, name, hintId, box, picture, isSelected, isArea } = props;
  return (
    <button
      type="button"
      data-target={id}
      aria-label={name}
      aria-describedby={hintId}
      aria-pressed={isSelected}
      className={clsx(
        "absolute cursor-grab select-none rounded-[2px] active:cursor-grabbing",
        "before:absolute before:inset-x-[min(0px,calc((100%-28px)/2))] before:inset-y-[min(0px,calc((100%-28px)/2))] before:content-['']",
        isSelected
          ? "z-10 touch-none shadow-[0_0_0_2px_var(--seal),0_0_0_3.5px_#fffdf8] outline-none focus-visible:shadow-[0_0_0_2px_var(--seal),0_0_0_5px_#fffdf8]"
          : "shadow-[0_0_0_1px_#1c1a17,0_0_0_2px_#fffdf8] hover:shadow-[0_0_0_2px_#1c1a17,0_0_0_3px_#fffdf8]",
        isArea &&
          "bg-[repeating-linear-gradient(135deg,rgb(196_50_28/0.28)_0_6px,transparent_6px_12px)]",
      )}
      style={{
        left: percent(box.x, picture.width),
        top: percent(box.y, picture.height),
        width: percent(box.width, picture.width),
        height: percent(box.height, picture.height),
      }}
    >
      {isSelected && (
        <span
          data-resize
          aria-hidden
          className="absolute -right-5 -bottom-5 grid size-10 cursor-nwse-resize touch-none place-items-center"
        >
          <span className="size-3.5 rounded-[3px] border-2 border-seal bg-white shadow-sm" />
        </span>
      )}
    </button>
  );
});
