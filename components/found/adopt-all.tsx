"use client";

import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { type Done, useIntent } from "@/components/site/use-intent";
import { useRefresh } from "@/components/site/use-refresh";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toasts";
import { adoptSome } from "@/lib/found/actions";
import type { Adopted } from "@/lib/found/schema";

/** Takes every found picture into the gallery, some at a time, and says how far it is. */
export function AdoptAll({ count }: { count: number }) {
  const t = useTranslations("found");
  const toast = useToast();
  const refresh = useRefresh();
  const run = useIntent();
  const [isPending, start] = useTransition();
  const [done, setDone] = useState(0);
  const going = t("going", { done: `${done}`, count: `${count}` });
  const takeAll = () =>
    start(async () => {
      setDone(0);
      let after: string | null = null;
      const sum = { adopted: 0, refused: 0 };
      do {
        const from: string | null = after;
        const result: Done<Adopted> = await run(() => adoptSome({ after: from }));
        if (!result.ok) break;
        sum.adopted += result.value.adopted;
        sum.refused += result.value.refused;
        after = result.value.next;
        setDone(sum.adopted + sum.refused);
      } while (after !== null);
      if (sum.adopted > 0) toast({ text: t("adopted", { count: sum.adopted }) });
      if (sum.refused > 0) toast({ text: t("refused", { count: sum.refused }) });
      refresh();
    });
  return (
    <>
      <Button look="ink" disabled={isPending} onClick={takeAll}>
        {isPending ? going : t("adoptAll", { count })}
      </Button>
      <p role="status" className="sr-only">
        {isPending && going}
      </p>
    </>
  );
}
