import { clsx } from "clsx";
import type { Metadata } from "next";
import Link from "next/link";
import { PageLinks } from "@/components/site/page-links";
import { Part } from "@/components/site/part";
import { BudgetForm } from "@/components/spend/budget-form";
import { DayChart } from "@/components/spend/day-chart";
import { Figures } from "@/components/spend/figures";
import { MonthLinks } from "@/components/spend/month-links";
import { OpenCharges } from "@/components/spend/open-charges";
import { PersonForm } from "@/components/spend/person-form";
import { SumTables } from "@/components/spend/sum-tables";
import { buttonClass } from "@/components/ui/button";
import { speech } from "@/lib/i18n/server";
import { monthFrom, writeMonth } from "@/lib/ledger/month";
import { listOpenCharges } from "@/lib/ledger/open-store";
import { loadReport } from "@/lib/ledger/report";
import { findBudget, findLeft } from "@/lib/ledger/store";
import { findName } from "@/lib/person/store";
import { knownPerson } from "@/lib/server/person";

/** Open charges shown at once. */
const openShown = 20;

interface PageProps {
  searchParams: Promise<{ month?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await speech();
  return { title: t("spend.heading") };
}

/** One month's money: where it went, what is left, what nobody knows yet. */
export default async function Page({ searchParams }: PageProps) {
  const { t, format, timeZone } = await speech();
  const now = Date.now();
  const month = monthFrom((await searchParams).month, now, timeZone);
  const person = await knownPerson();
  const [report, open, budget, left, name] = await Promise.all([
    loadReport(month, timeZone, person),
    listOpenCharges(openShown + 1),
    findBudget(),
    findLeft(now),
    person && findName(person),
  ]);
  const isEmpty = report.models.length === 0;
  const monthName = format.dateTime(Date.UTC(month.year, month.month - 1), {
    year: "numeric",
    month: "long",
    timeZone: "UTC",
  });
  return (
    <>
      <main id="content" className="mx-auto max-w-6xl px-3.5 py-6 max-lg:pb-24 lg:px-8">
        <div className="mb-5 flex flex-wrap items-center gap-x-6 gap-y-3">
          <h1 id="spend" tabIndex={-1} className="font-bold font-serif text-2xl">
            {t("spend.heading")}
          </h1>
          <MonthLinks month={month} name={monthName} first={report.first} now={now} />
          <a
            href={`/api/spend?month=${writeMonth(month)}`}
            download
            title={t("spend.csvHint", { month: monthName })}
            className={buttonClass("ghost", "ml-auto")}
          >
            {t("spend.csv")}
          </a>
        </div>
        {isEmpty ? (
          <EmptyMonth name={monthName} />
        ) : (
          <section
            aria-label={t("spend.sums", { month: monthName })}
            className="rounded-2xl border border-line bg-sheet"
          >
            <Figures report={report} />
            <DayChart days={report.days} />
          </section>
        )}
        <Part>
          <OpenCharges charges={open.slice(0, openShown)} hasMore={open.length > openShown} />
        </Part>
        <div
          className={clsx(
            "mt-10 grid grid-cols-1 gap-x-14 gap-y-10",
            isEmpty
              ? "lg:grid-cols-2"
              : "lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr]",
          )}
        >
          {!isEmpty && (
            <div className="flex min-w-0 flex-col gap-10 lg:row-span-2">
              <SumTables report={report} />
            </div>
          )}
          <Part>
            <BudgetForm budget={budget} left={left} />
          </Part>
          <Part>
            <PersonForm name={name ?? ""} />
          </Part>
        </div>
      </main>
      <div className="fixed inset-x-0 bottom-0 z-30 border-line border-t bg-sheet lg:hidden">
        <PageLinks place="foot" />
      </div>
    </>
  );
}

async function EmptyMonth({ name }: { name: string }) {
  const { t } = await speech();
  return (
    <div className="grid place-items-center gap-3 rounded-2xl border border-edge border-dashed px-5 py-14 text-center max-lg:py-10">
      <p className="font-serif text-xl">{t("spend.empty", { month: name })}</p>
      <p className="max-w-md text-mute">{t("spend.emptyAdvice")}</p>
      <Link href="/" className={buttonClass("ink")}>
        {t("spend.toStudio")}
      </Link>
    </div>
  );
}
