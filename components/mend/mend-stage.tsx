import { type KeyboardEvent, useId, useRef } from "react";
import { useTranslations } from "use-intl";
import { movePatch, scalePatch } from "@/lib/mend/adjust";
import { layPatch } from "@/lib/mend/drawing";
import type { MendedPicture } from "@/lib/mend/mending";
import { coveredBox } from "@/lib/mend/removal";
import type { Mendable, Patch } from "@/lib/mend/schema";
import { MendTarget } from "./mend-target";
import { PatchedPicture } from "./patched-picture";
import type { MendingInHand } from "./use-mending";
import { targetOf, usePatchGestures } from "./use-patch-gestures";

const arrows: Record<string, readonly [right: number, down: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const factors: Record<string, number> = { "+": 1.03, "=": 1.03, "-": 1 / 1.03, _: 1 / 1.03 };
/** Steps of the arrow keys, pixels of the picture. */
const smallStep = 2;
const largeStep = 24;
const spokenCharacters = 40;

interface MendStageProps {
  picture: MendedPicture;
  mendables: readonly Mendable[];
  mending: MendingInHand;
  /** Goes to the text of the patch that is worked on. */
  onOpenText: () => void;
}

/** The picture as it will be, and over it what one takes hold of. */
export function MendStage({ picture, mendables, mending, onOpenText }: MendStageProps) {
  const t = useTranslations();
  const hintId = useId();
  const layer = useRef<HTMLDivElement>(null);
  const { patches, selected, hold } = mending;
  const gestures = usePatchGestures(layer, picture, mending);
  const onKeyDown = usePatchKeys(picture, mending, onOpenText);
  const words = patches.map(({ text }) => text.replaceAll("\n", " ")).join(" / ");
  const nameOf = (patch: Patch, isArea: boolean) => {
    const role = mendables.find(({ blockId }) => blockId === patch.blockId)?.role ?? "body";
    if (isArea) return t("mend.targetArea", { role: t(`roles.${role}`) });
    const said = patch.text.trim().replaceAll(/\s+/gu, " ").slice(0, spokenCharacters);
    const size = `${Math.round(patch.size)}`;
    return t("mend.target", { role: t(`roles.${role}`), words: said, size });
  };
  return (
    <div className="relative size-full">
      <PatchedPicture
        picture={picture}
        patches={patches}
        className="loud block size-full"
        label={words === "" ? t("mend.pictureEmpty") : t("mend.picture", { words })}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is no layer over a picture */}
      <div
        ref={layer}
        role="group"
        aria-label={t("mend.onPicture")}
        className="absolute inset-0"
        onKeyDown={onKeyDown}
        onDoubleClick={({ target }) => targetOf(target as Element) && onOpenText()}
        {...gestures}
      >
        {patches.map((patch) => {
          const isSelected = patch.blockId === selected;
          const isArea = isSelected && hold === "area";
          return (
            <MendTarget
              key={patch.blockId}
              id={patch.blockId}
              name={nameOf(patch, isArea)}
              box={isArea ? coveredBox(patch, picture) : layPatch(patch).box}
              {...{ hintId, picture, isSelected, isArea }}
            />
          );
        })}
        <p id={hintId} hidden>
          {t("mend.keys")}
        </p>
      </div>
    </div>
  );
}

function usePatchKeys(picture: MendedPicture, mending: MendingInHand, onOpenText: () => void) {
  const { patches, selected, dispatch } = mending;
  return (event: KeyboardEvent) => {
    const id = targetOf(event.target as Element)?.dataset.target;
    const patch = patches.find(({ blockId }) => blockId === id);
    if (!patch || event.metaKey || event.ctrlKey || event.altKey) return;
    const hold = selected === id ? mending.hold : "words";
    const change = (next: Patch, field: string) => {
      if (selected !== id) dispatch({ type: "select", id: patch.blockId });
      dispatch({ type: "change", patch: next, field: `${field} ${id}`, atMs: Date.now() });
    };
    const arrow = arrows[event.key];
    const factor = factors[event.key];
    if (arrow) {
      const step = event.shiftKey ? largeStep : smallStep;
      const [right, down] = arrow;
      change(movePatch(patch, hold, right * step, down * step, picture), "move");
    } else if (factor) change(scalePatch(patch, hold, factor, picture), "size");
    else if (event.key === "Enter") {
      dispatch({ type: "select", id: patch.blockId });
      onOpenText();
    } else if (event.key === "Delete" || event.key === "Backspace") {
      dispatch({ type: "remove", id: patch.blockId });
    } else if (event.key === "Escape") dispatch({ type: "select", id: null });
    else return;
    event.preventDefault();
  };
}
