import { useTranslations } from "use-intl";
import type { Erasable } from "@/lib/mend/schema";
import { PiecePicker } from "./piece-picker";
import type { MendingInHand } from "./use-mending";

interface ExtraPickerProps {
  erasables: readonly Erasable[];
  mending: MendingInHand;
}

/** The lines nobody asked for: which are taken out, and which one is in hand. */
export function ExtraPicker({ erasables, mending }: ExtraPickerProps) {
  const t = useTranslations("mend");
  const pickables = erasables.map(({ text: words, erasure }) => ({
    piece: erasure,
    words,
    note: (isOut: boolean) => (
      <span className={isOut ? "text-ok" : "text-warn"}>
        {t(isOut ? "extraGoes" : "extraStays")}
      </span>
    ),
    edit: t("editExtra", { words }),
    add: t("takeOut", { words }),
    remove: t("leaveExtra", { words }),
  }));
  return <PiecePicker heading={t("extras")} addAll={t("takeOutAll")} {...{ pickables, mending }} />;
}
