import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { speech } from "@/lib/i18n/server";

/** What one sees at an address that leads nowhere. */
export default async function NotFound() {
  const { t } = await speech();
  return (
    <main id="content" className="grid place-items-center gap-3 px-6 py-32 text-center">
      <h1 className="font-bold font-serif text-2xl">{t("notFound.title")}</h1>
      <p className="text-mute">{t("notFound.advice")}</p>
      <p className="mt-2 flex gap-3">
        <Link href="/gallery" className={buttonClass("ghost", "min-h-11")}>
          {t("notFound.toGallery")}
        </Link>
        <Link href="/" className={buttonClass("ink")}>
          {t("notFound.toStudio")}
        </Link>
      </p>
    </main>
  );
}
