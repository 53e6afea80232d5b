import type { Poster } from "../schema";

/** The colours of a sheet, CSS hex. */
export interface Palette {
  /** Background, top left to bottom right. */
  from: string;
  to: string;
  /** Letters whose colour is left to the painter. */
  ink: string;
}

const gold = "#f3cf7a";
const cream = "#fff6e3";

/**
 * English by whole words: "season" holds no sea. Chinese ones that mean something else in company
 * (海报, 上海, 7月) say with what.
 */
const words = (english: string, chinese: string): RegExp =>
  new RegExp(`(?<![a-z])(?:${english})(?:e?s)?(?![a-z])|${chinese}`, "iu");

/** First match wins, so the narrower words stand above the wider ones. */
const palettes: readonly { words: RegExp; palette: Palette }[] = [
  {
    words: words("white background|plain white|blackboard white", "白底|纯白"),
    palette: { from: "#ffffff", to: "#eceae4", ink: "#1c1a17" },
  },
  {
    words: words("cyberpunk|neon", "赛博|霓虹"),
    palette: { from: "#2a1052", to: "#0b1030", ink: "#7df3ff" },
  },
  {
    words: words(
      "beach|sea|seaside|seashore|ocean|summer|summertime|sky|skie",
      "(?<!上)海(?!报|选|量|拔|淘)|沙滩|夏|天空",
    ),
    palette: { from: "#7cc7e8", to: "#2b7fb8", ink: cream },
  },
  {
    words: words(
      "night|midnight|moon|moonlit|moonlight|star|starry|starlight|mid-autumn",
      "夜|(?<![\\d０-９一二三四五六七八九十正腊])月(?!份|底|初|度)|(?<!明|歌|影)星(?!期|级)|中秋",
    ),
    palette: { from: "#22305c", to: "#0f1530", ink: gold },
  },
  {
    words: words("ink wash|rice paper|(?<!red )xuan paper", "水墨|(?<!红色)宣纸"),
    palette: { from: "#f7f2e6", to: "#e3d9c3", ink: "#1c1a17" },
  },
  {
    words: words("red|reddish|new year|spring festival|lantern", "红|春节|新年|灯笼|对联"),
    palette: { from: "#b3261a", to: "#74100b", ink: gold },
  },
  {
    words: words(
      "forest|rainforest|leaf|leaves|leafy|tea|teahouse|garden|grass|grassy|grassland|green|greenery|evergreen",
      "森林|绿|茶|竹|草(?!稿|图|案|拟)",
    ),
    palette: { from: "#3f7f58", to: "#1d4a35", ink: cream },
  },
  {
    words: words(
      "gold|golden|sunset|autumn|warm|orange|sun|sunny|sunlit|sunlight|sunshine|sunrise",
      "(?<![现资奖基])金|夕阳|秋|暖|橙|阳光",
    ),
    palette: { from: "#f0b25a", to: "#c8682c", ink: "#3b1d0a" },
  },
  {
    words: words("pink|sakura|blossom|cherry|cherrie", "粉(?!丝|末|碎)|樱|桃花"),
    palette: { from: "#f7ccd6", to: "#e093a9", ink: "#5b1a2e" },
  },
  {
    words: words("coffee|wood|wooden|leather|bread", "咖啡|木|面包"),
    palette: { from: "#8a5a3c", to: "#4d2e1c", ink: cream },
  },
  {
    words: words("black|dark|darkness", "黑|暗"),
    palette: { from: "#33302c", to: "#151412", ink: "#f6f3ec" },
  },
  {
    words: words("blue|bluish|cool|tech|technology|chart", "蓝|冷|科技|图表"),
    palette: { from: "#3f6fb0", to: "#1f3f73", ink: cream },
  },
];

const paper: Palette = { from: "#fbf7ee", to: "#e9e1cf", ink: "#2a2622" };

/** The sheet's colours, taken from the words of the scene; paper and ink where it names none. */
export function paletteOf(poster: Pick<Poster, "scene">): Palette {
  const { subject, style, light, styles, lights } = poster.scene;
  const said = [subject, style, light, ...styles, ...lights].join(" ");
  return palettes.find(({ words }) => words.test(said))?.palette ?? paper;
}
