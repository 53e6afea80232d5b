import type { Messages } from "../messages";

/** The prompt and what is noticed about it, in Simplified Chinese. */
export const prompt: Pick<Messages, "prompt"> = {
  prompt: {
    heading: "提示词",
    compiled: "由文字自动编写",
    byHand: "手工修改",
    edit: "手工修改",
    back: "重新由文字编写",
    copy: "复制",
    copied: "已复制。",
    language: "语言",
    languages: { auto: "随文字", zh: "中文", en: "English" },
    empty: "边写边在这里生成提示词。",
    missing: "提示词里缺少：{words}。请一字不差地补上，或重新编写。",
    unasked: "这张海报只画底图，但提示词里仍引用了文字：{words}。请删去，或重新生成提示词。",
    counter: "已用 {used} / {limit} 字",
    dropped: "为不超过 {limit} 字，省去了：{parts}。缩短画面描述，可自己决定留下什么。",
    read: "拆成文字与画面",
    readHint: "引号里和“标题：”之后的文字成为文字块，其余成为画面描述",
    readDone: "已拆成 {blocks} 个文字块和画面描述。",
    readUndecided:
      "这些拿不准是不是要写的字，先留在画面描述里：{words}。要画出来的，请做成文字块。",
    readNothing: "没有找到引号里或“标题：”之后的文字，全部作为画面描述。",
  },
};
