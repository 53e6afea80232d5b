import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import type { RequestRecord, SettingsPatch } from "../fake-upstream/state";
import { type Fake, startFake } from "../servers/fake";
import { paintingWith, startStudio } from "../servers/studio";
import { type Speech, speechOf } from "./speech";
import { StudioPage } from "./studio-page";

interface Servers {
  fake: Fake;
  /** The address of the app that paints with the fake. */
  painting: string;
  /** The address of the app that has no key. */
  keyless: string;
}

interface Fixtures {
  t: Speech;
  studio: StudioPage;
  /** What the upstream was really asked, since the journey began. */
  asked: () => Promise<readonly RequestRecord[]>;
  /** How the upstream behaves for the next requests. */
  upstream: (settings: SettingsPatch) => Promise<void>;
  expectAccessible: () => Promise<void>;
}

/** A journey. Each worker has servers of its own, started when a journey first asks for them. */
export const test = base.extend<Fixtures, Servers>({
  fake: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names off the pattern
    async ({}, use) => {
      const fake = await startFake({ latencyMs: 600 });
      await use(fake);
      await fake.stop();
    },
    { scope: "worker" },
  ],
  painting: [
    async ({ fake }, use) => {
      const { url, stop } = await startStudio(paintingWith(fake.url, 20));
      await use(url);
      await stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  keyless: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names off the pattern
    async ({}, use) => {
      const { url, stop } = await startStudio({ NEBULA_API_KEY: "" });
      await use(url);
      await stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: async ({ painting }, use) => use(painting),
  t: async ({ locale }, use) => use(speechOf(locale)),
  studio: async ({ page, t }, use) => {
    const problems: string[] = [];
    page.on("pageerror", (error) => problems.push(error.message));
    await use(new StudioPage(page, t));
    // Nothing may break silently while a person uses the page.
    expect(problems).toEqual([]);
  },
  upstream: async ({ fake }, use) => {
    await fake.reset();
    await use(fake.set);
    await fake.reset();
  },
  asked: async ({ fake, upstream: _ready }, use) => use(fake.requests),
  expectAccessible: async ({ page, isMobile }, use) => {
    await use(async () => {
      const here = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
      await expectNone(new AxeBuilder({ page }).options(standard));
      expect(await smallTexts(page)).toEqual([]);
      if (isMobile) expect(await smallFields(page)).toEqual([]);
      // All but the colours is the same in the other light, and a phone's colours are a desk's.
      if (isMobile) return;
      await light(page, here ? "light" : "dark");
      await expectNone(new AxeBuilder({ page }).withRules(["color-contrast"]));
      await light(page, here ? "dark" : "light");
    });
  },
});

/** WCAG 2.2 AA and axe's best practices; two rules that axe leaves out unless they are asked for. */
const standard: Parameters<AxeBuilder["options"]>[0] = {
  runOnly: {
    type: "tag",
    values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  },
  rules: { "label-content-name-mismatch": { enabled: true }, "target-size": { enabled: true } },
};

/** Texts set smaller than 12 px, but for those of a picture. */
const smallTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const small: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.nodeValue ?? "";
      const around = walker.currentNode.parentElement;
      if (!around || text.trim() === "" || around.closest("svg, script, style")) continue;
      const size = Number.parseFloat(getComputedStyle(around).fontSize);
      if (size < 12) small.push(`${size} px: ${text}`);
    }
    return small;
  });

/** Fields set smaller than 16 px, at whose touch a phone enlarges the page. */
const smallFields = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("textarea, select, input:not([type])")]
      .filter((field) => Number.parseFloat(getComputedStyle(field).fontSize) < 16)
      .map(({ outerHTML }) => outerHTML),
  );

/** Changes the light and waits: colours on their way from one light to the other are neither. */
async function light(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  });
}

async function expectNone(axe: AxeBuilder): Promise<void> {
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

export { expect };
