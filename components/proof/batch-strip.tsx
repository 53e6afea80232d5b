"use client";

import { clsx } from "clsx";
import { Star } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { StoredImage } from "@/components/image/stored-image";
import { Button } from "@/components/ui/button";
import { ProofBadge } from "./proof-badge";
import { useProof } from "./proof-context";
import { useProofIntents } from "./use-proof-intents";

/** The pictures of the same order, the best first; one can be marked as the one to keep. */
export function BatchStrip() {
  const t = useTranslations("proof");
  const { picture, view } = useProof();
  const { keepBest } = useProofIntents(picture.id);
  if (view.batch.length === 0) return null;
  const isKept = view.batch.some(({ id, isBest }) => isBest && id === picture.id);
  return (
    <section aria-label={t("batch")} className="flex flex-col gap-2.5">
      <h2 className="heading">{t("batch")}</h2>
      <ol className="grid grid-cols-3 gap-2.5">
        {view.batch.map(({ id, state, isBest }) => (
          <li key={id} className="min-w-0">
            <Link
              href={`/gallery/${id}`}
              prefetch={false}
              aria-current={id === picture.id ? "page" : undefined}
              className={clsx(
                "flex h-full flex-col items-center gap-1.5 rounded-xl border p-1.5 text-center",
                id === picture.id ? "border-ink" : "border-line hover:border-edge",
              )}
            >
              <StoredImage
                src={`/api/images/${id}/thumb`}
                alt=""
                className="h-24 w-full object-contain"
              />
              <ProofBadge state={state} />
              {isBest && (
                <span className="inline-flex items-center gap-1 font-semibold text-xs">
                  <Star aria-hidden className="size-3 fill-current" />
                  {t("best")}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ol>
      {!isKept && (
        <Button className="self-start" onClick={() => void keepBest(picture.id)}>
          <Star aria-hidden className="size-4" />
          {t("keepBest")}
        </Button>
      )}
    </section>
  );
}
