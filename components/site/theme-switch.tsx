"use client";

import { Contrast } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { buttonClass } from "@/components/ui/button";
import { setCookie } from "./set-cookie";

type Theme = "light" | "dark";

interface ThemeSwitchProps {
  /** The theme chosen before; undefined while the system decides. */
  theme: Theme | undefined;
}

/** Switches between light and dark; until then the system's choice holds. */
export function ThemeSwitch({ theme: chosen }: ThemeSwitchProps) {
  const t = useTranslations("site");
  const [theme, setTheme] = useState(chosen);
  return (
    <button
      type="button"
      aria-label={theme === "dark" ? t("themeDark") : t("themeLight")}
      className={buttonClass("ghost", "shrink-0 px-2")}
      onClick={() => {
        const isDark = theme
          ? theme === "dark"
          : matchMedia("(prefers-color-scheme: dark)").matches;
        const next = isDark ? "light" : "dark";
        document.documentElement.dataset.theme = next;
        setCookie("theme", next);
        setTheme(next);
      }}
    >
      <Contrast aria-hidden className="size-4" />
    </button>
  );
}
