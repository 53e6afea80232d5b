import type { Metadata } from "next";
import Link from "next/link";
import { RateTableView } from "@/components/rates/rate-table";
import { PageLinks } from "@/components/site/page-links";
import { speech } from "@/lib/i18n/server";
import { leastPictures } from "@/lib/proof/chance";
import { rateAmong, ratesBy, rateTables } from "@/lib/proof/rates";
import { listRead } from "@/lib/proof/report";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await speech();
  return { title: t("rates.heading") };
}

/** What this house has learnt: how often the letters come out exact, by what was asked for. */
export default async function Page() {
  const { t } = await speech();
  const pictures = await listRead();
  const { read, exact } = rateAmong(pictures);
  return (
    <>
      <main id="content" className="mx-auto max-w-7xl px-3.5 py-6 max-lg:pb-24 lg:px-8">
        <h1 className="font-bold font-serif text-2xl">{t("rates.heading")}</h1>
        <p className="mt-1 text-mute">{t("rates.explain", { least: `${leastPictures}` })}</p>
        {pictures.length === 0 ? (
          <div className="grid place-items-center gap-3 py-24 text-center">
            <p className="font-serif text-xl">{t("rates.none")}</p>
            <p className="text-mute">{t("rates.noneAdvice")}</p>
          </div>
        ) : (
          <>
            <p className="mt-1 mb-6 tabular-nums">{t("rates.sum", { read, exact: `${exact}` })}</p>
            <div className="grid gap-4 lg:grid-cols-2">
              {rateTables.map((table) => (
                <RateTableView key={table} table={table} lines={ratesBy(table, pictures)} />
              ))}
            </div>
          </>
        )}
        <p className="mt-8 text-[13px]">
          <Link href="/notices" className="text-mute underline hover:text-ink">
            {t("notices.heading")}
          </Link>
        </p>
      </main>
      <div className="fixed inset-x-0 bottom-0 border-line border-t bg-sheet lg:hidden">
        <PageLinks place="foot" />
      </div>
    </>
  );
}
