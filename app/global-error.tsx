"use client";

import "./globals.css";
import { Button } from "@/components/ui/button";

/** In both languages, for what tells them apart has tripped too. */
const said = {
  zh: {
    title: "页面出了点问题",
    advice: "文字已存在本浏览器，图片已存在服务器。请重新加载；若再次出现，请查看服务器日志。",
    again: "重新加载",
  },
  en: {
    title: "This page tripped over something",
    advice:
      "Your words are kept in this browser and your pictures on the server. Load the page again; if it happens once more, look at the server's log.",
    again: "Load again",
  },
} as const;

/** What one sees when even the frame of the pages trips; never a stack trace. */
export default function GlobalError() {
  return (
    <html lang="zh-CN">
      <body>
        <main className="grid place-items-center gap-12 px-6 py-24 text-center">
          <title>{`${said.zh.title} · ${said.en.title}`}</title>
          {(["zh", "en"] as const).map((language) => (
            <section
              key={language}
              lang={language === "zh" ? "zh-CN" : "en"}
              className="grid place-items-center gap-3"
            >
              <h1 className="font-bold font-serif text-2xl">{said[language].title}</h1>
              <p className="max-w-prose text-mute">{said[language].advice}</p>
              <Button look="ink" onClick={() => location.reload()}>
                {said[language].again}
              </Button>
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
