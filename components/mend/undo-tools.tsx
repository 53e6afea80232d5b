import { Redo2, Undo2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { MendingInHand } from "./use-mending";

/** Back and forth: beside the picture on a desk, under the thumb on a phone. */
export function UndoTools({ mending }: { mending: MendingInHand }) {
  const t = useTranslations("mend");
  const { canUndo, canRedo, dispatch } = mending;
  return (
    <div role="toolbar" aria-label={t("tools")} className="flex gap-1">
      <Button
        className="size-11 px-0"
        aria-label={t("undo")}
        title={`${t("undo")} ⌘Z`}
        disabled={!canUndo}
        onClick={() => dispatch({ type: "undo" })}
      >
        <Undo2 aria-hidden className="size-4" />
      </Button>
      <Button
        className="size-11 px-0"
        aria-label={t("redo")}
        title={`${t("redo")} ⇧⌘Z`}
        disabled={!canRedo}
        onClick={() => dispatch({ type: "redo" })}
      >
        <Redo2 aria-hidden className="size-4" />
      </Button>
    </div>
  );
}
