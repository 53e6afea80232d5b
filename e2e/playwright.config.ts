import { defineConfig } from "@playwright/test";
import { chromiumFlags } from "./chromium";

const desktop = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const launchOptions = {
  executablePath: process.env.PLAYWRIGHT_CHROMIUM,
  args: chromiumFlags,
};

// Making one picture is walked in every dress; the rest once on a desk and once on a phone, once in
// each language. What is alike on both (@once) only on a desk.
const core = /make one/u;

/** The journeys: the built app, with and without a key, against the fake upstream over real HTTP. */
export default defineConfig({
  testDir: ".",
  outputDir: "results",
  // No traces: recording them takes as long as the journeys. `--trace on` has them for one that fails.
  // Two, each with servers of its own: the machines that test this have two cores.
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  use: { launchOptions, screenshot: "only-on-failure" },
  projects: [
    { name: "desktop-en", use: { ...desktop, locale: "en-US", colorScheme: "light" } },
    {
      name: "desktop-zh",
      grep: core,
      use: { ...desktop, locale: "zh-CN", colorScheme: "dark" },
    },
    {
      name: "phone-en",
      grep: core,
      use: { ...phone, locale: "en-US", colorScheme: "dark" },
    },
    {
      name: "phone-zh",
      grepInvert: /@once/u,
      use: { ...phone, locale: "zh-CN", colorScheme: "light" },
    },
  ],
});
