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

/** First match wins, so the narrower words stand above the wider ones. */
const palettes: readonly { words: RegExp; palette: Palette }[] = [
  {
    words: /white background|plain white|blackboard white|白底|纯白/iu,
    palette: { from: "#ffffff", to: "#eceae4", ink: "#1c1a17" },
  },
  {
    words: /cyberpunk|neon|赛博|霓虹/iu,
    palette: { from: "#2a1052", to: "#0b1030", ink: "#7df3ff" },
  },
  {
    words: /beach|sea|ocean|summer|sky|海|沙滩|夏|天空/iu,
    palette: { from: "#7cc7e8", to: "#2b7fb8", ink: cream },
  },
  {
    words: /night|moon|star|mid-autumn|夜|月|星|中秋/iu,
    palette: { from: "#22305c", to: "#0f1530", ink: gold },
  },
  {
    words: /ink wash|rice paper|xuan paper(?<!red xuan paper)|水墨|(?<!红色)宣纸/iu,
    palette: { from: "#f7f2e6", to: "#e3d9c3", ink: "#1c1a17" },
  },
  {
    words: /red|new year|spring festival|lantern|红|春节|新年|灯笼|对联/iu,
    palette: { from: "#b3261a", to: "#74100b", ink: gold },
  },
  {
    words: /forest|leaf|leaves|tea|garden|grass|green|森林|绿|茶|竹|草/iu,
    palette: { from: "#3f7f58", to: "#1d4a35", ink: cream },
  },
  {
    words: /gold|sunset|autumn|warm|orange|sun|金|夕阳|秋|暖|橙|阳光/iu,
    palette: { from: "#f0b25a", to: "#c8682c", ink: "#3b1d0a" },
  },
  {
    words: /pink|sakura|blossom|cherry|粉|樱|桃花/iu,
    palette: { from: "#f7ccd6", to: "#e093a9", ink: "#5b1a2e" },
  },
  {
    words: /coffee|wood|leather|bread|咖啡|木|面包/iu,
    palette: { from: "#8a5a3c", to: "#4d2e1c", ink: cream },
  },
  {
    words: /black|dark|黑|暗/iu,
    palette: { from: "#33302c", to: "#151412", ink: "#f6f3ec" },
  },
  {
    words: /blue|cool|tech|chart|蓝|冷|科技|图表/iu,
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
