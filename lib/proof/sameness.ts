import { graphemesOf } from "@/lib/poster/characters";
import { remember } from "@/lib/poster/remember";
import type { Difference } from "./schema";

/** Traditional forms with their simplified one, as `loadTables` of the linter has them. */
export type Simplified = ReadonlyMap<string, string>;

/** A sign as it is written in columns, or by another code that prints alike. */
const widths: Record<string, string> = {
  "﹁": "「",
  "﹂": "」",
  "﹃": "『",
  "﹄": "』",
  "︵": "(",
  "︶": ")",
  "︿": "〈",
  "﹀": "〉",
  "︽": "《",
  "︾": "》",
  "︱": "—",
  "︙": "…",
  "｡": "。",
  "､": "、",
};

/** Characters that no one tells apart by their shape alone, and signs that readers use for each other. */
const alike = [
  "0Oo〇○",
  "1lI|丨",
  "一—–-−―－ー",
  "·•・‧∙",
  "×xX✕",
  '“”"″〃',
  "「『",
  "」』",
  "‘’'′`",
  "~～〜∼",
  "…⋯",
  "￥¥",
  "kK",
  "cC",
  "pP",
  "sS",
  "uU",
  "vV",
  "wW",
  "zZ",
  "口囗",
  "二ニ",
  "卜ト",
  "力カ",
  "八ハ",
  "工エ",
  "夕タ",
];

const groups = new Map(
  alike.flatMap((group, at) => [...group].map((character) => [character, at] as const)),
);

/** A character for comparing: composed, in its usual width, without variation selectors. */
export const plain = remember((character) =>
  (widths[character] ?? character)
    .normalize("NFKC")
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, ""),
);

/**
 * The characters of a text that are compared, as typed: spaces and what has no shape are left out;
 * one that stands for several, as … and ㎏ do, counts as these.
 */
export function lettersOf(text: string): string[] {
  return graphemesOf(text).flatMap((each) => {
    const parts = graphemesOf(plain(each).replaceAll(/\s/gu, ""));
    return parts.length === 1 ? [each.trim()] : parts;
  });
}

/** Whether a read character is the wanted one, and with what difference; undefined: another one. */
export function samenessOf(
  wanted: string,
  read: string,
  simplified: Simplified,
): Difference | "same" | undefined {
  if (wanted === read) return "same";
  const [one, other] = [plain(wanted), plain(read)];
  if (one === other) return wanted.normalize("NFC") === read.normalize("NFC") ? "same" : "width";
  const group = groups.get(one);
  if (group !== undefined && group === groups.get(other)) return "shape";
  if (one.toLowerCase() === other.toLowerCase()) return "case";
  const [simple, otherSimple] = [simplified.get(one) ?? one, simplified.get(other) ?? other];
  return simple === otherSimple ? "script" : undefined;
}

/** A character with a key: those with different keys are never the same. */
export interface Keyed {
  text: string;
  key: string | number;
}

/** Characters ready to be compared by the thousand. */
export const keyed = (characters: readonly string[], simplified: Simplified): Keyed[] =>
  characters.map((text) => {
    const one = plain(text);
    const group = [one, one.toLowerCase(), one.toUpperCase()].find((each) => groups.has(each));
    const key = group === undefined ? undefined : groups.get(group);
    return { text, key: key ?? (simplified.get(one) ?? one).toLowerCase() };
  });

/** True for differences a reader of the poster could not see. */
export const isUnseen = (difference: Difference | "same" | undefined): boolean =>
  difference === "same" || difference === "width" || difference === "shape";
