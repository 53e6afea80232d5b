import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { letteringFamily } from "@/components/poster/fonts/lettering-family";

const fonts = path.resolve("components/poster/fonts");
const loader = readFileSync(path.join(fonts, "load-lettering.ts"), "utf8");

const sheets = [...loader.matchAll(/import\("([^"]+\.css)"\)/g)].map(([, name = ""]) => {
  const folder = name.startsWith(".") ? fonts : path.resolve("node_modules");
  const file = path.join(folder, name);
  return { folder: path.dirname(file), css: readFileSync(file, "utf8") };
});

const declared = new Set(
  sheets.flatMap(({ css }) =>
    [...css.matchAll(/font-family:\s*["']([^"']+)/g)].map(([, name]) => name),
  ),
);

test("every lettering begins with families that the loader knows", () => {
  for (const list of Object.values(letteringFamily).flatMap((each) => Object.values(each))) {
    const [first = "", second = ""] = list.split(", ").map((name) => name.replaceAll("'", ""));
    expect(declared).toContain(first);
    expect(declared).toContain(second);
  }
});

test("no sheet keeps the words hidden while its font is on the way", () => {
  for (const { css } of sheets) {
    const rules = css.match(/@font-face/g) ?? [];
    expect(css.match(/font-display:\s*swap/g)).toHaveLength(rules.length);
  }
});

test("every font file the sheets name exists", () => {
  for (const { folder, css } of sheets) {
    for (const [, url = ""] of css.matchAll(/url\(["']?([^"')]+\.woff2)/g)) {
      const file = url.startsWith("@") ? path.resolve("node_modules", url) : path.join(folder, url);
      expect(existsSync(file), url).toBe(true);
    }
  }
});
