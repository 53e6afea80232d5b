import { chromium } from "@playwright/test";
import { chromiumFlags } from "./chromium";

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: chromiumFlags });
const shots = [
  {
    name: "desk-zh-light",
    viewport: { width: 1440, height: 900 },
    locale: "zh-CN",
    colorScheme: "light",
  },
  {
    name: "desk-en-dark",
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
    colorScheme: "dark",
  },
  {
    name: "phone-en-light",
    viewport: { width: 390, height: 844 },
    locale: "en-US",
    colorScheme: "light",
    isMobile: true,
    hasTouch: true,
  },
] as const;
for (const { name, ...options } of shots) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.on("pageerror", (e) => console.log("ERR", e.message));
  await page.goto("http://127.0.0.1:3100/");
  const zh = options.locale === "zh-CN";
  await page.getByRole("button", { name: zh ? "广告" : "Advert", exact: true }).click();
  await page.waitForTimeout(500);
  const area = page.locator("textarea");
  await area.nth(0).fill(zh ? "龍门镳局𰻝面 ¥9.9 起" : "Wake up\\nto ¥9.90, 7:30");
  await area.nth(1).fill(zh ? "晨光\u200b咖啡" : "Morning\u200b Coffee");
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `/tmp/wt/me/${name}.png`, fullPage: false });
  if (name.startsWith("phone")) {
    for (const tab of ["Scene", "Keep out", "Prompt"]) {
      await page.getByRole("button", { name: tab, exact: true }).click();
      await page.waitForTimeout(300);
      await page.screenshot({ path: `/tmp/wt/me/${name}-${tab.replace(" ", "")}.png` });
    }
  }
  await context.close();
}
await browser.close();
