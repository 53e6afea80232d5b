import { type Browser, chromium, type Page } from "@playwright/test";
import { chromiumFlags } from "../chromium";
import { speechOf } from "../pages/speech";
import { StudioPage } from "../pages/studio-page";
import { type Fake, startFake } from "../servers/fake";
import { paintingWith, type StudioServer, startStudio } from "../servers/studio";
import { watchPictures } from "./picture-clock";

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
    this.#fake ??= startFake({ isPrepared: true }).then((fake) => this.#later(fake, fake.stop));
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
    work: (app: StudioServer) => Promise<Value>,
  ): Promise<Value> {
    const fake = await this.fake();
    const studio = await startStudio(paintingWith(fake.url, startsPerSecond));
    try {
      return await work(studio);
    } finally {
      await studio.stop();
    }
  }

  /** Opens a tab of its own: nothing cached, English, a desk's size. */
  async withTab<Value>({ url }: StudioServer, work: (tab: Tab) => Promise<Value>): Promise<Value> {
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
