import type { Messages } from "../messages";

/** Pictures in the data folder that the gallery does not know, in Simplified Chinese. */
export const found: Pick<Messages, "found"> = {
  found: {
    heading: "找到的图片",
    explain:
      "这些图片在数据目录里，作品页却没有记录：可能换回了较旧的数据库备份，或有人放了文件进去。它们绝不会被自动删除。最近一小时内放入的文件，满一小时或下次启动后显示。",
    none: "数据目录里的图片都已在作品页。",
    count: "数据目录里有 {count} 张图片不在作品页。",
    look: "去看看",
    adopt: "收入作品",
    adoptAll: "{count, plural, one {收入作品} other {# 张全部收入作品}}",
    going: "{done} / {count} …",
    adopted: "{count} 张图片已收入作品，接下来会识读。",
    refused: "{count} 个文件不是完整的图片，或无法读取，仍留在原处。",
    money: "收入不花钱，花费页的金额不变。",
    noted: "带有文字和设置",
    embedded: "文件里带有提示词",
    wordless: "不知道上面的文字",
    nameless: "找到的图片",
    alt: "数据目录里找到的图片：{name}",
    pages: "找到的图片分页",
    next: "更多",
    first: "从头看",
    painter: "不详；在数据目录里找到",
  },
};
