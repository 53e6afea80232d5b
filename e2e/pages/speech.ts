import { createTranslator } from "use-intl/core";
import { en } from "../../lib/i18n/en";
import { zh } from "../../lib/i18n/zh";

/** The sentences of the project's language, as the page should show them. */
export function speechOf(locale: string | undefined) {
  const isChinese = locale?.startsWith("zh") ?? false;
  const messages = (isChinese ? zh : en) as typeof en;
  return createTranslator({ locale: isChinese ? "zh-CN" : "en", messages });
}

export type Speech = ReturnType<typeof speechOf>;
