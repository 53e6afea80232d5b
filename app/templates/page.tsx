import type { Metadata } from "next";
import Link from "next/link";
import { PageLinks } from "@/components/site/page-links";
import { Part } from "@/components/site/part";
import { BuiltInCard } from "@/components/template/built-in-card";
import { ImportZone } from "@/components/template/import-zone";
import { OwnCard } from "@/components/template/own-card";
import { buttonClass } from "@/components/ui/button";
import { speech } from "@/lib/i18n/server";
import { builtInPoster } from "@/lib/template/built-in";
import { builtInIds } from "@/lib/template/built-in-ids";
import { templateIdSchema } from "@/lib/template/schema";
import { countTemplates, listTemplates } from "@/lib/template/store";

const pageSize = 24;
const eagerSheets = 4;
const gridClass =
  "grid grid-cols-2 gap-x-3 gap-y-6 md:grid-cols-3 lg:grid-cols-4 lg:gap-x-6 lg:gap-y-8 xl:grid-cols-5";

interface PageProps {
  searchParams: Promise<{ before?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await speech();
  return { title: t("templates.heading") };
}

/** Templates: one's own, newest first, and those that come with the house. */
export default async function Page({ searchParams }: PageProps) {
  const { t } = await speech();
  const asked = templateIdSchema.safeParse((await searchParams).before);
  const before = asked.success ? asked.data : undefined;
  const [found, count] = await Promise.all([listTemplates(pageSize + 1, before), countTemplates()]);
  const shown = found.slice(0, pageSize);
  return (
    <>
      <main id="content" className="mx-auto max-w-7xl px-3.5 py-6 max-lg:pb-24 lg:px-8">
        <ImportZone heading={t("templates.heading")} count={count}>
          <Part>
            <section aria-labelledby="own">
              <h2 id="own" tabIndex={-1} className="mb-3 flex items-baseline justify-between">
                <span className="heading">{t("templates.own")}</span>
                {count > 0 && (
                  <span className="font-normal text-mute text-xs tabular-nums">
                    {t("templates.ownCount", { count })}
                  </span>
                )}
              </h2>
              {shown.length === 0 ? (
                <NoneYet />
              ) : (
                <ul className={gridClass}>
                  {shown.map((template, index) => (
                    <OwnCard key={template.id} template={template} isEager={index < eagerSheets} />
                  ))}
                </ul>
              )}
              <Pages
                isFirst={before === undefined}
                lastId={found.length > pageSize ? shown.at(-1)?.id : undefined}
              />
            </section>
          </Part>
          <Part>
            <BuiltIn isFirst={shown.length === 0} />
          </Part>
        </ImportZone>
      </main>
      <div className="fixed inset-x-0 bottom-0 z-30 border-line border-t bg-sheet lg:hidden">
        <PageLinks place="foot" />
      </div>
    </>
  );
}

interface PagesProps {
  isFirst: boolean;
  /** The id that the next page begins under, when there is one. */
  lastId: string | undefined;
}

async function Pages({ isFirst, lastId }: PagesProps) {
  const { t } = await speech();
  if (isFirst && lastId === undefined) return null;
  return (
    <nav aria-label={t("templates.pages")} className="mt-8 flex justify-center gap-3">
      {!isFirst && (
        <Link href="/templates" className={buttonClass("ghost")}>
          {t("templates.newest")}
        </Link>
      )}
      {lastId !== undefined && (
        <Link href={`/templates?before=${lastId}`} className={buttonClass("ghost")}>
          {t("templates.older")}
        </Link>
      )}
    </nav>
  );
}

async function BuiltIn({ isFirst }: { isFirst: boolean }) {
  const { t, language } = await speech();
  return (
    <section aria-labelledby="built-in" className="mt-10">
      <h2 id="built-in" className="heading mb-3">
        {t("templates.builtIn")}
      </h2>
      <ul className={gridClass}>
        {builtInIds.map((id, index) => (
          <BuiltInCard
            key={id}
            template={{ id, name: t(`starters.${id}`), poster: builtInPoster(id, language) }}
            isEager={isFirst && index < eagerSheets}
          />
        ))}
      </ul>
    </section>
  );
}

async function NoneYet() {
  const { t } = await speech();
  return (
    <div className="rounded-xl border border-edge border-dashed px-5 py-6 text-center">
      <p className="font-serif text-lg">{t("templates.empty")}</p>
      <p className="mt-1 text-mute">{t("templates.emptyAdvice")}</p>
    </div>
  );
}
