import AxeBuilder from "@axe-core/playwright";
import { test as base, expect } from "@playwright/test";
import { fakeUrl } from "../addresses";
import { type Speech, speechOf } from "./speech";
import { StudioPage } from "./studio-page";

interface FakeLog {
  requests: { prompt: string; size: string; prompt_extend: boolean; watermark: boolean }[];
}

interface Fixtures {
  t: Speech;
  studio: StudioPage;
  /** What the upstream was really asked, since the journey began. */
  asked: () => Promise<FakeLog["requests"]>;
  /** How the upstream behaves for the next requests. */
  upstream: (settings: Record<string, unknown>) => Promise<void>;
  expectAccessible: () => Promise<void>;
}

export const test = base.extend<Fixtures>({
  t: async ({ locale }, use) => use(speechOf(locale)),
  studio: async ({ page, t }, use) => {
    const problems: string[] = [];
    page.on("pageerror", (error) => problems.push(error.message));
    await use(new StudioPage(page, t));
    // Nothing may break silently while a person uses the page.
    expect(problems).toEqual([]);
  },
  upstream: async ({ request }, use) => {
    await request.post(`${fakeUrl}/__fake/reset`);
    await use(async (settings) => {
      const answer = await request.post(`${fakeUrl}/__fake/settings`, { data: settings });
      expect(answer.ok()).toBe(true);
    });
    await request.post(`${fakeUrl}/__fake/reset`);
  },
  asked: async ({ request, upstream: _ready }, use) => {
    await use(async () => {
      const log: FakeLog = await (await request.get(`${fakeUrl}/__fake/log`)).json();
      return log.requests;
    });
  },
  expectAccessible: async ({ page }, use) => {
    await use(async () => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    });
  },
});

export { expect };
