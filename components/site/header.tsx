import Link from "next/link";
import { LanguageSwitch } from "./language-switch";
import { PageLinks } from "./page-links";
import { SpendMeter } from "./spend-meter";
import { ThemeSwitch } from "./theme-switch";

interface HeaderProps {
  theme: "light" | "dark" | undefined;
}

/** The bar on top: whose house this is, where one can go, what it has cost. */
export function Header({ theme }: HeaderProps) {
  return (
    <header className="flex h-13 items-center gap-3 border-line border-b bg-sheet px-3.5 lg:h-14 lg:gap-7 lg:px-5">
      <Link
        href="/"
        className="flex items-baseline gap-2 whitespace-nowrap lg:gap-2.5 font-bold font-serif text-base lg:text-lg"
      >
        <span>{"Verbatim"}</span>
        <span lang="zh" className="text-seal-ink tracking-[0.12em]">
          {"一字不差"}
        </span>
      </Link>
      <div className="max-lg:hidden">
        <PageLinks place="top" />
      </div>
      <div className="flex-1" />
      <SpendMeter />
      <LanguageSwitch />
      <ThemeSwitch theme={theme} />
    </header>
  );
}
