import { Star } from "lucide-react";
import Link from "next/link";
import { ProofBadge } from "@/components/proof/proof-badge";
import { speech } from "@/lib/i18n/server";
import { isBare } from "@/lib/image/bare";
import type { Image } from "@/lib/image/store";
import { formatFen } from "@/lib/poster/cost";
import type { ProofState } from "@/lib/proof/schema";
import { DeleteButton } from "./delete-button";
import { imageWords } from "./image-words";
import { StoredImage } from "./stored-image";

interface ImageCardProps {
  image: Image;
  /** The first few are loaded at once; the rest when they come near. */
  isEager: boolean;
  proof: ProofState;
}

/** One picture of the gallery with its cost. */
export async function ImageCard({ image, isEager, proof }: ImageCardProps) {
  const { t, format } = await speech();
  const words = imageWords(image.poster);
  const bare = isBare(image);
  const alt =
    words === "" || bare
      ? t("gallery.altWordless", { scene: image.poster.scene.subject || image.prompt })
      : t("gallery.alt", { words });
  return (
    <li className="flex flex-col gap-2" data-testid="image">
      <Link
        href={`/gallery/${image.id}`}
        // A page of pictures would fetch as many pages nobody may look at.
        prefetch={false}
        className="relative block aspect-square rounded-xl bg-line/40"
      >
        <StoredImage
          src={`/api/images/${image.id}/thumb`}
          alt={alt}
          width={image.width}
          height={image.height}
          loading={isEager ? "eager" : "lazy"}
          fetchPriority={isEager ? "high" : "auto"}
          decoding="async"
          className="absolute inset-3 size-[calc(100%-1.5rem)] object-contain drop-shadow-lg"
        />
      </Link>
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-2 px-1">
        <div>
          <p translate="no" className="truncate font-semibold font-serif">
            {words || image.poster.scene.subject || image.prompt || t("found.nameless")}
          </p>
          <ProofBadge state={proof} className="my-0.5" />
          {bare && (
            <Link
              href={`/gallery/${image.id}/mend?all`}
              prefetch={false}
              className="block w-fit py-1 font-semibold text-[13px] underline underline-offset-4"
            >
              {t("board.setWords")}
            </Link>
          )}
          {image.isBest && (
            <Star
              role="img"
              aria-label={t("proof.best")}
              className="ml-1 inline size-3.5 fill-current align-middle"
            />
          )}
          <p className="text-mute text-xs tabular-nums">
            <b className="font-semibold text-ink">{formatFen(image.costFen)}</b>
            {image.painter === "draft" && ` · ${t("gallery.draft")}`}
            {` · ${image.ratio}`}
          </p>
        </div>
        <DeleteButton
          id={image.id}
          label={t("gallery.deleteOne", { words: words || image.ratio })}
        />
        {/* Under both, for beside the button a phone has no room for it in one line. */}
        <time
          className="col-span-2 text-mute text-xs tabular-nums"
          dateTime={new Date(image.createdAt).toISOString()}
        >
          {format.dateTime(image.createdAt, { dateStyle: "medium", timeStyle: "short" })}
        </time>
      </div>
    </li>
  );
}
