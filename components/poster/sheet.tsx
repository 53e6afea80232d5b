"use client";

import { useId, useMemo } from "react";
import { useTranslations } from "use-intl";
import { defaultCapability } from "@/lib/poster/capability";
import { layOut } from "@/lib/poster/layout/layout";
import { paletteOf } from "@/lib/poster/layout/palette";
import type { Poster, Ratio } from "@/lib/poster/schema";
import { literalsOf } from "@/lib/poster/words";
import { SheetDrawing } from "./sheet-drawing";

export interface SheetProps {
  poster: Pick<Poster, "blocks" | "scene">;
  ratio: Ratio;
}

/** The words drawn at their places in the ratio's true proportions. Draws what the draft painter draws. */
export function Sheet({ poster, ratio }: SheetProps) {
  const t = useTranslations("sheet");
  const groundId = useId();
  const size = defaultCapability.sizes[ratio];
  const palette = useMemo(() => paletteOf({ scene: poster.scene }), [poster.scene]);
  const blocks = useMemo(
    () => layOut(poster.blocks, size, palette),
    [poster.blocks, size, palette],
  );
  const words = literalsOf(poster).join(" / ") || t("empty");
  return (
    <SheetDrawing label={t("label", { ratio, words })} {...{ groundId, size, palette, blocks }} />
  );
}
