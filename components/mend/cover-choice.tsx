import { clsx } from "clsx";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { moved } from "@/lib/mend/bounds";
import { layPatch } from "@/lib/mend/drawing";
import type { MendedPicture } from "@/lib/mend/mending";
import { isPatch, type Piece } from "@/lib/mend/piece";
import type { Cover } from "@/lib/mend/schema";
import type { Box } from "@/lib/poster/layout/drawing";
import { PatchedPicture } from "./patched-picture";

interface CoverChoiceProps<Kind extends Cover["kind"]> {
  picture: MendedPicture;
  piece: Piece;
  legend: string;
  /** The ways one may choose from. */
  kinds: readonly Kind[];
  onChange: (kind: Kind) => void;
}

/** So many letters fill a crop: fewer would show no line, more could not be judged. */
const lettersShown = 3.3;

/** A square about the middle of what is changed with some of the picture around it. */
function viewOf(piece: Piece, picture: MendedPicture): Box {
  const { x, y, width, height } = isPatch(piece) ? layPatch(piece).box : piece.cover.area;
  const letter = isPatch(piece) ? piece.size : Math.min(width, height);
  const whole = Math.max(width, height) + letter;
  const most = Math.min(picture.width, picture.height, letter * lettersShown);
  const side = Math.min(whole, most);
  const box = { x: x + (width - side) / 2, y: y + (height - side) / 2, width: side, height: side };
  return moved(box, 0, 0, picture);
}

/** How the painted words go: every way side by side on the picture itself. */
export function CoverChoice<Kind extends Cover["kind"]>(props: CoverChoiceProps<Kind>) {
  const { picture, piece, legend, kinds, onChange } = props;
  const t = useTranslations("mend");
  const name = useId();
  const view = viewOf(piece, picture);
  return (
    <fieldset>
      <legend className="heading mb-2">{legend}</legend>
      <div className="grid grid-cols-3 gap-2">
        {kinds.map((kind) => {
          const way: Cover["kind"] = kind;
          const isChosen = piece.cover.kind === way;
          return (
            <label
              key={kind}
              className={clsx(
                "flex min-w-0 cursor-pointer flex-col overflow-hidden rounded-xl border bg-raised",
                "has-focus-visible:outline-2 has-focus-visible:outline-ink has-focus-visible:outline-offset-2",
                isChosen ? "border-ink shadow-[0_0_0_1px_var(--ink)]" : "border-line",
              )}
            >
              <PatchedPicture
                picture={picture}
                pieces={[piece]}
                view={view}
                as={kind}
                className="aspect-square w-full"
              />
              <span className="flex items-start gap-1.5 px-2 py-2">
                <input
                  type="radio"
                  name={name}
                  className="mt-1 accent-ink"
                  checked={isChosen}
                  onChange={() => onChange(kind)}
                />
                <span className="min-w-0">
                  <b className="font-semibold">{t(`covers.${way}`)}</b>
                  <span className="block text-[12px] text-mute leading-snug">
                    {t(`coverHints.${way}`)}
                  </span>
                </span>
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
