import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { AdoptAll } from "@/components/found/adopt-all";
import { FoundCard } from "@/components/found/found-card";
import { PageLinks } from "@/components/site/page-links";
import { buttonClass } from "@/components/ui/button";
import { listFound } from "@/lib/found/store";
import { speech } from "@/lib/i18n/server";

const pageSize = 24;

interface PageProps {
  searchParams: Promise<{ skip?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await speech();
  return { title: t("found.heading") };
}

/** Pictures in the data folder that no record knows of; nothing is known of most but their note. */
export default async function Page({ searchParams }: PageProps) {
  const { t } = await speech();
  const asked = (await searchParams).skip;
  const skip = typeof asked === "string" && /^\d{1,7}$/u.test(asked) ? Number(asked) : 0;
  const { pictures, count } = await listFound(skip, pageSize, Date.now());
  return (
    <>
      <main id="content" className="mx-auto max-w-7xl px-3.5 py-6 max-lg:pb-24 lg:px-8">
        <Link href="/gallery" className={buttonClass("ghost", "mb-4")}>
          <ArrowLeft aria-hidden className="size-4" />
          {t("image.back")}
        </Link>
        <h1 className="font-bold font-serif text-2xl">{t("found.heading")}</h1>
        {count === 0 ? (
          <p className="py-24 text-center text-mute">{t("found.none")}</p>
        ) : (
          <>
            <p className="mt-1 max-w-prose text-mute">{t("found.explain")}</p>
            <p className="mt-2 mb-4 max-w-prose">
              {`${t("found.count", { count })} ${t("found.money")}`}
            </p>
            <AdoptAll count={count} />
            <ul className="mt-6 grid grid-cols-2 gap-x-3 gap-y-6 md:grid-cols-3 lg:grid-cols-4 lg:gap-x-6 lg:gap-y-8">
              {pictures.map((picture) => (
                <FoundCard key={picture.path} picture={picture} />
              ))}
            </ul>
            <nav aria-label={t("found.pages")} className="mt-8 flex justify-center gap-3">
              {skip > 0 && (
                <Link href="/gallery/found" className={buttonClass("ghost")}>
                  {t("found.first")}
                </Link>
              )}
              {skip + pageSize < count && (
                <Link
                  href={`/gallery/found?skip=${skip + pageSize}`}
                  className={buttonClass("ghost")}
                >
                  {t("found.next")}
                </Link>
              )}
            </nav>
          </>
        )}
      </main>
      <div className="fixed inset-x-0 bottom-0 border-line border-t bg-sheet lg:hidden">
        <PageLinks place="foot" />
      </div>
    </>
  );
}
