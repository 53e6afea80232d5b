"use client";

import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { explain } from "@/components/site/ask-server";
import { reloadPage } from "@/components/site/reload-page";
import { Button } from "@/components/ui/button";

interface ErrorPageProps {
  error: Error;
}

/** What one sees when a page trips; never a stack trace. Why, where it is known, stands above it. */
export default function ErrorPage({ error }: ErrorPageProps) {
  const t = useTranslations("crash");
  useEffect(() => void explain(error), [error]);
  return (
    <main id="content" className="grid place-items-center gap-3 px-6 py-32 text-center">
      <h1 className="font-bold font-serif text-2xl">{t("title")}</h1>
      <p className="max-w-prose text-mute">{t("advice")}</p>
      {/* Not only drawn again: what a page is made of may be of a build that is gone. */}
      <Button look="ink" onClick={reloadPage}>
        {t("again")}
      </Button>
    </main>
  );
}
