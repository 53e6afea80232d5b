import { letteringIds } from "@/lib/poster/choices";
import { missingSpaceAdvance, usualAdvance } from "@/lib/poster/layout/advances";
import type { Weight } from "@/lib/poster/layout/face";
import type { Lettering } from "@/lib/poster/schema";
import { familiesFor } from "@/lib/server/type/glyphs";
import { openSlice } from "@/lib/server/type/open-slice";
import { isFor, slicesOf } from "@/lib/server/type/slices";

/** Code points and their advances in 1/1000 em. */
type Advances = Map<number, number>;

export const weights = [400, 700] as const satisfies Weight[];

/** The free hands: one weight each, the same Han characters in all of them. */
const hands = ["running", "clerical", "brush", "handwriting"] as const satisfies Lettering[];
const isHand = (lettering: Lettering) => hands.some((hand) => hand === lettering);

/** Spaces that fonts may lack; they stay blank then. */
const spaces = [0x20, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000].concat(
  Array.from({ length: 11 }, (_, at) => 0x2000 + at),
);

/** The advances of a family's own characters, as its slices have them. */
async function readAdvances(lettering: Lettering, weight: Weight): Promise<Advances> {
  const advances: Advances = new Map();
  for (const slice of await slicesOf(lettering, weight)) {
    const font = await openSlice(slice);
    for (const code of font?.characterSet ?? []) {
      if (!font || advances.has(code) || !isFor(slice, code)) continue;
      const { advanceWidth } = font.glyphForCodePoint(code);
      advances.set(code, Math.round((advanceWidth * 1000) / font.unitsPerEm));
    }
  }
  return new Map([...advances].sort(([one], [other]) => one - other));
}

/** A family at a weight, as `readFamilies` names it. */
export const keyOf = (lettering: Lettering, weight: Weight) => `${lettering} ${weight}`;
type Families = ReadonlyMap<string, Advances>;

/** All families at both weights, each under "lettering weight". Takes seconds. */
export async function readFamilies(): Promise<Families> {
  const families = new Map<string, Advances>();
  for (const lettering of letteringIds) {
    for (const weight of weights) {
      families.set(keyOf(lettering, weight), await readAdvances(lettering, weight));
    }
  }
  return families;
}

/** What is drawn for a code point: the advance in the first family that draws it. */
function resolve(families: Families, code: number, lettering: Lettering, weight: Weight): number {
  for (const family of familiesFor(String.fromCodePoint(code), lettering)) {
    const advance = families.get(keyOf(family, weight))?.get(code);
    if (advance !== undefined) return advance;
  }
  return spaces.includes(code) ? missingSpaceAdvance : usualAdvance;
}

/** "gap[+length]=advance" in base 36: runs of code points, each begun `gap` after the last one's end. */
function encode(advances: Advances): string {
  const runs: { first: number; last: number; advance: number }[] = [];
  for (const [code, advance] of [...advances].sort(([one], [other]) => one - other)) {
    const run = runs.at(-1);
    if (run && run.last + 1 === code && run.advance === advance) run.last = code;
    else runs.push({ first: code, last: code, advance });
  }
  let end = 0;
  const tokens = runs.map(({ first, last, advance }) => {
    const more = last > first ? `+${(last - first).toString(36)}` : "";
    const token = `${(first - end).toString(36)}${more}=${advance.toString(36)}`;
    end = last;
    return token;
  });
  return tokens.join(" ");
}

const isHan = (code: number) => code >= 0x4e00 && code <= 0x9fff;
const isOfHan = ([code]: [number, number]) => isHan(code);

/** One bit for each character from U+4E00 on, lowest first, in base 64. */
function encodeHan(codes: readonly number[]): string {
  const bits = new Uint8Array(((Math.max(...codes) - 0x4e00) >> 3) + 1);
  for (const code of codes) {
    const at = code - 0x4e00;
    bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7));
  }
  return Buffer.from(bits).toString("base64");
}

