import fc from "fast-check";
import { expect, test } from "vitest";
import { layPatch, sizeOf } from "@/lib/mend/drawing";
import { framed } from "@/lib/mend/fit";
import type { Patch } from "@/lib/mend/schema";
import { newBlock } from "@/lib/poster/blank";
import { defaultCapability } from "@/lib/poster/capability";
import { graphemesOf } from "@/lib/poster/characters";
import { directionIds, letteringIds, placeIds, ratioIds } from "@/lib/poster/choices";
import type { LaidBlock, Run } from "@/lib/poster/layout/drawing";
import { layOut, marginOf } from "@/lib/poster/layout/layout";
import { glyph } from "./glyphs";

const palette = { from: "#fff", to: "#eee", ink: "#111" };

const pool = [
  ..."春限时特惠回㛃，。：！（）《》—…·“”‘’“”‘’★☆①⑩№→←‰™℃×÷±§°•€￥½Ⅷα",
  ..."abgijmwfABMWQTJ0189 ,.:;!?&@%$¥()-/+éÅß   ",
];
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(...pool),
      fc.constantFrom(
        "Don’t ",
        "“新”",
        "Mother’s Day",
        "——",
        "★★★★",
        "WWWW",
        "2026",
        "①②③",
        "iiii",
      ),
    ),
    { minLength: 1, maxLength: 40 },
  )
  .map((parts) => parts.join(""))
  .filter((text) => text.trim() !== "");

/** What is drawn of a run, by the outlines' own advances and ink; along the run. Pixels. */
async function drawnOf(run: Run, { lettering, weight }: LaidBlock) {
  const scale = run.size / 1000;
  let length = 0;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let end = 0;
  for (const grapheme of graphemesOf(run.text)) {
    const { advance, bounds, path } = await glyph(grapheme, lettering, weight);
    if (path !== "") {
      first = Math.min(first, length + bounds.x0 * scale);
      last = Math.max(last, length + bounds.x1 * scale);
    }
    if (advance === 0) continue;
    end = length + advance * scale;
    length = end + run.spacing;
  }
  const start = run.x - { start: 0, middle: length / 2, end: length }[run.anchor];
  return { length, left: start, right: start + end, ink: [start + first, start + last] as const };
}

/** Every run is as long as it was measured, and a row's letters stand inside their block. */
async function expectMeasured(laid: LaidBlock, sheet: { width: number }): Promise<void> {
  for (const run of laid.runs) {
    const { length, left, right, ink } = await drawnOf(run, laid);
    expect(Math.abs(length - run.length), run.text).toBeLessThan(1);
    if (run.rotate !== 0 || run.spacing === 0) continue;
    expect(left, run.text).toBeGreaterThan(laid.box.x - 1);
    expect(right, run.text).toBeLessThan(laid.box.x + laid.box.width + 1);
    // Letters of a running hand reach over their neighbours, but never over the sheet's edge.
    if (ink[1] < ink[0]) continue;
    expect(ink[0], run.text).toBeGreaterThan(0);
    expect(ink[1], run.text).toBeLessThan(sheet.width);
  }
}

const look = fc.record({
  role: fc.constantFrom("title", "slogan", "body", "smallPrint", "upperScroll"),
  emphasis: fc.constantFrom("normal", "strong"),
  place: fc.constantFrom(...placeIds),
  direction: fc.constantFrom(...directionIds),
  lettering: fc.constantFrom(...letteringIds),
  text: words,
});

test("whatever is written in whichever lettering, nothing drawn leaves its block or the margin", async () => {
  await fc.assert(
    fc.asyncProperty(look, fc.constantFrom(...ratioIds), async (asked, ratio) => {
      const size = defaultCapability.sizes[ratio];
      const margin = marginOf(size);
      for (const laid of layOut([{ ...newBlock("a", asked.role), ...asked }], size, palette)) {
        expect(laid.box.x).toBeGreaterThan(margin - 1);
        expect(laid.box.x + laid.box.width).toBeLessThan(size.width - margin + 1);
        await expectMeasured(laid, size);
      }
    }),
    { numRuns: 120 },
  );
}, 120_000);

test("mended words are as long as their frame has room for", async () => {
  const picture = { width: 1140, height: 1472 };
  await fc.assert(
    fc.asyncProperty(look, fc.integer({ min: 20, max: 200 }), async (asked, size) => {
      const { text, lettering, direction } = asked;
      const plain: Patch = {
        ...{ blockId: "a", text, lettering, direction, size, weight: 700, colour: "#000000" },
        ...{ spacing: 0.02, alignment: "middle", isFromRight: false },
        box: { x: 100, y: 100, width: 900, height: 200 },
        cover: { kind: "none", area: null, plate: "#ffffff" },
      };
      const patch = { ...plain, ...framed(plain, plain.box, picture) };
      const natural = sizeOf(patch, patch.box);
      if (natural.width > patch.box.width + 1) return;
      for (const run of layPatch(patch).runs) {
        const { length, left, right } = await drawnOf(run, layPatch(patch));
        expect(Math.abs(length - run.length)).toBeLessThan(1);
        if (run.rotate !== 0 || direction === "vertical") continue;
        expect(left).toBeGreaterThan(patch.box.x - 1);
        expect(right).toBeLessThan(patch.box.x + patch.box.width + 1);
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);
