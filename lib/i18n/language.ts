const languages = ["zh", "en"] as const;
export type Language = (typeof languages)[number];

export const languageTags = { zh: "zh-CN", en: "en" } as const satisfies Record<Language, string>;

const isLanguage = (value: string | undefined): value is Language =>
  languages.some((language) => language === value);

/** The chosen language, else the browser's first that we speak, else English. */
export function languageFrom(chosen: string | undefined, accepted: string | null): Language {
  if (isLanguage(chosen)) return chosen;
  const wishes = (accepted ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", quality] = part.trim().split(/\s*;\s*q=/u);
      return { language: tag.slice(0, 2).toLowerCase(), weight: Number(quality ?? 1) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wishes.map((wish) => wish.language).find(isLanguage) ?? "en";
}
