"use client";

import type { Lettering } from "@/lib/poster/schema";

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
  running: () => import("@fontsource/zhi-mang-xing/400.css"),
  clerical: () =>
    Promise.all([import("@fontsource/zcool-xiaowei/400.css"), import("./clerical-repair.css")]),
  brush: () => import("@fontsource/ma-shan-zheng/400.css"),
  handwriting: () => import("@fontsource/long-cang/400.css"),
};

// A family that cannot be fetched is no failure: the words then show in a system face.
const load = (lettering: Lettering): Promise<unknown> => sheets[lettering]().catch(() => undefined);

let asked: Promise<unknown> = Promise.resolve();

/** A fallback known before a text's own family would have its slices fetched for nothing. */
async function loadFallbacks(): Promise<void> {
  let seen: Promise<unknown>;
  do {
    seen = asked;
    await seen;
  } while (seen !== asked);
  await load("serif");
  await load("regular");
}

/**
 * Makes a lettering's web font known to the page, which then fetches the slices its texts need;
 * the families its missing characters come from follow. Never rejects.
 */
export async function loadLettering(lettering: Lettering): Promise<void> {
  const own = load(lettering);
  asked = Promise.all([asked, own]);
  void loadFallbacks();
  await own;
}
