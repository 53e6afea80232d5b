import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { chromiumFlags } from "../chromium";
import { speechOf } from "../pages/speech";
import { StudioPage } from "../pages/studio-page";
import { type Fake, startFake } from "./fake";
import { watchPictures } from "./picture-clock";
import { freePort, serve } from "./serve";

/** The app under test, in its own process, on a data folder that was empty. */
export interface Studio {
  url: string;
}

/** A tab in the browser that looks at the studio. */
export interface Tab {
  page: Page;
  studio: StudioPage;
}

/** What measurements share, opened when first asked for: the fake upstream and the browser. */
export class Lab {
  readonly chromium: string | undefined = process.env.PLAYWRIGHT_CHROMIUM;
  readonly #closers: (() => Promise<unknown>)[] = [];
  #fake: Promise<Fake> | undefined;
  #browser: Promise<Browser> | undefined;

  fake(): Promise<Fake> {
    this.#fake ??= startFake().then((fake) => this.#later(fake, fake.stop));
    return this.#fake;
  }

  browser(): Promise<Browser> {
    const options = { executablePath: this.chromium, args: chromiumFlags };
    this.#browser ??= chromium
      .launch(options)
      .then((browser) => this.#later(browser, () => browser.close()));
    return this.#browser;
  }

  /** Runs the built app against the fake, which may be sent that many starts a second. */
  async withStudio<Value>(
    startsPerSecond: number,
    work: (app: Studio) => Promise<Value>,
  ): Promise<Value> {
    const fake = await this.fake();
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const dataDir = mkdtempSync(path.join(tmpdir(), "verbatim-bench-"));
    const env = {
      HOST: "127.0.0.1",
      PORT: `${port}`,
      DATA_DIR: dataDir,
      NEBULA_API_KEY: "sk-fake-key-0001",
      NEBULA_BASE_URL: fake.url,
      UPSTREAM_RESULT_HOSTS: new URL(fake.url).host,
      UPSTREAM_STARTS_PER_SECOND: `${startsPerSecond}`,
    };
    const launcher = { command: process.execPath, args: ["lib/launch/start.mjs"], env };
    const { stop } = await serve(launcher, `${url}/api/health`);
    try {
      return await work({ url });
    } finally {
      await stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  }

  /** Opens a tab of its own: nothing cached, English, a desk's size. */
  async withTab<Value>({ url }: Studio, work: (tab: Tab) => Promise<Value>): Promise<Value> {
    const context = await (await this.browser()).newContext({
      baseURL: url,
      locale: "en-US",
      viewport: { width: 1440, height: 900 },
    });
    try {
      // tsx marks functions with a helper of its own; those sent to the page need it there too.
      await context.addInitScript("globalThis.__name ??= (marked) => marked");
      const page = await context.newPage();
      await watchPictures(page);
      return await work({ page, studio: new StudioPage(page, speechOf("en-US")) });
    } finally {
      await context.close();
    }
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.#closers.map((close) => close()));
  }

  #later<Thing>(thing: Thing, close: () => Promise<unknown>): Thing {
    this.#closers.push(close);
    return thing;
  }
}
