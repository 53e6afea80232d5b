import { clsx } from "clsx";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { padded } from "@/lib/mend/bounds";
import { coverIds } from "@/lib/mend/choices";
import { layPatch } from "@/lib/mend/drawing";
import { coveredBox } from "@/lib/mend/removal";
import type { Cover, Patch } from "@/lib/mend/schema";
import type { Box } from "@/lib/poster/layout/drawing";
import type { MendedPicture } from "./mending";
import { PatchedPicture } from "./patched-picture";

interface CoverChoiceProps {
  picture: MendedPicture;
  patch: Patch;
  onChange: (kind: Cover["kind"]) => void;
}

/** Words and area with some of the picture around them: a crop one can judge. */
function viewOf(patch: Patch, picture: MendedPicture): Box {
  const [words, area] = [layPatch(patch).box, coveredBox(patch, picture)];
  const x = Math.min(words.x, area.x);
  const y = Math.min(words.y, area.y);
  const width = Math.max(words.x + words.width, area.x + area.width) - x;
  const height = Math.max(words.y + words.height, area.y + area.height) - y;
  return padded({ x, y, width, height }, patch.size * 0.5, picture);
}

/** How the painted words go: every way side by side on the picture itself. */
export function CoverChoice({ picture, patch, onChange }: CoverChoiceProps) {
  const t = useTranslations("mend");
  const name = useId();
  const view = viewOf(patch, picture);
  // A long line's crops stand one under the other, a column's side by side.
  const isWide = view.width > view.height * 2;
  return (
    <fieldset>
      <legend className="heading mb-2">{t("cover")}</legend>
      <div className={clsx("grid gap-2", isWide ? "grid-cols-1" : "grid-cols-3")}>
        {coverIds.map((kind) => {
          const isChosen = patch.cover.kind === kind;
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
                patches={[patch]}
                view={view}
                as={kind}
                className={clsx("w-full bg-paper", isWide ? "max-h-24" : "h-36")}
              />
              <span className="flex items-start gap-2 px-2.5 py-2">
                <input
                  type="radio"
                  name={name}
                  className="mt-1 accent-ink"
                  checked={isChosen}
                  onChange={() => onChange(kind)}
                />
                <span className="min-w-0">
                  <b className="font-semibold">{t(`covers.${kind}`)}</b>
                  <span className="block text-[13px] text-mute leading-snug">
                    {t(`coverHints.${kind}`)}
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
