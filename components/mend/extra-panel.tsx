import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { erasureIds } from "@/lib/mend/choices";
import type { MendedPicture } from "@/lib/mend/mending";
import type { Erasable, Erasure } from "@/lib/mend/schema";
import { ColourField } from "./colour-field";
import { CoverChoice } from "./cover-choice";
import type { MendingInHand } from "./use-mending";

interface ExtraPanelProps {
  picture: MendedPicture;
  erasable: Erasable;
  erasure: Erasure;
  mending: MendingInHand;
}

/** How a line nobody asked for is taken out. */
export function ExtraPanel({ picture, erasable, erasure, mending }: ExtraPanelProps) {
  const t = useTranslations("mend");
  const { text, erasure: found } = erasable;
  const change = (piece: Erasure, field: string | null) =>
    mending.dispatch({ type: "change", piece, field, atMs: Date.now() });
  const cover = (what: Partial<Erasure["cover"]>, field: string | null) =>
    change({ ...erasure, cover: { ...erasure.cover, ...what } }, field);
  return (
    <div className="flex flex-col gap-4">
      <CoverChoice
        picture={picture}
        piece={erasure}
        legend={t("erased", { words: text })}
        kinds={erasureIds}
        onChange={(kind) => cover({ kind }, null)}
      />
      {erasure.cover.kind === "plate" && (
        <ColourField
          label={t("plate")}
          value={erasure.cover.plate}
          found={found.cover.plate}
          foundLabel={t("asPainted")}
          onChange={(plate) => cover({ plate }, `plate ${erasure.extraId}`)}
        />
      )}
      <p className="text-[13px] text-mute">{t("eraseHint")}</p>
      {erasure !== found && (
        <Button className="self-start" onClick={() => change(found, null)}>
          {t("fitAgain")}
        </Button>
      )}
    </div>
  );
}
