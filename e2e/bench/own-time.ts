import { setTimeout as wait } from "node:timers/promises";
import type { RequestRecord } from "../fake-upstream/state";
import type { Fake } from "../servers/fake";
import { downloadCost } from "./download-cost";
import type { Lab, Tab } from "./lab";
import { formatMs, median, percentile } from "./numbers";
import { timeOrder } from "./picture-clock";
import type { Row } from "./report";

const images = 40;
const latencyMs = 400;
const goalMs = 150;

interface Sample {
  ownMs: number;
  /** From the click to the request's arrival upstream. */
  orderMs: number;
}

/**
 * (b) Our own time for one picture: from the click event in the page to its `<img>` loaded, less
 * what the upstream had it (the fake's own clock, request in to answer out) and less what a bare
 * client needs to download such a picture from the fake (median, measured just before).
 */
export async function measureOwnTime(lab: Lab): Promise<Row[]> {
  const fake = await lab.fake();
  // Lifted, so that the wait between two starts never counts as ours.
  return lab.withStudio(1000, (app) => lab.withTab(app, (tab) => takeSamples(fake, tab)));
}

async function takeSamples(fake: Fake, { page, studio }: Tab): Promise<Row[]> {
  await studio.open();
  await studio.count(1);
  await fake.set({ latencyMs });
  let posters = 0;
  const order = async () => {
    // The same words again would be offered from the gallery.
    posters += 1;
    await studio.text("title").fill(`Summer sale ${posters}`);
    const times = await timeOrder(page, 1, () => studio.makeButton(1).click());
    return { ...times, request: await answered(fake) };
  };
  const { size } = (await order()).request;
  const download = await downloadCost(fake, size ?? "");
  const samples: Sample[] = [];
  for (let image = 0; image < images; image += 1) {
    // Uneven, so that no timer of the page falls on the same place each time.
    await wait(200 + ((image * 137) % 400));
    const { clickedAt, shownMs, request } = await order();
    const ownMs = Math.max(...shownMs) - (request.finishedAt - request.at) - download.ms;
    samples.push({ ownMs, orderMs: request.at - clickedAt });
  }
  return [row(samples, download)];
}

type Answered = RequestRecord & { finishedAt: number };

/** The last request; the fake closes its entry a moment after the answer has left. */
async function answered(fake: Fake): Promise<Answered> {
  for (;;) {
    const last = (await fake.requests()).at(-1);
    if (last?.finishedAt) return { ...last, finishedAt: last.finishedAt };
    await wait(10);
  }
}

function row(samples: readonly Sample[], download: { ms: number; bytes: number }): Row {
  const own = samples.map(({ ownMs }) => ownMs);
  const p95 = percentile(own, 0.95);
  const order = median(samples.map(({ orderMs }) => orderMs));
  const after = median(own) - order;
  const split = `of the p50, order ${formatMs(order)}, save and show ${formatMs(after)}`;
  const megabytes = (download.bytes / 1e6).toFixed(2);
  return {
    figure: `own time per image, click to visible less upstream and download, p50 / p95 of ${samples.length}`,
    result: `${formatMs(median(own))} / ${formatMs(p95)} (${split}; download of ${megabytes} MB ${formatMs(download.ms)})`,
    goal: `p95 ≤ ${goalMs} ms`,
    isMet: p95 <= goalMs,
  };
}
