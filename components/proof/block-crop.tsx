"use client";

import { useTranslations } from "use-intl";
import type { Box } from "@/lib/proof/schema";
import { useProof } from "./proof-context";

/** Room shown around the words, as a share of their lesser side. */
const margin = 0.2;

/** The painted words of a block, enlarged to the card's width. */
export function BlockCrop({ box, text }: { box: Box; text: string }) {
  const t = useTranslations("proof");
  const { picture } = useProof();
  const room = Math.min(box.width, box.height) * margin;
  const frame = [box.x - room, box.y - room, box.width + 2 * room, box.height + 2 * room];
  return (
    <svg
      role="img"
      aria-label={t("crop", { text })}
      viewBox={frame.join(" ")}
      className="max-h-72 w-full rounded-lg bg-line/40"
    >
      <image href={`/api/images/${picture.id}`} width={picture.width} height={picture.height} />
    </svg>
  );
}
