import { ArrowLeft, Download, Shuffle, Type } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { DeleteButton } from "@/components/image/delete-button";
import { ImageFacts } from "@/components/image/image-facts";
import { imageTitle, imageWords } from "@/components/image/image-words";
import { BatchStrip } from "@/components/proof/batch-strip";
import { ProofProvider } from "@/components/proof/proof-context";
import { ProofPanel } from "@/components/proof/proof-panel";
import { ProofPicture } from "@/components/proof/proof-picture";
import { RollPanel } from "@/components/proof/roll-panel";
import { PageLinks } from "@/components/site/page-links";
import { Part } from "@/components/site/part";
import { buttonClass } from "@/components/ui/button";
import { speech } from "@/lib/i18n/server";
import { isBare } from "@/lib/image/bare";
import { findImage } from "@/lib/image/store";
import { findJobOfImage } from "@/lib/job/order-store";
import { idSchema } from "@/lib/job/schema";
import { formatFen } from "@/lib/poster/cost";
import { findRate, loadProof } from "@/lib/proof/report";
import type { ProofView } from "@/lib/proof/schema";
import { env } from "@/lib/server/env";

interface PageProps {
  params: Promise<{ id: string }>;
}

/** Asked for twice in a request, by the head and by the page; read once. */
const imageOf = cache(async (raw: string) => {
  const id = idSchema.safeParse(raw);
  return id.success ? findImage(id.data) : undefined;
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const image = await imageOf((await params).id);
  return image ? { title: imageTitle(image.poster) || image.poster.scene.subject } : {};
}

/** Before a picture has been put on the reader's list. */
const notRead: ProofView = {
  state: { is: "waiting" },
  isBeingRead: false,
  proof: null,
  judged: {},
  batch: [],
};

/** One picture: large, with how it was made and what it cost. */
export default async function Page({ params }: PageProps) {
  const { t } = await speech();
  const image = await imageOf((await params).id);
  if (!image) notFound();
  const title = imageTitle(image.poster);
  const words = imageWords(image.poster);
  const { NEBULA_API_KEY, PRICE_FEN } = env();
  const [view, rate] = await Promise.all([loadProof(image.id), findRate()]);
  const bare = isBare(image);
  // A mended picture has no job that could be repeated, nor has one that was only found.
  const canRoll =
    NEBULA_API_KEY !== undefined && !bare && (await findJobOfImage(image.id)) !== undefined;
  return (
    <main
      id="content"
      className="grid max-lg:pb-16 lg:h-[calc(100dvh-var(--above))] lg:grid-cols-[minmax(0,1fr)_440px]"
    >
      <ProofProvider
        picture={{ id: image.id, width: image.width, height: image.height }}
        blocks={image.poster.blocks}
        initial={view ?? notRead}
      >
        <div className="flex min-h-0 flex-col gap-3 px-3.5 py-4 lg:px-5">
          <Link href="/gallery" className={buttonClass("ghost", "self-start")}>
            <ArrowLeft aria-hidden className="size-4" />
            {t("image.back")}
          </Link>
          <Part>
            <ProofPicture
              alt={
                words === "" || bare
                  ? t("gallery.altWordless", { scene: image.prompt })
                  : t("gallery.alt", { words })
              }
            />
          </Part>
        </div>
        <aside className="flex flex-col gap-5 border-line bg-sheet px-3.5 py-5 lg:overflow-y-auto lg:border-l lg:px-5">
          <div>
            <div className="flex items-baseline justify-between gap-4">
              <h1 translate="no" className="wrap-anywhere font-bold font-serif text-xl">
                {title || image.poster.scene.subject || t("found.nameless")}
              </h1>
              <b className="tabular-nums">{formatFen(image.costFen)}</b>
            </div>
            {words !== title && (
              <p translate="no" className="wrap-anywhere mt-1 font-serif text-mute">
                {words}
              </p>
            )}
          </div>
          <div className="flex flex-wrap gap-2.5">
            {bare && (
              <Link
                href={`/gallery/${image.id}/mend?all`}
                prefetch={false}
                className={buttonClass("ink", "w-full")}
              >
                <Type aria-hidden className="size-4" />
                {t("image.setWords")}
              </Link>
            )}
            <a
              href={`/api/images/${image.id}?download`}
              download
              className={buttonClass(bare ? "ghost" : "ink", "min-h-11 flex-1")}
            >
              <Download aria-hidden className="size-4" />
              {t("image.download")}
            </a>
            <Link
              href={`/?remix=${image.id}`}
              prefetch={false}
              title={t("image.remixHint")}
              className={buttonClass("ghost", "min-h-11 px-4")}
            >
              <Shuffle aria-hidden className="size-4" />
              {t("image.remix")}
            </Link>
            <DeleteButton
              id={image.id}
              label={t("gallery.deleteOne", { words: words || image.ratio })}
              then="/gallery"
            />
          </div>
          <Part>
            <ProofPanel />
          </Part>
          <Part>
            {canRoll && <RollPanel priceFen={PRICE_FEN} rate={rate} />}
            <BatchStrip />
          </Part>
          <section>
            <h2 className="heading mb-2.5">{t("image.heading")}</h2>
            <ImageFacts image={image} />
          </section>
          <section>
            <h2 className="heading mb-2.5">{t("image.prompt")}</h2>
            <p
              translate="no"
              className="wrap-anywhere whitespace-pre-wrap rounded-xl border border-line bg-raised px-3.5 py-3 text-[13px]"
            >
              {image.prompt}
            </p>
          </section>
        </aside>
      </ProofProvider>
      <div className="fixed inset-x-0 bottom-0 border-line border-t bg-sheet lg:hidden">
        <PageLinks place="foot" />
      </div>
    </main>
  );
}
