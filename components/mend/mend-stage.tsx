import { type KeyboardEvent, useId, useRef } from "react";
import { useTranslations } from "use-intl";
import { movePiece, scalePiece } from "@/lib/mend/adjust";
import { layPatch } from "@/lib/mend/drawing";
import type { MendedPicture } from "@/lib/mend/mending";
import { idOf, isPatch, type Piece, patchesOf } from "@/lib/mend/piece";
import { coveredBox } from "@/lib/mend/removal";
import type { Erasable, Mendable } from "@/lib/mend/schema";
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
  erasables: readonly Erasable[];
  mending: MendingInHand;
  /** Goes to the text of the patch that is worked on. */
  onOpenText: () => void;
}

/** The picture as it will be, and over it what one takes hold of. */
export function MendStage(props: MendStageProps) {
  const { picture, mendables, erasables, mending, onOpenText } = props;
  const t = useTranslations();
  const hintId = useId();
  const layer = useRef<HTMLDivElement>(null);
  const { pieces, selected, hold } = mending;
  const gestures = usePatchGestures(layer, picture, mending);
  const onKeyDown = usePatchKeys(picture, mending, onOpenText);
  const words = patchesOf(pieces).map(({ text }) => text.replaceAll("\n", " "));
  const said = words.length > 0 ? "picture" : pieces.length > 0 ? "pictureErased" : "pictureEmpty";
  const nameOf = (piece: Piece, isArea: boolean) => {
    if (!isPatch(piece)) {
      const extra = erasables.find(({ erasure }) => erasure.extraId === piece.extraId);
      return t("mend.targetExtra", { words: extra?.text ?? "" });
    }
    const role = mendables.find(({ blockId }) => blockId === piece.blockId)?.role ?? "body";
    if (isArea) return t("mend.targetArea", { role: t(`roles.${role}`) });
    const text = piece.text.trim().replaceAll(/\s+/gu, " ").slice(0, spokenCharacters);
    const size = `${Math.round(piece.size)}`;
    return t("mend.target", { role: t(`roles.${role}`), words: text, size });
  };
  return (
    <div className="relative size-full">
      <PatchedPicture
        picture={picture}
        pieces={pieces}
        className="loud block size-full"
        label={t(`mend.${said}`, { words: words.join(" / ") })}
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
        {pieces.map((piece) => {
          const isSelected = idOf(piece) === selected;
          const isHeld = isSelected && hold === "area";
          const isArea = isHeld || !isPatch(piece);
          return (
            <MendTarget
              key={idOf(piece)}
              id={idOf(piece)}
              name={nameOf(piece, isArea)}
              box={isArea ? coveredBox(piece, picture) : layPatch(piece).box}
              isArea={isHeld}
              {...{ hintId, picture, isSelected }}
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
  const { pieces, selected, dispatch } = mending;
  return (event: KeyboardEvent) => {
    const id = targetOf(event.target as Element)?.dataset.target;
    const piece = pieces.find((each) => idOf(each) === id);
    if (!piece || id === undefined || event.metaKey || event.ctrlKey || event.altKey) return;
    const hold = selected === id ? mending.hold : "words";
    const change = (next: Piece, field: string) => {
      if (selected !== id) dispatch({ type: "select", id });
      dispatch({ type: "change", piece: next, field: `${field} ${id}`, atMs: Date.now() });
    };
    const arrow = arrows[event.key];
    const factor = factors[event.key];
    if (arrow) {
      const step = event.shiftKey ? largeStep : smallStep;
      const [right, down] = arrow;
      change(movePiece(piece, hold, right * step, down * step, picture), "move");
    } else if (factor) change(scalePiece(piece, hold, factor, picture), "size");
    else if (event.key === "Enter") {
      dispatch({ type: "select", id });
      onOpenText();
    } else if (event.key === "Delete" || event.key === "Backspace") {
      dispatch({ type: "remove", id });
    } else if (event.key === "Escape") dispatch({ type: "select", id: null });
    else return;
    event.preventDefault();
  };
}
