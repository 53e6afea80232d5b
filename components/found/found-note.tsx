import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { speech } from "@/lib/i18n/server";

/** Says that pictures were found which the gallery does not know, and leads to them. */
export async function FoundNote({ count }: { count: number }) {
  const { t } = await speech();
  return (
    <p className="mb-6 flex flex-wrap items-center gap-3 rounded-xl border border-line bg-sheet px-3.5 py-2.5">
      {t("found.count", { count })}
      <Link href="/gallery/found" className={buttonClass("ghost", "max-lg:min-h-11")}>
        {t("found.look")}
      </Link>
    </p>
  );
}
