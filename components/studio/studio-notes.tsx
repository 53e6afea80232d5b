"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { canKeep } from "@/components/ui/kept";
import { createStore, useStore } from "@/components/ui/store";
import type { KeptPoster } from "./kept-poster";
import { usePosterForm } from "./poster-form";
import { useStudioState } from "./studio-state";

const yes = (is: boolean) => is;

/** Said once a visit, not once a page. */
const isTold = createStore(false);

/** What is worth knowing of how the work is kept: that it is not, or that another tab has its own. */
export function StudioNotes({ kept }: { kept: KeptPoster }) {
  const isKept = useStore(canKeep, yes);
  const wasTold = useStore(isTold, yes);
  const isContested = useStore(kept.isContested, yes);
  return (
    <div role="status" className="flex flex-col gap-2.5 empty:hidden max-lg:px-3.5 max-lg:pt-2.5">
      {!isKept && !wasTold && <NotKept />}
      {isContested && <Contested kept={kept} />}
    </div>
  );
}

function Note({ text, children }: { text: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1.5 rounded-xl border border-line bg-raised px-3 py-2.5 text-[13px] leading-snug">
      <p>{text}</p>
      <div className="flex flex-wrap gap-2">{children}</div>
    </div>
  );
}

function NotKept() {
  const t = useTranslations("kept");
  return (
    <Note text={t("not")}>
      <Button onClick={() => isTold.set(true)}>{t("understood")}</Button>
    </Note>
  );
}

function Contested({ kept }: { kept: KeptPoster }) {
  const t = useTranslations("kept");
  const form = usePosterForm();
  const studio = useStudioState();
  const take = async () => {
    const poster = await kept.takeTheirs();
    if (!poster) return;
    form.reset(poster);
    studio.history?.record();
  };
  return (
    <Note text={t("contested")}>
      <Button onClick={() => void take()}>{t("take")}</Button>
      <Button onClick={() => kept.keepMine(form.getValues())}>{t("mine")}</Button>
    </Note>
  );
}
