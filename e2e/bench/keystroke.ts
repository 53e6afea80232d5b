import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "@playwright/test";
import type { Lab, Tab } from "./lab";
import { formatMs, percentile } from "./numbers";
import type { Row } from "./report";

const slowDown = 4;
const goalMs = 16;
const typed = [..."春和A景明b"];
/** A quick typist's gaps, uneven so that the saving timer sometimes falls between two keys; milliseconds. */
const gaps = [130, 180, 240, 320] as const;

/** The words of a full poster, as both measurements of typing use them. */
export const twelveBlocks = [
  ["title", "夏日清凉节 Summer"],
  ["subtitle", "全场五折起，会员再减二十"],
  ["slogan", "清风、冰饮与海"],
  ["body", "七月一日至十五日，线下门店与小程序同享。每日前一百名赠冰杯一只。"],
  ["smallPrint", "最终解释权归本店所有 Terms apply"],
  ["label", "限时"],
  ["brand", "山野茶社"],
  ["upperScroll", "春回大地千山秀丽展新颜"],
  ["lowerScroll", "日照神州百业兴旺谱华章"],
  ["horizontalScroll", "万象更新"],
  ["label", "新品 NEW"],
  ["body", "Open daily from nine to nine, free refills after six."],
] as const;

interface Stroke {
  redrawnMs: number;
  paintedMs: number;
}

declare global {
  var keyClock: { strokes: Stroke[] };
}

/** (e) From the `input` event of a keystroke to the sheet's new drawing in the document. */
export async function measureKeystroke(lab: Lab): Promise<Row[]> {
  return lab.withStudio(2, (app) => lab.withTab(app, async (tab) => rows(await takeStrokes(tab))));
}

async function takeStrokes(tab: Tab): Promise<Stroke[]> {
  const { page, studio } = tab;
  await studio.open();
  await writeBlocks(tab);
  await watchSheet(page);
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowDown });
  const pressed = await typeEverywhere(page);
  const strokes = await page.evaluate(() => globalThis.keyClock.strokes);
  // A lost stroke would be the slowest of all.
  if (strokes.length !== pressed) {
    throw new Error(
      `${pressed} keys were pressed and the sheet was redrawn ${strokes.length} times`,
    );
  }
  return strokes;
}

/** Empties the poster and writes twelve blocks into it, the way a person does. */
async function writeBlocks({ page, studio }: Tab): Promise<void> {
  const { t } = studio;
  await studio.startFrom("blank");
  await page.getByRole("button", { name: t("words.more") }).click();
  for (const [index, [role, text]] of twelveBlocks.entries()) {
    const add = { name: t("words.add", { role: t(`roles.${role}`) }), exact: true };
    await page.getByRole("button", add).click();
    await page.locator(`textarea[name="blocks.${index}.text"]`).fill(text);
  }
}

/** Observers are told in a microtask after React's commit, so what is timed is input to new document. */
async function watchSheet(page: Page): Promise<void> {
  await page.evaluate(() => {
    const clock: typeof globalThis.keyClock = { strokes: [] };
    globalThis.keyClock = clock;
    let inputAt: number | undefined;
    addEventListener(
      "input",
      ({ timeStamp }) => {
        inputAt = timeStamp;
      },
      true,
    );
    const sheet = document.querySelector("[data-testid=sheet]");
    if (!sheet) throw new Error("there is no sheet");
    const changes = { subtree: true, childList: true, characterData: true, attributes: true };
    new MutationObserver(() => {
      const from = inputAt;
      // What changes later without a key, such as a font arriving, is no stroke.
      if (from === undefined) return;
      inputAt = undefined;
      const stroke = { redrawnMs: performance.now() - from, paintedMs: 0 };
      clock.strokes.push(stroke);
      requestAnimationFrame(() => {
        stroke.paintedMs = performance.now() - from;
      });
    }).observe(sheet, changes);
  });
}

async function typeEverywhere(page: Page): Promise<number> {
  let pressed = 0;
  for (const index of twelveBlocks.keys()) {
    await page.locator(`textarea[name="blocks.${index}.text"]`).focus();
    await page.keyboard.press("End");
    for (const character of typed) {
      await page.keyboard.type(character);
      await wait(gaps[pressed % gaps.length]);
      pressed += 1;
    }
  }
  return pressed;
}

function rows(strokes: readonly Stroke[]): Row[] {
  const both = (key: keyof Stroke) => {
    const values = strokes.map((stroke) => stroke[key]);
    return { p50: percentile(values, 0.5), p95: percentile(values, 0.95) };
  };
  const redrawn = both("redrawnMs");
  const painted = both("paintedMs");
  const about = `12 blocks, CPU ${slowDown}× slower, p50 / p95 of ${strokes.length}`;
  return [
    {
      figure: `keystroke to redrawn sheet, ${about}`,
      result: `${formatMs(redrawn.p50)} / ${formatMs(redrawn.p95)}`,
      goal: `p95 ≤ ${goalMs} ms`,
      isMet: redrawn.p95 <= goalMs,
    },
    {
      figure: `keystroke to the next frame, ${about}`,
      result: `${formatMs(painted.p50)} / ${formatMs(painted.p95)}`,
      goal: "",
      isMet: null,
    },
  ];
}
