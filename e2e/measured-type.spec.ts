import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { asSet } from "../components/poster/fonts/as-set";
import { letteringFamily } from "../components/poster/fonts/lettering-family";
import { letteringIds } from "../lib/poster/choices";
import { faceOf } from "../lib/poster/layout/face";

const root = process.cwd();
const own = path.join(root, "components/poster/fonts");
const loader = readFileSync(path.join(own, "load-lettering.ts"), "utf8");
const sheets = [...loader.matchAll(/import\("([^"]+\.css)"\)/g)].map(([, name = ""]) =>
  name.startsWith("./") ? `own/${name.slice(2)}` : `packages/${name}`,
);

const between = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at));

/** Marks and letters that are not an em wide, ambiguous ones, and some that are. */
const characters = [
  ...between(0x21, 0x7e),
  ...between(0xa1, 0xac),
  ...between(0xae, 0x17e),
  ..."‐–—…‥•‰′″※€№℃™Ⅷ①⑩→←↑√∞≈≠≤≥■□▲△○●◆◇★☆♀♂αβΩЯяあアァ、。《》「」【】〜，：；！？％／～",
  ..."春限时特惠国龙永回圃㛃䶮",
];

const type = { css: "text/css", woff2: "font/woff2" };

test("every face is as wide in the browser as the layout has it", { tag: "@once" }, async ({
  page,
}) => {
  test.setTimeout(180_000);
  const links = sheets.map((sheet) => `<link rel="stylesheet" href="/${sheet}">`).join("");
  await page.route("http://type.test/**", (route) => {
    const { pathname } = new URL(route.request().url());
    const [, place = "", ...names] = decodeURIComponent(pathname).split("/");
    if (place === "")
      return route.fulfill({
        contentType: "text/html",
        body: `<!doctype html>${links}<svg></svg>`,
      });
    const name = names.join("/");
    const folder = place === "own" && !name.startsWith("@") ? own : path.join(root, "node_modules");
    const file = path.join(folder, name);
    if (!existsSync(file)) return route.fulfill({ status: 404 });
    const contentType = name.endsWith(".css") ? type.css : type.woff2;
    return route.fulfill({ contentType, body: readFileSync(file) });
  });
  await page.goto("http://type.test/");
  for (const lettering of letteringIds) {
    for (const weight of [400, 700] as const) {
      const families = letteringFamily[lettering][weight];
      const measured = await page.evaluate(
        async ({ families, weight, characters, asSet }) => {
          const text = characters.join("");
          for (const family of families.split(", ").filter((name) => name.startsWith("'"))) {
            await document.fonts.load(`${weight} 100px ${family}`, text);
          }
          await document.fonts.ready;
          const svg = document.querySelector("svg");
          if (!svg) throw new Error("no svg");
          const widths = characters.map((character) => {
            const drawn = document.createElementNS("http://www.w3.org/2000/svg", "text");
            Object.assign(drawn.style, asSet, {
              fontFamily: families,
              fontWeight: `${weight}`,
              fontSize: "100px",
            });
            drawn.textContent = character;
            svg.append(drawn);
            return drawn;
          });
          const lengths = widths.map((drawn) => drawn.getComputedTextLength());
          svg.replaceChildren();
          return lengths;
        },
        { families, weight, characters, asSet },
      );
      const face = faceOf(lettering, weight);
      const wrong = characters.flatMap((character, at) => {
        const wanted = face.widthOf(character) * 100;
        const got = measured[at] ?? 0;
        return Math.abs(got - wanted) > 0.2 ? [`${character} ${wanted} ${got}`] : [];
      });
      expect(wrong, `${lettering} ${weight}`).toEqual([]);
    }
  }
});
