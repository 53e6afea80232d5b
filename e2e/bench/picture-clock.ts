import type { Page } from "@playwright/test";
import { limited } from "./limited";

/** When one order was clicked and when each of its pictures was there, by the page's own clock. */
export interface PictureTimes {
  /** Epoch milliseconds, for comparing with the logs of other processes. */
  clickedAt: number;
  /** Milliseconds from the click to each picture loaded, ascending. */
  shownMs: number[];
}

interface PictureClock {
  clickedAt: number;
  shown: Map<string, number>;
  arm(pictures: number): void;
  times: Promise<PictureTimes>;
}

declare global {
  var pictureClock: PictureClock;
}

const longestOrderMs = 60_000;

/** Puts the clock into every page the tab will open. */
export async function watchPictures(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let finish: (times: PictureTimes) => void = () => undefined;
    let wanted = Number.POSITIVE_INFINITY;
    const clock: PictureClock = {
      clickedAt: Number.NaN,
      shown: new Map(),
      times: new Promise(() => undefined),
      arm(pictures) {
        clock.times = new Promise((resolve) => {
          finish = resolve;
        });
        wanted = pictures;
        // In the page, at the event itself: how long the driver takes to click is none of our time.
        const start = () => {
          clock.clickedAt = performance.now();
          clock.shown.clear();
        };
        addEventListener("click", start, { capture: true, once: true });
      },
    };
    // A load event does not bubble, but it is captured on its way down.
    document.addEventListener(
      "load",
      ({ target }) => {
        if (!(target instanceof HTMLImageElement) || target.dataset.testid !== "painted") return;
        if (!target.complete || target.naturalWidth === 0 || clock.shown.has(target.src)) return;
        clock.shown.set(target.src, performance.now() - clock.clickedAt);
        if (clock.shown.size < wanted) return;
        const shownMs = [...clock.shown.values()].sort((a, b) => a - b);
        finish({ clickedAt: performance.timeOrigin + clock.clickedAt, shownMs });
      },
      true,
    );
    globalThis.pictureClock = clock;
  });
}

/** Clicks by `click` and waits for that many new pictures. */
export async function timeOrder(
  page: Page,
  pictures: number,
  click: () => Promise<void>,
): Promise<PictureTimes> {
  await page.evaluate((count) => globalThis.pictureClock.arm(count), pictures);
  await click();
  const times = page.evaluate(() => globalThis.pictureClock.times);
  return limited(times, longestOrderMs, `${pictures} pictures did not come`);
}
