"use client";

import { standIns } from "@/lib/poster/layout/stand-ins";
import type { Block, Lettering } from "@/lib/poster/schema";
import { ownFamily } from "./own-family";

const dash = () => import("./dash.css");

// One dynamic import each, so that every family is a style sheet of its own, fetched when asked for.
const sheets: Record<Lettering, () => Promise<unknown>> = {
  regular: () =>
    Promise.all([
      import("@chinese-fonts/lxgwwenkai/dist/LXGWWenKai-Regular/result.css"),
      import("@chinese-fonts/lxgwwenkai/dist/LXGWWenKai-Medium/result.css"),
    ]),
  serif: () => Promise.all([import("@fontsource-variable/noto-serif-sc/wght.css"), dash()]),
  sans: () => Promise.all([import("@fontsource-variable/noto-sans-sc/wght.css"), dash()]),
  running: () => Promise.all([import("@fontsource/zhi-mang-xing/400.css"), dash()]),
  clerical: () =>
    Promise.all([
      import("@fontsource/zcool-xiaowei/400.css"),
      import("./clerical-repair.css"),
      dash(),
    ]),
  brush: () => Promise.all([import("@fontsource/ma-shan-zheng/400.css"), dash()]),
  handwriting: () => Promise.all([import("@fontsource/long-cang/400.css"), dash()]),
};

// A family that cannot be fetched is no failure: the words then show in a system face.
const load = (lettering: Lettering): Promise<unknown> => sheets[lettering]().catch(() => undefined);

type Range = readonly [from: number, to: number];
const known = new Map<Lettering, readonly Range[]>();

/** The code points a lettering's web font has faces for, as its style sheet says. */
function rangesOf(lettering: Lettering): readonly Range[] {
  const found = known.get(lettering);
  if (found) return found;
  const faces = [...document.fonts].filter(({ family }) =>
    ownFamily[lettering].includes(`'${family.replaceAll(/["']/gu, "")}'`),
  );
  const ranges = faces.flatMap((face) =>
    face.unicodeRange.split(",").map((range): Range => {
      const [from = "", to = from] = range.trim().replace(/^U\+/iu, "").split("-");
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
    }),
  );
  known.set(lettering, ranges);
  return ranges;
}

const missing = new Map<string, boolean>();

/** Whether a lettering's web font, by now known to the page, lacks a character. */
function isMissing(lettering: Lettering, character: string): boolean {
  const key = `${lettering} ${character}`;
  const found = missing.get(key);
  if (found !== undefined) return found;
  const code = character.codePointAt(0) ?? 0;
  const isAway = !rangesOf(lettering).some(([from, to]) => from <= code && code <= to);
  missing.set(key, isAway);
  return isAway;
}

type Worded = Pick<Block, "lettering" | "text">;

const seen = new WeakSet<Worded>();

/**
 * Makes the web font of a block known to the page, which then fetches the slices its text needs, and
 * the fonts that stand in for characters it has not: only when there are some, for each is a style
 * sheet of hundreds of faces. Never rejects.
 */
export async function loadLettering(block: Worded): Promise<void> {
  // At every keystroke all blocks are asked for; one that did not change is the same object.
  if (seen.has(block)) return;
  seen.add(block);
  const { lettering, text } = block;
  let left = [...new Set(text.replaceAll(/\s/gu, ""))];
  for (const next of [lettering, ...standIns.filter((standIn) => standIn !== lettering)]) {
    if (left.length === 0) return;
    await load(next);
    left = left.filter((character) => isMissing(next, character));
  }
}
