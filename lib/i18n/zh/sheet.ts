import type { Messages } from "../messages";

/** The sheet as an editor, in Simplified Chinese. */
export const sheet: Pick<Messages, "sheet"> = {
  sheet: {
    label: "排版预览，{ratio}。{words}",
    empty: "还没有文字",
    note: "免费预览。画面由模型另行绘制，这里看的是文字和位置。",
    tools: "版面",
    undo: "撤销",
    redo: "重做",
    undoDone: "已撤销。",
    redoDone: "已重做。",
    undoNone: "没有可撤销的操作。",
    redoNone: "没有可重做的操作。",
    guides: "参考线与安全边距",
    blocks: "版面上的文字",
    block: "{role}“{words}”，{place}，{emphasis}",
    keys: "方向键移动位置，加号和减号调整大小，回车编辑文字，Delete 删除，Ctrl 或 Command 加 D 复制，Esc 取消选中。",
    duplicate: "复制{role}",
    placed: "{role}：{place}。",
    emphasised: "{role}：{emphasis}。",
    duplicated: "已复制{role}，并选中副本。",
    removed: "已删除{role}，可撤销。",
    released: "未选中任何文字。",
    tooLong: "共 {used} 字，一段最多 {limit} 字，超出部分不会排到版面上。请缩短，或另起一段。",
    unprintable: "含有 {count} 个无法印出的字符（控制符或残缺字符）。",
    clean: "去掉它们",
    blank: "只有空格，这一段不会出现在海报上。",
    limit: "{used} / {limit}",
  },
};
