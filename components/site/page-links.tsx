"use client";

import { clsx } from "clsx";
import { Images, LayoutTemplate, PenLine, Wallet } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "use-intl";

const pages = [
  { href: "/", key: "studio", Icon: PenLine },
  { href: "/templates", key: "templates", Icon: LayoutTemplate },
  { href: "/gallery", key: "gallery", Icon: Images },
  { href: "/spend", key: "spend", Icon: Wallet },
] as const;

const isHere = (path: string, href: string) =>
  href === "/" ? path === "/" : path.startsWith(href);

interface PageLinksProps {
  /** In the bar on top, or under the thumb on a phone. */
  place: "top" | "foot";
}

/** Links to the pages, the present one marked. */
export function PageLinks({ place }: PageLinksProps) {
  const t = useTranslations("site");
  const path = usePathname();
  const isTop = place === "top";
  return (
    <nav aria-label={t("navigation")} className={clsx("flex", isTop && "gap-1")}>
      {pages.map(({ href, key, Icon }) => (
        <Link
          key={href}
          href={href}
          aria-current={isHere(path, href) ? "page" : undefined}
          className={clsx(
            "flex items-center rounded-lg text-mute hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink",
            isTop
              ? "h-9 px-3 aria-[current]:bg-paper"
              : "h-11 flex-auto justify-center gap-1.5 whitespace-nowrap px-1.5 text-[13px]",
          )}
        >
          {!isTop && <Icon aria-hidden className="size-4 max-[359px]:hidden" />}
          {t(key)}
        </Link>
      ))}
    </nav>
  );
}
