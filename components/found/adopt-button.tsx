"use client";

import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { useIntent } from "@/components/site/use-intent";
import { useRefresh } from "@/components/site/use-refresh";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toasts";
import { adopt } from "@/lib/found/actions";

interface AdoptButtonProps {
  path: string;
  /** What its page calls it. */
  name: string;
}

/** Takes one found picture into the gallery. */
export function AdoptButton({ path, name }: AdoptButtonProps) {
  const t = useTranslations("found");
  const toast = useToast();
  const refresh = useRefresh();
  const run = useIntent();
  const [isPending, start] = useTransition();
  const take = () =>
    start(async () => {
      const result = await run(() => adopt({ path }));
      if (result.ok) toast({ text: t("adopted", { count: 1 }) });
      refresh();
    });
  return (
    <Button className="min-h-11 w-full" disabled={isPending} onClick={take}>
      {t("adopt")}
      <span className="sr-only">{` · ${name}`}</span>
    </Button>
  );
}
