"use client";

import { useLocale, useTranslations } from "use-intl";
import { buttonClass } from "@/components/ui/button";
import { connection } from "./connection";
import { setCookie } from "./set-cookie";
import { useTellRefusal } from "./use-intent";
import { useRefresh } from "./use-refresh";

/** Switches between the two languages; what is typed stays. */
export function LanguageSwitch() {
  const t = useTranslations("site");
  const isChinese = useLocale() === "zh-CN";
  const refresh = useRefresh();
  const tell = useTellRefusal();
  return (
    <button
      type="button"
      className={buttonClass("ghost", "shrink-0 px-2.5 text-[13px]")}
      onClick={() => {
        setCookie("lang", isChinese ? "en" : "zh");
        const state = connection.get();
        if (!refresh() && state !== "good") tell({ ok: false, code: state });
      }}
    >
      {/* What is seen is part of the name: who speaks to the page says what stands there. */}
      <span lang={isChinese ? "en" : "zh-CN"}>{isChinese ? "EN" : "中文"}</span>
      <span className="sr-only">{t("language")}</span>
    </button>
  );
}
