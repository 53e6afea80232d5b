import type { Messages } from "../messages";

/** What the linter notices, and what puts it right, in Simplified Chinese. */
export const findings: Pick<Messages, "findings" | "mends"> = {
  findings: {
    label: "提醒",
    bansWords: "“排除”里有“{term}”，会连海报自己的文字一起禁掉。",
    bansLogo: "“排除”里有“{term}”，而海报要写品牌名。",
    bansWatermark: "“排除”里有“{term}”，而水印是开着的。",
    styleConflict: "“{term}”既要求了，又排除了。",
    unbalancedQuotes: "有引号不成对：{marks}。模型可能把后面的内容都当成要写的字。",
    brokenLines: "“\\n”或“/n”会被原样画出来，不会换行。",
    sceneQuotes:
      "引号里的字应放进文字，而不是画面：{words}。照现在这样会去掉引号发出，写成什么样没有保证。",
    looseWords: "“{words}”像是要写在画上的字，却没有引号。要准确，请把它做成文字块。",
    expandExact: "扩写可能改动引号里的文字。要求文字准确时请关闭。",
    expandLong: "扩写适合短提示词；这么长的，照你写的更好。",
    watermarkOff: "去除水印可能受模型使用条款限制，部分地区要求标注 AI 生成的图片。发布前请确认。",
    manyCharacters: "共 {count} 个字：超过约 {limit} 字，模型就容易漏字。请精简，或分成两张海报。",
    samePlace: "与{role}同在一处（{place}），模型可能把两段连在一起。",
    crowded: "在 {ratios} 里，这些字要缩得很小才放得下，往往画不清楚。请精简，或多留些地方。",
    rareCharacters:
      "{level, select, 2 {次常用字：{characters}。这类字模型大约十个对四个。} other {生僻字：{characters}。这类字模型大约一百个对六个。}}建议换个说法，或准备把这一块改用真实字体排。",
    unlistedCharacters:
      "《通用规范汉字表》里没有：{characters}。模型多半不认识。建议换个说法，或准备把这一块改用真实字体排。",
    oftenWrong:
      "本站画过 {painted} 次“{character}”，{right, select, 0 {一次也没画对} other {只对 {right} 次}}{others, select, none {} other {；也常画错：{others}}}。建议换个说法，或准备把这一块改用真实字体排。",
    mixedScripts: "繁体（{traditional}）与简体（{simplified}）混在一起。",
    invisible:
      "{is, select, lost {有字在传到这里之前丢了，显示为 �。请重新输入。} other {里面有看不见的字符，如零宽空格，多半是粘贴带来的。}}",
    garbled: "像是被别的程序读乱了的文字，原来多半是：{meant}",
    noQuotes: "用遍了各种引号，无法再加引号，因此没有写进提示词。请去掉其中一种。",
    checkThese: "请核对：{facts}",
  },
  mends: {
    dropTerm: "不再排除“{term}”",
    expandOff: "关闭扩写",
    watermarkOn: "保留水印",
    movePlace: "移到{place}",
    breakLines: "改成真正的换行",
    stripInvisible: "去掉它们",
    ungarble: "改过来",
    simplify: "统一为简体",
    quotedToBlocks: "做成文字块",
    spacesForBreaks: "去掉",
  },
};
