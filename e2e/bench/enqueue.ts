import { v7 } from "uuid";
import { posterOf, sendOrder } from "../servers/action-call";
import type { Lab } from "./lab";
import { formatMs, percentile } from "./numbers";
import type { Row } from "./report";

const jobs = 20;
const orders = 60;
/** Orders whose code the server has not yet loaded and translated; they are not counted. */
const warmUp = 10;
const goalMs = 50;
/** One start in a minute and more: what is measured is taking orders, not painting them. */
const startsPerSecond = 0.01;

/** (g) An order of twenty pictures over HTTP, from sending it to the server's word that it has them. */
export async function measureEnqueue(lab: Lab): Promise<Row[]> {
  const times = await lab.withStudio(startsPerSecond, async ({ url }) => {
    const taken: number[] = [];
    for (let order = 0; order < warmUp + orders; order += 1) {
      const poster = posterOf(`order ${order}`, jobs);
      const startedAt = performance.now();
      const placed = await sendOrder(url, v7(), poster);
      if (!placed.ok) throw new Error(`not ordered: ${placed.code}`);
      if (order >= warmUp) taken.push(performance.now() - startedAt);
    }
    return taken;
  });
  const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
  return [
    {
      figure: `order of ${jobs} pictures over HTTP, sent to written, p50 / p95 of ${orders}`,
      result: `${formatMs(p50)} / ${formatMs(p95)}`,
      goal: `p95 ≤ ${goalMs} ms`,
      isMet: p95 <= goalMs,
    },
  ];
}
