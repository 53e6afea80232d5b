import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { ConnectionBar } from "@/components/site/connection-bar";
import { Header } from "@/components/site/header";
import { Part } from "@/components/site/part";
import { Providers } from "@/components/site/providers";
import { locale, speech } from "@/lib/i18n/server";
import { startOfDay } from "@/lib/i18n/time-zone";
import { loadBoard } from "@/lib/job/board";
import "./globals.css";

const inter = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  variable: "--inter",
  weight: "100 900",
});

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await speech();
  return {
    title: { default: t("site.title"), template: `%s · ${t("site.name")}` },
    description: t("site.description"),
    applicationName: "Verbatim",
    icons: "/icon.svg",
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fffdf8" },
    { media: "(prefers-color-scheme: dark)", color: "#1f1c18" },
  ],
};

/** The frame of every page. */
export default async function Layout({ children }: { children: ReactNode }) {
  const { tag, timeZone, messages } = await locale();
  const { t } = await speech();
  const chosen = (await cookies()).get("theme")?.value;
  const theme = chosen === "light" || chosen === "dark" ? chosen : undefined;
  const now = Date.now();
  const board = await loadBoard(now, startOfDay(now, timeZone));
  return (
    // Extensions write on both before the page's own script has begun.
    <html lang={tag} data-theme={theme} className={inter.variable} suppressHydrationWarning>
      <body suppressHydrationWarning>
        <Providers
          tag={tag}
          timeZone={timeZone}
          messages={messages}
          closeLabel={t("site.close")}
          board={board}
        >
          <a
            href="#content"
            className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-lg focus:bg-ink focus:px-4 focus:py-2 focus:text-on-ink"
          >
            {t("site.skip")}
          </a>
          <Part>
            <Header theme={theme} />
          </Part>
          <Part>
            <ConnectionBar />
          </Part>
          {children}
        </Providers>
      </body>
    </html>
  );
}
