import type { Role } from "../schema";

/** What people write before their words to say what they are, in both languages. */
const labels: Record<Role, readonly string[]> = {
  title: ["标题", "主标题", "大标题", "title", "headline", "heading"],
  subtitle: ["副标题", "小标题", "subtitle", "subheading", "subhead"],
  slogan: ["标语", "口号", "广告语", "宣传语", "slogan", "tagline"],
  body: ["正文", "内容", "文案", "body", "body text", "copy"],
  smallPrint: ["小字", "备注", "说明", "small print", "fine print", "footnote"],
  label: ["标签", "label", "tag"],
  brand: ["品牌", "品牌名", "brand", "brand name"],
  upperScroll: ["上联", "upper scroll"],
  lowerScroll: ["下联", "lower scroll"],
  horizontalScroll: ["横批", "横额", "horizontal scroll"],
};

const roleOf = new Map(
  (Object.keys(labels) as Role[]).flatMap((role) =>
    labels[role].map((label): [string, Role] => [label, role]),
  ),
);

const label = /^(?:【([^】]{1,20})】[:：]?|\[([^\]]{1,20})\]:?|([\p{L} ]{1,20})[:：])/u;

/** A line without the label before it, and the role the label names. */
export function labelledOf(line: string): { text: string; role?: Role } {
  const found = label.exec(line);
  const role = roleOf.get((found?.[1] ?? found?.[2] ?? found?.[3] ?? "").trim().toLowerCase());
  if (!found || !role) return { text: line };
  return { text: line.slice(found[0].length).trim(), role };
}
