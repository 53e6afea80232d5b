import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Metadata } from "next";
import { PageLinks } from "@/components/site/page-links";
import { speech } from "@/lib/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await speech();
  return { title: t("notices.heading") };
}

/** The notices of the fonts, models and tables that come with the studio, as their makers state them. */
export default async function Page() {
  const { t } = await speech();
  const notices = await readFile(path.join(process.cwd(), "public/notices.txt"), "utf8");
  return (
    <>
      <main id="content" className="mx-auto max-w-7xl px-3.5 py-6 max-lg:pb-24 lg:px-8">
        <h1 className="font-bold font-serif text-2xl">{t("notices.heading")}</h1>
        <p className="mt-1 mb-6 text-mute">{t("notices.explain")}</p>
        <pre lang="en" className="whitespace-pre-wrap break-words text-[13px]">
          {notices}
        </pre>
      </main>
      <div className="fixed inset-x-0 bottom-0 border-line border-t bg-sheet lg:hidden">
        <PageLinks place="foot" />
      </div>
    </>
  );
}
