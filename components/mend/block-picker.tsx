import { clsx } from "clsx";
import { Plus, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { idOf } from "@/lib/mend/piece";
import type { Mendable } from "@/lib/mend/schema";
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
  const { pieces, selected, dispatch } = mending;
  const isIn = (id: string) => pieces.some((piece) => idOf(piece) === id);
  const left = mendables.filter(({ blockId }) => !isIn(blockId));
  return (
    <section>
      <h2 className="heading mb-2">{t("mend.blocks")}</h2>
      <ul className="flex flex-col gap-1.5">
        {mendables.map(({ blockId, role, wanted, verdict, patch }) => {
          const name = t(`roles.${role}`);
          const words = wanted.trim().replaceAll(/\s+/gu, " ");
          const known = verdict ?? (isBare ? "unpainted" : "unread");
          const isChosen = isIn(blockId);
          return (
            <li
              key={blockId}
              className={clsx(
                "flex items-center rounded-xl border bg-raised",
                blockId === selected ? "border-ink" : "border-line",
              )}
            >
              <button
                type="button"
                aria-label={t(isChosen ? "mend.edit" : "mend.add", { role: name, words })}
                aria-pressed={blockId === selected}
                className="flex min-h-11 min-w-0 flex-1 items-center gap-2.5 px-3 py-1.5 text-left"
                onClick={() =>
                  dispatch(
                    isChosen ? { type: "select", id: blockId } : { type: "add", pieces: [patch] },
                  )
                }
              >
                {!isChosen && <Plus aria-hidden className="size-4 shrink-0 text-mute" />}
                <span className="min-w-0 flex-1">
                  <span className="block text-[12px] text-mute">
                    {name}
                    {" · "}
                    <span className={tones[known]}>{t(`mend.verdicts.${known}`)}</span>
                  </span>
                  <span className="block truncate font-semibold font-serif">{words}</span>
                </span>
              </button>
              {isChosen && (
                <button
                  type="button"
                  aria-label={t("mend.remove", { role: name })}
                  title={t("mend.remove", { role: name })}
                  className="grid size-11 shrink-0 place-items-center rounded-xl text-mute hover:text-ink"
                  onClick={() => dispatch({ type: "remove", id: blockId })}
                >
                  <X aria-hidden className="size-4" />
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {left.length > 1 && (
        <Button
          className="mt-2.5"
          onClick={() => dispatch({ type: "add", pieces: left.map(({ patch }) => patch) })}
        >
          {t("mend.addAll")}
        </Button>
      )}
    </section>
  );
}
