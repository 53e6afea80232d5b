import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { Hold, WordsChange } from "@/lib/mend/adjust";
import { resize, reword } from "@/lib/mend/adjust";
import { coverIds, largestSize, mostSpacing, smallestSize } from "@/lib/mend/choices";
import type { MendedPicture } from "@/lib/mend/mending";
import { coveredBox } from "@/lib/mend/removal";
import type { Mendable, Patch } from "@/lib/mend/schema";
import { ColourField } from "./colour-field";
import { CoverChoice } from "./cover-choice";
import { NumberField } from "./number-field";
import { PatchLook } from "./patch-look";
import { PatchText } from "./patch-text";
import { Segments } from "./segments";
import type { MendingInHand } from "./use-mending";

interface PatchPanelProps {
  picture: MendedPicture;
  mendable: Mendable;
  patch: Patch;
  mending: MendingInHand;
}

/** Everything one may change about the patch in hand. */
export function PatchPanel({ picture, mendable, patch, mending }: PatchPanelProps) {
  const t = useTranslations("mend");
  const { dispatch, hold } = mending;
  const fitted = mendable.patch;
  const change = (next: Patch, field: string | null) =>
    dispatch({
      type: "change",
      piece: next,
      field: field && `${field} ${patch.blockId}`,
      atMs: Date.now(),
    });
  const words = (what: WordsChange, field: string | null) =>
    change(reword(patch, what, picture), field);
  const cover = (what: Partial<Patch["cover"]>, field: string | null) =>
    change({ ...patch, cover: { ...patch.cover, ...what } }, field);
  const holding = (next: Hold) => dispatch({ type: "hold", hold: next });
  return (
    <div className="flex flex-col gap-4">
      <PatchText
        mendable={mendable}
        text={patch.text}
        onChange={(text) => words({ text }, "text")}
      />
      <PatchLook patch={patch} onWords={words} onPatch={(next) => change(next, null)} />
      <div className="grid grid-cols-2 gap-3">
        <NumberField
          label={t("size")}
          value={patch.size}
          min={smallestSize}
          max={largestSize}
          step={2}
          onChange={(size) => change(resize(patch, size, picture), "size")}
        />
        <NumberField
          label={t("spacing")}
          value={patch.spacing * 100}
          min={0}
          max={mostSpacing * 100}
          step={2}
          onChange={(spacing) => words({ spacing: spacing / 100 }, "spacing")}
        />
      </div>
      <ColourField
        label={t("colour")}
        value={patch.colour}
        found={fitted.colour}
        foundLabel={t("asPainted")}
        onChange={(colour) => change({ ...patch, colour }, "colour")}
      />
      <CoverChoice
        picture={picture}
        piece={patch}
        legend={t("cover")}
        kinds={coverIds}
        onChange={(kind) => {
          // From now on it is this place that is painted over, wherever the words go.
          const area = kind === "inpaint" ? coveredBox(patch, picture) : patch.cover.area;
          cover({ kind, area }, null);
        }}
      />
      {patch.cover.kind === "plate" && (
        <ColourField
          label={t("plate")}
          value={patch.cover.plate}
          found={fitted.cover.plate}
          foundLabel={t("asPainted")}
          onChange={(plate) => cover({ plate }, "plate")}
        />
      )}
      {patch.cover.kind !== "none" && (
        <Segments
          label={t("hold")}
          value={hold}
          options={[
            { id: "words", name: t("holds.words") },
            { id: "area", name: t("holds.area") },
          ]}
          onChange={holding}
        />
      )}
      {patch !== fitted && (
        <Button className="self-start" onClick={() => change(fitted, null)}>
          {t("fitAgain")}
        </Button>
      )}
    </div>
  );
}
