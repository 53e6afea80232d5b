import type { Messages } from "../messages";

/** What is said when the page, the browser or the server is not as it should be, in Simplified Chinese. */
export const trouble: Pick<Messages, "kept" | "connection" | "part"> = {
  kept: {
    not: "浏览器没有为本页保存数据，关闭或刷新后，未完成的内容就没有了。想留住它，请存为模板，模板保存在服务器上。",
    understood: "知道了",
    contested: "未完成的海报在另一个标签页里改过了。在你选择之前，这里写的内容只留在本标签页。",
    take: "换成那一份",
    mine: "保留这一份",
  },
  connection: {
    offline: "网络已断开。写下的内容都在这里，恢复联网后页面会自动继续。",
    serverGone: "服务器没有回应。写下的内容都在这里，服务器恢复后页面会自动继续。",
    reload: "重新加载",
  },
  part: {
    tripped: "页面的这一部分出了问题。写下的内容都还在。",
    again: "重新显示",
    picture: "图片没有加载出来",
  },
};
