import { roleLabels } from "../labels";
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
  ["左上角", { place: "top-left" }],
  ["右上角", { place: "top-right" }],
  ["左下角", { place: "bottom-left" }],
  ["右下角", { place: "bottom-right" }],
  ["居中", { place: "center" }],
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
  /(?<![\p{L}\p{N}])(in|on|at|the|is|are|with|a|an|and|or|of|to|it|font|texts?|words|wording|copy|letters|lettering|written|displayed|displays|shown|appears|prominently|below|above|beneath|under|says|reads|ends|cartoon|color|colour|script|style|poster|that|which)(?![\p{L}\p{N}])|字体|文字内容|文字|文本|颜色|的|用|为|是|以|写着?|下方|上方|海报|画面|[一这]张|[和与及]/giu;

/** What is left of a text that says nothing by itself: stops, brackets, spaces. */
const unsaid = /[\p{P}\s=|<>]/gu;

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
    // Of two colours only one can be chosen: the other stays said.
    if (contradicts(look, said)) continue;
    look = { ...said, ...look };
    rest = `${rest.slice(0, at)} ${rest.slice(at + term.length)}`;
  }
  return { look, rest: rest.replaceAll(filler, "").replaceAll(unsaid, "") };
}

/** True when one look says otherwise than another. */
export const contradicts = (one: Look, other: Look): boolean =>
  (Object.keys(other) as (keyof Look)[]).some(
    (key) => one[key] !== undefined && one[key] !== other[key],
  );

/** Words that lead to what the picture shows, to its style and to its light. */
export const leads =
  "(?:the )?(?:background|backdrop|scene|setting)(?: description)?|image|picture|subject|prompt|背景画面|画面背景|背景|场景描述|场景|画面描述|画面内容|画面|主体";
const leadTo = {
  subject: new RegExp(
    `^(?:the )?background (?:is|of) |^背景[是为]|^(?:(?:${leads})\\s*)+[:：=]\\s*`,
    "iu",
  ),
  style: /^(?:(?:the )?(?:art |visual )?style|风格|画风|艺术风格)\s*[:：=]\s*/iu,
  light: /^(?:(?:the )?(?:lighting|light)|光线|光影|灯光)\s*[:：=]\s*/iu,
  font: /^(?:the )?font is |^字体[是为]/iu,
} as const;

/** What a lead names, and the text without it; undefined where none leads. */
export function ledTo(text: string): { lead: keyof typeof leadTo; text: string } | undefined {
  for (const lead of ["subject", "style", "light", "font"] as const) {
    if (leadTo[lead].test(text)) return { lead, text: text.replace(leadTo[lead], "").trim() };
  }
  return undefined;
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
  ...roleLabels.map(([name, role]) => [name, { role }] as const),
  ["文案", { role: "body" }],
  ["paragraph", { role: "body" }],
];

/** Things in a picture that words stand on; they are of the scene as well. */
const thingNames: readonly (readonly [string, NamedRole])[] = [
  ["招牌", { role: "label" }],
  ["speech bubble", { role: "label" }],
  ["sign", { role: "label" }],
  ["tag", { role: "label" }],
  ["logo", { role: "brand" }],
];

const anyOf = (names: readonly (readonly [string, NamedRole])[]) =>
  names
    .map(([name]) => name)
    .sort((one, other) => other.length - one.length)
    .map((name) => (/[a-z]$/u.test(name) ? `(?<![a-z])${name}(?![a-z])` : name))
    .join("|");

const rolePattern = new RegExp(anyOf([...roleNames, ...thingNames]), "giu");
const roleByName = new Map([...roleNames, ...thingNames]);

/** The last role named in a text, and the text without its name. */
export function roleIn(text: string): { named: NamedRole | undefined; rest: string } {
  const last = [...text.matchAll(rolePattern)].at(-1);
  if (!last) return { named: undefined, rest: text };
  const rest = `${text.slice(0, last.index)} ${text.slice(last.index + last[0].length)}`;
  return { named: roleByName.get(last[0].toLowerCase()), rest };
}

/** Words that only announce what stands in quotes after them. */
const announcing =
  /(?:(?:\b(?:that|which|and)\s)?\b(?:reads?|reading|says?|saying|displays?|displaying|spells|spelling|titled|labell?ed|with the (?:texts?|words?|phrase|letters)|with the word)|写着|写有|写上|写了|印着|印有|题着|题有|刻着|刻有|绣着|标着|显示着?|文字[为是]|字样为)\s*[:：]?\s*$/iu;
const announcingRole = new RegExp(
  `(?:(?<![a-z])(?:with|and|has|have|having|the|a|an|its)\\s+)*(?:${anyOf(roleNames)})(?:\\s*(?:[:：是为]|写着|(?<![a-z])(?:is|reads|says|of)(?![a-z])))*\\s*$`,
  "iu",
);

/** What is said before a literal, without the words that only announce it; whether there were any. */
export function unannounced(text: string): { text: string; isAnnounced: boolean } {
  const without = text.replace(announcing, "");
  const bare = without === text ? text.replace(announcingRole, "") : without;
  return { text: bare.replace(/[\s:：、]+$/u, "").trim(), isAnnounced: bare !== text };
}

/** What is said after an announced literal, without the words that only count or close it. */
export const unclosed = (text: string): string =>
  text
    .replace(/^\s*(?:[一二两三四五六七八九十几\d]{1,3}个?字(?![体号])|的?字样|的(?=\p{L}))/u, "")
    .trim();

const announcedLines = /(?:on (\d{1,3}) lines\s*|（分 (\d{1,3}) 行）)$/u;

/** Lines a block announces before its first literal; 1 when it does not. */
export function linesIn(text: string): number {
  const found = announcedLines.exec(text);
  return Number(found?.[1] ?? found?.[2] ?? 1);
}

/** A text before a literal without the lines it announces. */
export const withoutLines = (text: string): string => text.replace(announcedLines, "").trim();
