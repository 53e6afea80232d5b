import type { Metadata } from "next";
import Link from "next/link";
import { FoundNote } from "@/components/found/found-note";
import { ImageCard } from "@/components/image/image-card";
import { PageLinks } from "@/components/site/page-links";
import { Part } from "@/components/site/part";
import { buttonClass } from "@/components/ui/button";
import { speech } from "@/lib/i18n/server";
import { startOfDay } from "@/lib/i18n/time-zone";
import { countImages, listImages } from "@/lib/image/store";
import { unknownCount } from "@/lib/image/unknown-store";
import { idSchema } from "@/lib/job/schema";
import { sumSince } from "@/lib/ledger/store";
import { formatFen } from "@/lib/poster/cost";
import { findProofStates } from "@/lib/proof/store";

const pageSize = 24;
const eagerImages = 4;

interface PageProps {
  searchParams: Promise<{ before?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await speech();
  return { title: t("gallery.heading") };
}

/** Every picture, newest first, each with its cost. */
export default async function Page({ searchParams }: PageProps) {
  const { t, timeZone } = await speech();
  const asked = idSchema.safeParse((await searchParams).before);
  const before = asked.success ? asked.data : undefined;
  const [found, images, ofToday, inAll] = await Promise.all([
    listImages(pageSize + 1, before),
    countImages(),
    sumSince(startOfDay(Date.now(), timeZone)),
    sumSince(0),
  ]);
  const shown = found.slice(0, pageSize);
  const proofs = await findProofStates(shown.map(({ id }) => id));
  const today = formatFen(ofToday.spentFen);
  const total = formatFen(inAll.spentFen);
  const unknown = unknownCount() ?? 0;
  return (
    <>
      <main id="content" className="mx-auto max-w-7xl px-3.5 py-6 max-lg:pb-24 lg:px-8">
        <h1 className="font-bold font-serif text-2xl">{t("gallery.heading")}</h1>
        <p className="mt-1 mb-6 text-mute tabular-nums">
          {t("gallery.summary", { images, today, total })}
        </p>
        {unknown > 0 && <FoundNote count={unknown} />}
        {shown.length === 0 ? (
          <EmptyGallery />
        ) : (
          <Part>
            <ul className="grid grid-cols-2 gap-x-3 gap-y-6 md:grid-cols-3 lg:grid-cols-4 lg:gap-x-6 lg:gap-y-8">
              {shown.map((image, index) => (
                <ImageCard
                  key={image.id}
                  image={image}
                  isEager={index < eagerImages}
                  proof={proofs.get(image.id) ?? { is: "waiting" }}
                />
              ))}
            </ul>
          </Part>
        )}
        <nav aria-label={t("gallery.pages")} className="mt-8 flex justify-center gap-3">
          {before !== undefined && (
            <Link href="/gallery" className={buttonClass("ghost")}>
              {t("gallery.newest")}
            </Link>
          )}
          {found.length > pageSize && (
            <Link href={`/gallery?before=${shown.at(-1)?.id}`} className={buttonClass("ghost")}>
              {t("gallery.older")}
            </Link>
          )}
        </nav>
      </main>
      <div className="fixed inset-x-0 bottom-0 border-line border-t bg-sheet lg:hidden">
        <PageLinks place="foot" />
      </div>
    </>
  );
}

async function EmptyGallery() {
  const { t } = await speech();
  return (
    <div className="grid place-items-center gap-3 py-24 text-center">
      <p className="font-serif text-xl">{t("gallery.empty")}</p>
      <p className="text-mute">{t("gallery.emptyAdvice")}</p>
      <Link href="/" className={buttonClass("loud")}>
        {t("gallery.make")}
      </Link>
    </div>
  );
}
