import "server-only";
import compile from "icu-minify/compile";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { createFormatter, createTranslator } from "use-intl/core";
import { en } from "./en";
import { type Language, languageFrom, languageTags } from "./language";
import { timeZoneFrom } from "./time-zone";
import { zh } from "./zh";

interface Tree {
  readonly [key: string]: string | Tree;
}

/** Compiled once a process: browsers get messages that need no parser. */
function compiled(tree: Tree): Tree {
  const entries = Object.entries(tree).map(([key, value]) => [
    key,
    // The compiler's objects have no prototype, which React will not carry to the browser.
    typeof value === "string" ? structuredClone(compile(value)) : compiled(value),
  ]);
  return Object.fromEntries(entries);
}

const catalogue: Record<Language, typeof en> = {
  en: compiled(en) as typeof en,
  zh: compiled(zh as unknown as Tree) as unknown as typeof en,
};

/** What a page needs to speak to this reader: language, time zone, messages. */
export const locale = cache(async () => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const language = languageFrom(jar.get("lang")?.value, head.get("accept-language"));
  const timeZone = timeZoneFrom(jar.get("tz")?.value);
  return { language, tag: languageTags[language], timeZone, messages: catalogue[language] };
});

/** Translator and formatter of this request. */
export const speech = cache(async () => {
  const { tag, timeZone, messages, language } = await locale();
  const t = createTranslator({ locale: tag, messages, timeZone });
  return { t, format: createFormatter({ locale: tag, timeZone }), language, timeZone };
});
