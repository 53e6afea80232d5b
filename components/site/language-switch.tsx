"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "use-intl";
import { buttonClass } from "@/components/ui/button";
import { setCookie } from "./set-cookie";

/** Switches between the two languages; what is typed stays. */
export function LanguageSwitch() {
  const t = useTranslations("site");
  const isChinese = useLocale() === "zh-CN";
  const router = useRouter();
  return (
    <button
      type="button"
      aria-label={t("language")}
      className={buttonClass("ghost", "shrink-0 px-2.5 text-[13px]")}
      onClick={() => {
        setCookie("lang", isChinese ? "en" : "zh");
        router.refresh();
      }}
    >
      <span aria-hidden>{isChinese ? "EN" : "中文"}</span>
    </button>
  );
}
