import type { Role } from "./schema";

/** What people write before their words to say what they are, in both languages. */
const labels: Record<Role, readonly string[]> = {
  title: ["标题", "主标题", "大标题", "title", "main title", "headline", "heading"],
  subtitle: [
    "副标题",
    "小标题",
    "subtitle",
    "sub-title",
    "sub title",
    "subheading",
    "subhead",
    "subheadline",
    "sub-headline",
  ],
  slogan: ["标语", "口号", "广告语", "宣传语", "slogan", "tagline"],
  body: ["正文", "内容", "文案", "body", "body text", "body copy", "copy"],
  smallPrint: [
    "小字",
    "小字说明",
    "备注",
    "说明",
    "small print",
    "fine print",
    "footnote",
    "footer",
  ],
  label: [
    "标签",
    "按钮",
    "按钮文字",
    "行动号召",
    "label",
    "tag",
    "badge",
    "button",
    "cta",
    "call to action",
  ],
  brand: ["品牌", "品牌名", "brand", "brand name"],
  upperScroll: ["上联", "upper scroll"],
  lowerScroll: ["下联", "lower scroll"],
  horizontalScroll: ["横批", "横额", "horizontal scroll"],
};

/** Facts one may name on a poster as well as beside it: 地址：… is fit to be read. */
const facts = [
  "时间 活动时间 日期 活动日期 优惠时间 地点 活动地点 地址 门店地址 电话 联系电话 热线 咨询热线 网址 官网 联系方式",
  "date dates time when where venue location address phone tel website contact",
]
  .join(" ")
  .split(" ");

/** Labels that in a prompt tell of the picture as often as of its words. */
const vague = new Set([
  "内容",
  "说明",
  "备注",
  "文案",
  "copy",
  "body",
  "label",
  "tag",
  "badge",
  "button",
]);

const roleOf = new Map(
  (Object.keys(labels) as Role[]).flatMap((role) =>
    labels[role].map((label): [string, Role] => [label, role]),
  ),
);
const factNames = new Set(facts);

/** What a label says: the role of what follows, and whether the label may belong to the words. */
export interface Label {
  role: Role;
  isFact: boolean;
}

/** The label a name is, its number and what stands in brackets after it aside; undefined for none. */
export function labelOf(name: string): Label | undefined {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/[（(][^（）()]{0,20}[）)]$/u, "")
    .replace(/[\s_-]*(?:\d{1,2}|[一二三四五①-⑨])$/u, "")
    .replaceAll(/[\s_]+/gu, " ")
    .trim();
  const role = roleOf.get(plain);
  if (role) return { role, isFact: false };
  return factNames.has(plain) ? { role: "smallPrint", isFact: true } : undefined;
}

/** The role a key or label of a prompt gives its words; undefined for one that may tell of the picture. */
export function wordsRoleOf(name: string): Role | undefined {
  if (vague.has(name.trim().toLowerCase())) return undefined;
  const label = labelOf(name);
  return label?.isFact ? undefined : label?.role;
}

const wordsNames = new Set(
  "文字 文本 文案 字 文字内容 海报文字 画面文字 text texts words wording copy lettering".split(" "),
);

/** True for a label after which words come that have no role of their own. */
export const isWordsLabel = (name: string): boolean => wordsNames.has(name.trim().toLowerCase());

/** Every name of a role, with the role; those of `vague` tell of the picture as often. */
export const roleLabels: readonly (readonly [string, Role])[] = [...roleOf].filter(
  ([name]) => !vague.has(name),
);

const pattern =
  /^(?:【([^】]{1,20})】\s?[:：]?|\[([^\]]{1,20})\]:?|([\p{L}\p{N} _-]{1,20}(?:[（(][^（）()]{0,20}[）)])?\s?)[:：｜|])/u;

/** A line without the label before it, and what the label names. */
export function labelledOf(line: string): { text: string; label?: Label } {
  const found = pattern.exec(line);
  const label = labelOf(found?.[1] ?? found?.[2] ?? found?.[3] ?? "");
  if (!found || !label) return { text: line };
  return { text: line.slice(found[0].length).trim(), label };
}
