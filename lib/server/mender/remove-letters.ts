import "server-only";
import { setImmediate } from "node:timers/promises";
import type { Area, Ink } from "@/lib/mend/schema";
import { fillSmoothly, type Mask, type Plane } from "./fill";
import { grained } from "./grain";
import { inkOf } from "./ink";
import { type Cutout, findLetters, maskOf, reachOf } from "./letters";
import type { Pixels } from "./pixels";

/** The event loop is let go at least so often; milliseconds. */
const longestMs = 8;

/** Runs a long reckoning in short steps, so that the server goes on answering meanwhile. */
async function gently<Answer>(work: Generator<void, Answer>): Promise<Answer> {
  let begunAt = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - begunAt < longestMs) continue;
    await setImmediate();
    begunAt = performance.now();
  }
}

/** An area of a picture with as much around it as tells the ground. */
function cutOut({ data, width, height, channels }: Pixels, area: Area): [Cutout, Area] {
  const ring = reachOf(area) * 2 + 2;
  const x = Math.max(0, area.x - ring);
  const y = Math.max(0, area.y - ring);
  const outer = {
    x,
    y,
    width: Math.min(width, area.x + area.width + ring) - x,
    height: Math.min(height, area.y + area.height + ring) - y,
  };
  const plane = (channel: number) => {
    const values = new Float32Array(outer.width * outer.height);
    for (let row = 0; row < outer.height; row += 1) {
      let from = ((y + row) * width + x) * channels + channel;
      for (let at = row * outer.width; at < (row + 1) * outer.width; at += 1) {
        values[at] = data[from] ?? 0;
        from += channels;
      }
    }
    return values;
  };
  const planes = [plane(0), plane(1), plane(2)] as const;
  const inner = { ...area, x: area.x - x, y: area.y - y };
  return [{ width: outer.width, height: outer.height, planes, inner }, outer];
}

function putBack(pixels: Pixels, outer: Area, { unknown }: Mask, planes: readonly Plane[]): void {
  for (let at = 0; at < unknown.length; at += 1) {
    if (!unknown[at]) continue;
    const row = outer.y + Math.floor(at / outer.width);
    const to = (row * pixels.width + outer.x + (at % outer.width)) * pixels.channels;
    for (const [channel, plane] of planes.entries()) {
      pixels.data[to + channel] = Math.max(0, Math.min(255, Math.round(plane[at] ?? 0)));
    }
  }
}

/** Paints the letters of an area over with what is around them; writes into the pixels. */
export async function removeLetters(pixels: Pixels, area: Area): Promise<void> {
  const [cutout, outer] = cutOut(pixels, area);
  const mask = maskOf(cutout, await gently(findLetters(cutout)));
  await gently(fillSmoothly(mask, cutout.planes));
  grained(mask, cutout.planes);
  putBack(pixels, outer, mask, cutout.planes);
}

/** What the letters of an area are painted with, and what on. */
export async function lookAtLetters(pixels: Pixels, area: Area): Promise<Ink> {
  const [cutout, outer] = cutOut(pixels, area);
  const letters = await gently(findLetters(cutout));
  const { box, ...colours } = inkOf(cutout, letters);
  return { ...colours, box: box && { ...box, x: box.x + outer.x, y: box.y + outer.y } };
}
