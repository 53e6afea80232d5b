"use client";

import { useTranslations } from "use-intl";
import type { Box } from "@/lib/proof/schema";
import { useProof } from "./proof-context";

/** Room shown around the words, as a share of their lesser side. */
const margin = 0.2;
/** The card's width over the most height it gives a crop: a column is shown with what is beside it. */
const cardRatio = 1.3;

/** A length about a middle, moved so that it lies on the picture. */
const onPicture = (middle: number, length: number, most: number) =>
  Math.max(0, Math.min(middle - length / 2, most - length));

/** The painted words of a block, enlarged to the card's width. */
export function BlockCrop({ box, text }: { box: Box; text: string }) {
  const t = useTranslations("proof");
  const { picture } = useProof();
  const room = Math.min(box.width, box.height) * margin;
  const height = Math.min(picture.height, box.height + 2 * room);
  const width = Math.min(picture.width, Math.max(box.width + 2 * room, height * cardRatio));
  const x = onPicture(box.x + box.width / 2, width, picture.width);
  const y = onPicture(box.y + box.height / 2, height, picture.height);
  return (
    <svg
      role="img"
      aria-label={t("crop", { text })}
      viewBox={`${x} ${y} ${width} ${height}`}
      className="max-h-72 w-full rounded-lg bg-line/40"
    >
      <image href={`/api/images/${picture.id}`} width={picture.width} height={picture.height} />
    </svg>
  );
}
