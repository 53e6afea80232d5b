import { useTranslations } from "use-intl";
import type { Mendable } from "@/lib/mend/schema";
import { PiecePicker } from "./piece-picker";
import type { MendingInHand } from "./use-mending";

interface BlockPickerProps {
  mendables: readonly Mendable[];
  mending: MendingInHand;
  isBare: boolean;
}

const tones = {
  exact: "text-ok",
  wrong: "text-seal-ink",
  unsure: "text-warn",
  uncheckable: "text-mute",
  unread: "text-mute",
  unpainted: "text-mute",
} as const;

/** The words of the poster: which are set in real type, and which one is in hand. */
export function BlockPicker({ mendables, mending, isBare }: BlockPickerProps) {
  const t = useTranslations();
  const pickables = mendables.map(({ role, wanted, verdict, patch }) => {
    const name = t(`roles.${role}`);
    const words = wanted.trim().replaceAll(/\s+/gu, " ");
    const known = verdict ?? (isBare ? "unpainted" : "unread");
    const note = () => (
      <>
        {name}
        {" · "}
        <span className={tones[known]}>{t(`mend.verdicts.${known}`)}</span>
      </>
    );
    return {
      ...{ piece: patch, words, note },
      edit: t("mend.edit", { role: name, words }),
      add: t("mend.add", { role: name, words }),
      remove: t("mend.remove", { role: name }),
    };
  });
  return (
    <PiecePicker heading={t("mend.blocks")} addAll={t("mend.addAll")} {...{ pickables, mending }} />
  );
}
