"use client";

import { useTranslations } from "use-intl";
import { StoredImage } from "@/components/image/stored-image";
import { Chip } from "@/components/ui/chip";
import { useProof } from "./proof-context";
import { ProofOverlay } from "./proof-overlay";

/** The picture, large, with the proof drawn over it when one wants. */
export function ProofPicture({ alt }: { alt: string }) {
  const t = useTranslations();
  const { picture, view, isMarked, setMarked } = useProof();
  const { id, width, height } = picture;
  return (
    <>
      {view.proof && (
        <fieldset className="flex gap-2 self-start" aria-label={t("proof.view")}>
          <Chip tone="ink" pressed={!isMarked} onClick={() => setMarked(false)}>
            {t("proof.original")}
          </Chip>
          <Chip tone="ink" pressed={isMarked} onClick={() => setMarked(true)}>
            {t("proof.marked")}
          </Chip>
        </fieldset>
      )}
      <div
        className="grid min-h-0 flex-1 place-items-center"
        style={{ containerType: "inline-size" }}
      >
        <div className="press">
          <div
            className="loud relative"
            style={{ width: `min(100cqw - 44px, (100dvh - 220px) * ${width / height})` }}
          >
            <a href={`/api/images/${id}`} title={t("image.full")}>
              <StoredImage
                src={`/api/images/${id}`}
                alt={alt}
                width={width}
                height={height}
                className="h-auto w-full"
              />
            </a>
            <ProofOverlay />
          </div>
        </div>
      </div>
    </>
  );
}