/** Advance, left and right edge of the ink of ‘ ’ “ ” in a family: "a l r,…" in 1/1000 em. */
async function readQuotes(lettering: Lettering, weight: Weight): Promise<string> {
  const slices = await slicesOf(lettering, weight);
  const marks = await Promise.all(
    [..."‘’“”"].map(async (mark) => {
      const code = mark.codePointAt(0) ?? 0;
      for (const slice of slices.filter((each) => isFor(each, code))) {
        const font = await openSlice(slice);
        if (!font?.hasGlyphForCodePoint(code)) continue;
        const { advanceWidth, path } = font.glyphForCodePoint(code);
        const { minX, maxX } = path.bbox;
        const units = [advanceWidth, minX, maxX];
        return units.map((each) => Math.round((each * 1000) / font.unitsPerEm)).join(" ");
      }
      throw new Error(`${lettering} has no ${mark}`);
    }),
  );
  return marks.join(",");
}

function onlyOne<T>(values: readonly T[], what: string): T {
  const [first] = values;
  if (first === undefined || new Set(values).size !== 1) throw new Error(`Not one ${what}`);
  return first;
}

interface Source {
  families: Families;
  codes: ReadonlySet<number>;
}

/** What a lettering draws otherwise than it would, were it as wide as `under` says. */
function encodeDifferences(
  { families, codes }: Source,
  lettering: Lettering,
  weight: Weight,
  under: (code: number) => number,
): string {
  const drawn = [...codes].map(
    (code) => [code, resolve(families, code, lettering, weight)] as const,
  );
  return encode(new Map(drawn.filter(([code, advance]) => advance !== under(code))));
}

/** A free hand's own advances, and of its Han characters those that are not as wide as the others. */
function encodeHand({ families }: Source, hand: Lettering, hanAdvance: number): string {
  const own = [...(families.get(keyOf(hand, 400))?.keys() ?? [])]
    .map((code) => [code, resolve(families, code, hand, 400)] as const)
    .filter(([code, advance]) => {
      if (isHan(code)) return advance !== hanAdvance;
      return familiesFor(String.fromCodePoint(code), hand)[0] === hand;
    });
  return encode(new Map(own));
}

/** A field as the formatter has it: a long text on a line of its own. */
function field(name: string, value: string | number): string {
  const whole = `    ${name}: ${JSON.stringify(value)},`;
  return whole.length <= 100 ? `${whole}\n` : `    ${name}:\n      ${JSON.stringify(value)},\n`;
}

/** The source of lib/poster/layout/advance-table.ts, as the installed fonts have it to be. */
export async function writeAdvanceTable(families: Families): Promise<string> {
  const ownCodes = [...families.values()].flatMap((each) => [...each.keys()]);
  const source = { families, codes: new Set([...spaces, ...ownCodes]) };
  const kai = (weight: Weight) => (code: number) => resolve(families, code, "regular", weight);
  const overKai = (lettering: Lettering) =>
    weights.map((weight) =>
      field(`${lettering}${weight}`, encodeDifferences(source, lettering, weight, kai(weight))),
    );

  const hanOf = (hand: Lettering) => [...(families.get(keyOf(hand, 400)) ?? [])].filter(isOfHan);
  const han = onlyOne(
    hands.map((hand) => encodeHan(hanOf(hand).map(([code]) => code))),
    "set of Han characters",
  );
  const hanAdvances = hands.map((hand) => {
    const advance = onlyOne(
      hanOf(hand).map(([, each]) => each),
      `width of Han in ${hand}`,
    );
    return [hand, advance] as const;
  });
  const quotes: string[] = [];
  for (const lettering of letteringIds) {
    for (const weight of isHand(lettering) ? ([400] as const) : weights) {
      const name = isHand(lettering) ? lettering : `${lettering}${weight}`;
      quotes.push(field(name, await readQuotes(lettering, weight)));
    }
  }
  return `/**
 * Read from the font packages, never edited: \`npx vitest run -c lib/vitest.config.ts lib/server/type/advances -u\`
 * writes it anew. What its fields mean stands in advances.ts and quote-forms.ts.
 */
export const advanceTable = {
  advances: {
${[
  field(
    "regular400",
    encodeDifferences(source, "regular", 400, () => usualAdvance),
  ),
  field("regular700", encodeDifferences(source, "regular", 700, kai(400))),
  ...overKai("serif"),
  ...overKai("sans"),
  ...hanAdvances.map(([hand, advance]) => field(hand, encodeHand(source, hand, advance))),
].join("")}  },
  han: ${JSON.stringify(han)},
  hanAdvance: {
${hanAdvances.map(([hand, advance]) => field(hand, advance)).join("")}  },
  quotes: {
${quotes.join("")}  },
} as const;
`;
}
