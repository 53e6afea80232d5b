"use client";

import { clsx } from "clsx";
import { Grid3x3, Redo2, Undo2 } from "lucide-react";
import type { ComponentProps } from "react";
import { useTranslations } from "use-intl";
import { useStore } from "@/components/ui/store";
import { HistoryKeeper } from "./history-keeper";
import { useHistory, useStep } from "./use-history";

interface StageToolsProps {
  guides: boolean;
  onGuides: () => void;
}

/** Back, forth, and the guides: what one does to the sheet as a whole. */
export function StageTools({ guides, onGuides }: StageToolsProps) {
  const t = useTranslations("sheet");
  const { can } = useHistory();
  const canUndo = useStore(can, ({ undo }) => undo);
  const canRedo = useStore(can, ({ redo }) => redo);
  const step = useStep();
  return (
    <div role="toolbar" aria-label={t("tools")} className="flex items-center justify-center gap-1">
      <HistoryKeeper />
      <Tool label={t("undo")} keys="⌘Z" disabled={!canUndo} onClick={() => step("undo")}>
        <Undo2 aria-hidden className="size-4" />
      </Tool>
      <Tool label={t("redo")} keys="⇧⌘Z" disabled={!canRedo} onClick={() => step("redo")}>
        <Redo2 aria-hidden className="size-4" />
      </Tool>
      <Tool label={t("guides")} aria-pressed={guides} onClick={onGuides}>
        <Grid3x3 aria-hidden className="size-4" />
      </Tool>
    </div>
  );
}

interface ToolProps extends ComponentProps<"button"> {
  label: string;
  keys?: string;
}

function Tool({ label, keys, ...props }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={keys ? `${label} ${keys}` : label}
      className={clsx(
        "grid size-11 place-items-center rounded-lg border lg:size-9",
        props["aria-pressed"] ? "border-line bg-sheet text-ink" : "border-transparent text-mute",
        "hover:text-ink disabled:opacity-35",
      )}
      {...props}
    />
  );
}
