import "server-only";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Weight } from "@/lib/poster/layout/face";
import type { Lettering } from "@/lib/poster/schema";

/** One WOFF2 file of a family: the code points it is declared for, inclusive. */
export interface Slice {
  file: string;
  ranges: readonly (readonly [first: number, last: number])[];
  /** Where on the weight axis to stand; undefined for a file of one weight. */
  axis: Weight | undefined;
}

interface Family {
  sheet: Record<Weight, string>;
  variable: boolean;
}

const oneSheet = (sheet: string, variable = false): Family => ({
  sheet: { 400: sheet, 700: sheet },
  variable,
});

// The style sheets are those the browser loads, so that both draw a character from one file.
const families: Record<Lettering, Family> = {
  regular: {
    sheet: {
      400: "@chinese-fonts/lxgwwenkai/dist/LXGWWenKai-Regular/result.css",
      700: "@chinese-fonts/lxgwwenkai/dist/LXGWWenKai-Medium/result.css",
    },
    variable: false,
  },
  serif: oneSheet("@fontsource-variable/noto-serif-sc/wght.css", true),
  sans: oneSheet("@fontsource-variable/noto-sans-sc/wght.css", true),
  running: oneSheet("@fontsource/zhi-mang-xing/400.css"),
  clerical: oneSheet("@fontsource/zcool-xiaowei/400.css"),
  brush: oneSheet("@fontsource/ma-shan-zheng/400.css"),
  handwriting: oneSheet("@fontsource/long-cang/400.css"),
};

type Face = Omit<Slice, "axis">;

const sheets = new Map<string, Promise<Face[]>>();

function parseRanges(list: string): [number, number][] {
  return [...list.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi)].map(([, first = "", last]) => [
    Number.parseInt(first, 16),
    Number.parseInt(last ?? first, 16),
  ]);
}

function parseSheet(css: string, folder: string): Face[] {
  const faces = [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].flatMap(([, rule = ""]) => {
    const file = /url\(["']?([^"')]+\.woff2)/.exec(rule)?.[1];
    const list = /unicode-range:\s*([^;}]*)/.exec(rule)?.[1];
    return file && list ? [{ file: path.join(folder, file), ranges: parseRanges(list) }] : [];
  });
  // Where ranges overlap, CSS prefers the rule declared last.
  return faces.reverse();
}

async function readSheet(sheet: string): Promise<Face[]> {
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), "node_modules", sheet);
  try {
    return parseSheet(await readFile(file, "utf8"), path.dirname(file));
  } catch (error) {
    process.emitWarning(`No font: ${sheet}: ${String(error)}`);
    return [];
  }
}

function facesOf(sheet: string): Promise<Face[]> {
  const known = sheets.get(sheet);
  if (known) return known;
  const reading = readSheet(sheet);
  sheets.set(sheet, reading);
  return reading;
}

/** All slices of a family at a weight, in the order a browser would try them. */
export async function slicesOf(lettering: Lettering, weight: Weight): Promise<Slice[]> {
  const family = families[lettering];
  const faces = await facesOf(family.sheet[weight]);
  return faces.map((face) => ({ ...face, axis: family.variable ? weight : undefined }));
}

/** True when a slice is declared for a code point. */
export const isFor = ({ ranges }: Slice, codePoint: number): boolean =>
  ranges.some(([first, last]) => first <= codePoint && codePoint <= last);

/** The slices of a family declared for a code point, in the order a browser would try them. */
export async function slicesFor(
  codePoint: number,
  lettering: Lettering,
  weight: Weight,
): Promise<Slice[]> {
  return (await slicesOf(lettering, weight)).filter((slice) => isFor(slice, codePoint));
}
