import type { Block, Place, Role } from "../schema";
import { chineseTerms, englishTerms, type Terms } from "./terms";

/** What one may say of a block besides its words. */
export type Look = Partial<
  Pick<Block, "place" | "direction" | "lettering" | "colour" | "emphasis">
>;

const tables = [chineseTerms, englishTerms] as const;

/** What others say for the same thing, beside our own terms. */
const synonyms: readonly (readonly [string, Look])[] = [
  ["bold", { emphasis: "strong" }],
  ["large", { emphasis: "strong" }],
  ["big", { emphasis: "strong" }],
  ["加粗", { emphasis: "strong" }],
  ["大号", { emphasis: "strong" }],
  ["大字", { emphasis: "strong" }],
  ["in the middle", { place: "center" }],
  ["in the centre", { place: "center" }],
  ["at the center", { place: "center" }],
  ["calligraphy", { lettering: "brush" }],
  ["vertically", { direction: "vertical" }],
  ["handwritten", { lettering: "handwriting" }],
  ["sans-serif", { lettering: "sans" }],
  ["sans serif", { lettering: "sans" }],
  ["serif", { lettering: "serif" }],
  ["楷体", { lettering: "regular" }],
  ["毛笔", { lettering: "brush" }],
  ["书法", { lettering: "brush" }],
];

function looksOf(terms: Terms): (readonly [string, Look])[] {
  const rows = <Id extends string>(table: Record<Id, string>, look: (id: Id) => Look) =>
    (Object.entries(table) as [Id, string][]).map(([id, term]) => [term, look(id)] as const);
  return [
    ...rows(terms.places, (place) => ({ place })),
    ...rows(terms.letterings, (lettering) => ({ lettering })),
    ...rows(terms.colours, (colour) => ({ colour })),
    ...rows(terms.emphases, (emphasis) => ({ emphasis })),
    [terms.vertical, { direction: "vertical" }],
    [terms.horizontal, { direction: "horizontal" }],
    [terms.fromRight, {}],
  ];
}

// The longest first: "at the top left" holds "at the top".
const looks = [...tables.flatMap(looksOf), ...synonyms].sort(
  ([one], [other]) => other.length - one.length,
);

const filler =
  /(?<![\p{L}\p{N}])(in|on|at|the|is|are|with|a|an|and|of|to|it|font|text|letters|lettering|written|displayed|shown|appears|prominently|below|above|beneath|under|says|reads|cartoon|color|colour|script|style)(?![\p{L}\p{N}])|字体|文字|颜色|的|用|为|是|以|写|下方|上方/giu;

/** Looks named in a text, and what is left of the text without them and the words around them. */
export function lookIn(text: string): { look: Look; rest: string } {
  let rest = ` ${text.toLowerCase()} `;
  let look: Look = {};
  for (const [term, said] of looks) {
    const at = rest.indexOf(term.toLowerCase());
    if (at === -1) continue;
    const isLatin = /[a-z]$/iu.test(term);
    const touches = /[\p{L}\p{N}]/u;
    if (isLatin && (touches.test(rest[at - 1] ?? "") || touches.test(rest[at + term.length] ?? "")))
      continue;
    look = { ...said, ...look };
    rest = `${rest.slice(0, at)} ${rest.slice(at + term.length)}`;
  }
  return { look, rest: rest.replaceAll(filler, "").trim() };
}

/** A role as a prompt names it, and the side it hangs on where the name tells. */
export interface NamedRole {
  role: Role | "leftScroll" | "rightScroll";
  place?: Place;
}

const roleNames: readonly (readonly [string, NamedRole])[] = [
  ...tables.flatMap((terms) => [
    ...(Object.entries(terms.roles) as [Role, string][]).map(
      ([role, name]) => [name, { role }] as const,
    ),
    ...(["upperScroll", "lowerScroll"] as const).flatMap((role) =>
      (["left", "right"] as const).map(
        (place) => [terms.sideScrolls[role][place], { role, place }] as const,
      ),
    ),
  ]),
  ["left scroll", { role: "leftScroll" }],
  ["right scroll", { role: "rightScroll" }],
  // In a couplet read from the right, what is written on the right comes first.
  ["右书", { role: "upperScroll", place: "right" }],
  ["左书", { role: "lowerScroll", place: "left" }],
  ["横额", { role: "horizontalScroll" }],
  ["主标题", { role: "title" }],
  ["大标题", { role: "title" }],
  ["小标题", { role: "subtitle" }],
  ["口号", { role: "slogan" }],
  ["广告语", { role: "slogan" }],
  ["招牌", { role: "label" }],
  ["标签", { role: "label" }],
  ["品牌", { role: "brand" }],
  ["headline", { role: "title" }],
  ["heading", { role: "title" }],
  ["subheading", { role: "subtitle" }],
  ["tagline", { role: "slogan" }],
  ["fine print", { role: "smallPrint" }],
  ["paragraph", { role: "body" }],
  ["speech bubble", { role: "label" }],
  ["sign", { role: "label" }],
  ["tag", { role: "label" }],
  ["logo", { role: "brand" }],
  ["brand", { role: "brand" }],
];

const rolePattern = new RegExp(
  [...roleNames]
    .map(([name]) => name)
    .sort((one, other) => other.length - one.length)
    .map((name) => (/[a-z]$/u.test(name) ? `(?<![a-z])${name}(?![a-z])` : name))
    .join("|"),
  "giu",
);
const roleByName = new Map(roleNames);

/** The last role named in a text. */
export function roleIn(text: string): NamedRole | undefined {
  const last = text.match(rolePattern)?.at(-1);
  return last === undefined ? undefined : roleByName.get(last.toLowerCase());
}

/** Lines a block announces before its first literal; 1 when it does not. */
export function linesIn(text: string): number {
  const found = /(?:on (\d{1,3}) lines\s*|（分 (\d{1,3}) 行）)$/u.exec(text);
  return Number(found?.[1] ?? found?.[2] ?? 1);
}
