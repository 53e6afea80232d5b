"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";

interface ErrorPageProps {
  reset: () => void;
}

/** What one sees when a page trips; never a stack trace. */
export default function ErrorPage({ reset }: ErrorPageProps) {
  const t = useTranslations("crash");
  return (
    <main id="content" className="grid place-items-center gap-3 px-6 py-32 text-center">
      <h1 className="font-bold font-serif text-2xl">{t("title")}</h1>
      <p className="max-w-prose text-mute">{t("advice")}</p>
      <Button look="ink" onClick={reset}>
        {t("again")}
      </Button>
    </main>
  );
}
