import { clsx } from "clsx";
import { Plus, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { idOf } from "@/lib/mend/piece";
import type { Erasable } from "@/lib/mend/schema";
import type { MendingInHand } from "./use-mending";

interface ExtraPickerProps {
  erasables: readonly Erasable[];
  mending: MendingInHand;
}

/** The lines nobody asked for: which are taken out, and which one is in hand. */
export function ExtraPicker({ erasables, mending }: ExtraPickerProps) {
  const t = useTranslations("mend");
  const { pieces, selected, dispatch } = mending;
  const isOut = (id: string) => pieces.some((piece) => idOf(piece) === id);
  const left = erasables.filter(({ erasure }) => !isOut(erasure.extraId));
  return (
    <section>
      <h2 className="heading mb-2">{t("extras")}</h2>
      <ul className="flex flex-col gap-1.5">
        {erasables.map(({ text, erasure }) => {
          const id = erasure.extraId;
          const isChosen = isOut(id);
          return (
            <li
              key={id}
              className={clsx(
                "flex items-center rounded-xl border bg-raised",
                id === selected ? "border-ink" : "border-line",
              )}
            >
              <button
                type="button"
                aria-label={t(isChosen ? "editExtra" : "takeOut", { words: text })}
                aria-pressed={id === selected}
                className="flex min-h-11 min-w-0 flex-1 items-center gap-2.5 px-3 py-1.5 text-left"
                onClick={() =>
                  dispatch(isChosen ? { type: "select", id } : { type: "add", pieces: [erasure] })
                }
              >
                {!isChosen && <Plus aria-hidden className="size-4 shrink-0 text-mute" />}
                <span className="min-w-0 flex-1">
                  <span className={clsx("block text-[12px]", isChosen ? "text-ok" : "text-warn")}>
                    {t(isChosen ? "extraGoes" : "extraStays")}
                  </span>
                  <span className="block truncate font-semibold font-serif">{text}</span>
                </span>
              </button>
              {isChosen && (
                <button
                  type="button"
                  aria-label={t("leaveExtra", { words: text })}
                  title={t("leaveExtra", { words: text })}
                  className="grid size-11 shrink-0 place-items-center rounded-xl text-mute hover:text-ink"
                  onClick={() => dispatch({ type: "remove", id })}
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
          onClick={() => dispatch({ type: "add", pieces: left.map(({ erasure }) => erasure) })}
        >
          {t("takeOutAll")}
        </Button>
      )}
    </section>
  );
}
