/** A line without the markdown of chat assistants, and what the markdown said it was. */
export interface MarkedLine {
  /** What stood before the words to say that they are one of several: a bullet, a number, an emoji. */
  start: string;
  text: string;
  is: "plain" | "heading" | "item" | "number" | "emoji" | "bold";
}

const fence = /^\s{0,9}(?:`{3,9}|~{3,9})[\w-]{0,20}\s{0,9}$/u;
const rule = /^\s{0,9}(?:[-*_=]\s?){3,99}$/u;
const tableRule =
  /^\s{0,9}\|?(?:\s{0,9}:?-{2,99}:?\s{0,9}\|){1,50}\s{0,9}(?::?-{2,99}:?)?\s{0,9}$/u;

/** True for a line that only rules off or fences in what stands around it. */
export const isRuleLine = (line: string): boolean =>
  fence.test(line) || rule.test(line) || tableRule.test(line);

const emoji =
  /^(?:(?:\p{Emoji_Presentation}|\p{Emoji}\uFE0F)[\p{Emoji_Modifier}\u200d]{0,2}){1,9}\s*(?=\S)/u;

const starts: readonly (readonly [MarkedLine["is"], RegExp])[] = [
  ["heading", /^#{1,6}\s+/u],
  ["item", /^(?:[-+*]\s+(?:\[[ x]\]\s+)?|[•●▪◦■◆▶]\s*)/u],
  [
    "number",
    /^(?:\d{1,2}[.)]\s+|\d{1,2}、\s*|[（(]\d{1,2}[）)]\s*|\d\uFE0F?\u20E3\s*|[①-⑩]\s*)(?=\S)/u,
  ],
  ["emoji", emoji],
];

/** A text without the marks that make parts of it bold, slanted or struck. */
const withoutEmphasis = (text: string): string =>
  text
    .replaceAll(/(\*{2,3}|_{2,3}|~~)(?=\S)([^\n]{0,200}?\S)\1/gu, "$2")
    .replace(/^([*_])(?=\S)([^*_\n]{1,400}\S)\1$/u, "$2");

/** A line without quote marks, what stands before its words, and emphasis. */
export function unmark(line: string): MarkedLine {
  const inner = line.trim().replace(/^(?:>\s{0,9}){1,9}/u, "");
  const found = starts.find(([, start]) => start.test(inner));
  const own = found?.[1].exec(inner)?.[0] ?? "";
  // An emoji may follow a bullet.
  const further = own === "" ? "" : (emoji.exec(inner.slice(own.length))?.[0] ?? "");
  const start = own + further;
  const rest = inner.slice(start.length);
  const isBold = /^(?:\*\*.{1,400}\*\*|__.{1,400}__)\s?[:：]?$/u.test(rest.trim());
  return {
    start: found?.[0] === "heading" ? "" : start,
    text: withoutEmphasis(rest).trim(),
    is: found?.[0] ?? (isBold ? "bold" : "plain"),
  };
}
