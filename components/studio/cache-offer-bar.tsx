"use client";

import { X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { StoredImage } from "@/components/image/stored-image";
import { Button } from "@/components/ui/button";
import type { CacheOffer } from "@/lib/job/schema";
import { formatFen } from "@/lib/poster/cost";

interface CacheOfferBarProps {
  offer: CacheOffer;
  priceFen: number;
  onChoose: (reuse: "take" | "never") => void;
  onDismiss: () => void;
}

/** Pictures shown of those that are there already. */
const shownImages = 3;

/** Says that exactly this was made before, and lets one take it for nothing or make it anew. */
export function CacheOfferBar({ offer, priceFen, onChoose, onDismiss }: CacheOfferBarProps) {
  const t = useTranslations("make");
  const { imageIds, underWay, wanted } = offer;
  const found = imageIds.length + underWay;
  const rest = wanted - found;
  const price = (images: number) => formatFen(images * priceFen);
  return (
    <section
      aria-label={t("offerLabel")}
      className="mb-2.5 flex flex-col gap-2 rounded-xl border border-line bg-raised p-2.5 text-[13px]"
    >
      <div className="flex items-start gap-2.5">
        {imageIds.length > 0 && (
          <ul className="flex shrink-0 gap-1.5">
            {imageIds.slice(0, shownImages).map((id) => (
              <li key={id}>
                <Link
                  href={`/gallery/${id}`}
                  prefetch={false}
                  aria-label={t("offerLabel")}
                  className="block size-11 overflow-hidden rounded-lg bg-line/60"
                >
                  <StoredImage
                    src={`/api/images/${id}/thumb`}
                    alt=""
                    width={44}
                    height={44}
                    className="size-full object-contain"
                  />
                </Link>
              </li>
            ))}
          </ul>
        )}
        <div role="status" className="flex min-w-0 flex-1 flex-col gap-1">
          {imageIds.length > 0 && <p>{t("offerStored", { images: imageIds.length })}</p>}
          {underWay > 0 && <p>{t("offerUnderWay", { images: underWay })}</p>}
        </div>
        <Button look="bare" aria-label={t("offerDismiss")} onClick={onDismiss}>
          <X aria-hidden className="size-4" />
        </Button>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => onChoose("take")}>
          {rest > 0
            ? t("offerTakeRest", { images: `${found}`, rest: `${rest}`, total: price(rest) })
            : t("offerTake")}
        </Button>
        <Button onClick={() => onChoose("never")}>
          {t("offerNew", { images: wanted, total: price(wanted) })}
        </Button>
      </div>
    </section>
  );
}
