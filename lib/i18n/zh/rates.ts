import type { Messages } from "../messages";

/** How often the letters come out exact here, in Simplified Chinese. */
export const rates: Pick<Messages, "rates"> = {
  rates: {
    heading: "一次无误的比例",
    explain:
      "统计这里识读过的模型图片，不含草稿和修正过的图片。比例只看第一次画的，满 {least} 张才显示；为求无误再画的计入花费。",
    sum: "识读过第一次画的 {read} 张 · {exact} 张一次无误",
    none: "还没有识读过模型的图片。",
    noneAdvice: "生成图片之后，这里会自动出现统计。",
    lettering: "按字体",
    language: "按语言",
    length: "按文字长度",
    ratio: "按比例",
    recipe: "按参数组合",
    expansion: "按提示词扩写",
    kind: "类别",
    read: "识读",
    rate: "一次无误",
    within: "{k} 张之内",
    cost: "每张无误的花费",
    tooFew: "张数太少",
    never: "还没有",
    languages: { zh: "中文", en: "英文", mixed: "中英文" },
    upTo: "{characters} 字以内",
    longer: "更长",
    own: "自定参数",
    on: "开",
    off: "关",
  },
};
