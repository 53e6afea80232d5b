import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig } from "@playwright/test";
import { fakeUrl, keylessUrl, studioUrl } from "./addresses";
import { chromiumFlags } from "./chromium";

const desktop = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const launchOptions = {
  executablePath: process.env.PLAYWRIGHT_CHROMIUM,
  args: chromiumFlags,
};

// The way from words to a picture is walked in every dress; what lies beside it once on a desk and
// once on a phone, once in each language.
const beside = /(?:trouble|prompt|couplet|sheet.*|templates)\.spec\.ts$/u;

const dataDir = () => mkdtempSync(path.join(tmpdir(), "verbatim-e2e-"));
const fake = new URL(fakeUrl);

function app(url: string, env: Record<string, string>) {
  return {
    command: "node lib/launch/start.mjs",
    cwd: path.resolve(import.meta.dirname, ".."),
    url: `${url}/api/health`,
    timeout: 120_000,
    gracefulShutdown: { signal: "SIGTERM" as const, timeout: 10_000 },
    env: { HOST: "127.0.0.1", PORT: new URL(url).port, DATA_DIR: dataDir(), ...env },
  };
}

/** The journeys: the built app, with and without a key, against the fake upstream over real HTTP. */
export default defineConfig({
  testDir: ".",
  outputDir: "results",
  // One after another: they share the two servers, and the machine has two cores.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  use: { baseURL: studioUrl, launchOptions, trace: "retain-on-failure" },
  projects: [
    { name: "desktop-en", use: { ...desktop, locale: "en-US", colorScheme: "light" } },
    {
      name: "desktop-zh",
      testIgnore: beside,
      use: { ...desktop, locale: "zh-CN", colorScheme: "dark" },
    },
    {
      name: "phone-en",
      testIgnore: beside,
      use: { ...phone, locale: "en-US", colorScheme: "dark" },
    },
    { name: "phone-zh", use: { ...phone, locale: "zh-CN", colorScheme: "light" } },
  ],
  webServer: [
    {
      command: "node --import tsx e2e/fake-upstream/server.ts",
      cwd: path.resolve(import.meta.dirname, ".."),
      url: `${fakeUrl}/__fake/log`,
      env: { FAKE_PORT: fake.port, FAKE_LATENCY_MS: "600" },
    },
    app(studioUrl, {
      NEBULA_API_KEY: "sk-fake-key-0001",
      NEBULA_BASE_URL: fakeUrl,
      UPSTREAM_RESULT_HOSTS: fake.host,
      UPSTREAM_STARTS_PER_SECOND: "20",
    }),
    app(keylessUrl, { NEBULA_API_KEY: "" }),
  ],
});
