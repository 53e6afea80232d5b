import type {
  Colour,
  Emphasis,
  Lettering,
  Light,
  Place,
  Quality,
  Ratio,
  Role,
  Style,
} from "../schema";

/** How the prompt says each choice: the documentation's own words (5.2) where it has them. */
export interface Terms {
  roles: Record<Role, string>;
  /** Scrolls that hang left and right: by side alone, and by side and rank. */
  plainScrolls: Record<"upperScroll" | "lowerScroll", Record<"left" | "right", string>>;
  sideScrolls: Record<"upperScroll" | "lowerScroll", Record<"left" | "right", string>>;
  places: Record<Place, string>;
  vertical: string;
  horizontal: string;
  /** The old reading order of a horizontal scroll. */
  fromRight: string;
  letterings: Record<Lettering, string>;
  /** `auto` says nothing: the painter chooses. */
  colours: Record<Exclude<Colour, "auto">, string>;
  emphases: Record<Exclude<Emphasis, "normal">, string>;
  styles: Record<Style, string>;
  lights: Record<Light, string>;
  qualities: Record<Quality, string>;
  compositions: Record<Ratio, string>;
  /** How a prompt with words begins, and how it ends. */
  poster: string;
  couplet: string;
  nothingElse: string;
  /** How a prompt begins and ends whose words are set later, and the room they need. */
  bare: string;
  noText: string;
  room: (places: readonly string[]) => string;
  /** Leads to the subject of the scene, and to the lettering all blocks share. */
  background: (subject: string) => string;
  font: (look: string) => string;
  comma: string;
  semicolon: string;
  /** Between the lines of a block. */
  nextLine: string;
  /** What stands between a literal and what is said of it first. */
  after: (about: string) => string;
  /** A role as it stands before its literal. */
  before: (role: string) => string;
  /** That a literal is set on several lines. */
  lines: (count: number) => string;
  /** Size, lettering and colour; size and colour may be "". */
  look: (size: string, lettering: string, colour: string) => string;
}

export const englishTerms: Terms = {
  roles: {
    title: "title",
    subtitle: "subtitle",
    slogan: "slogan",
    body: "body text",
    smallPrint: "small print",
    label: "label",
    brand: "brand name",
    upperScroll: "upper scroll",
    lowerScroll: "lower scroll",
    horizontalScroll: "horizontal scroll",
  },
  plainScrolls: {
    upperScroll: { left: "left scroll", right: "right scroll" },
    lowerScroll: { left: "left scroll", right: "right scroll" },
  },
  sideScrolls: {
    upperScroll: { left: "upper scroll on the left", right: "upper scroll on the right" },
    lowerScroll: { left: "lower scroll on the left", right: "lower scroll on the right" },
  },
  places: {
    "top-left": "at the top left",
    top: "at the top",
    "top-right": "at the top right",
    left: "on the left",
    center: "in the center",
    right: "on the right",
    "bottom-left": "at the bottom left",
    bottom: "at the bottom",
    "bottom-right": "at the bottom right",
  },
  vertical: "written vertically",
  horizontal: "written horizontally",
  fromRight: "read from right to left",
  letterings: {
    regular: "regular script",
    serif: "serif font",
    sans: "sans-serif font",
    running: "running script",
    clerical: "clerical script",
    brush: "brush calligraphy",
    handwriting: "handwriting",
  },
  colours: {
    black: "black",
    white: "white",
    gold: "gold",
    red: "red",
    orange: "orange",
    yellow: "yellow",
    green: "green",
    teal: "teal",
    blue: "blue",
    purple: "purple",
    pink: "pink",
    brown: "brown",
    silver: "silver",
  },
  emphases: { quiet: "small", strong: "large bold" },
  styles: {
    realistic: "realistic style",
    oilPainting: "oil painting style",
    watercolor: "watercolor",
    chinese: "Chinese style",
    cyberpunk: "cyberpunk",
    minimalist: "modern minimalist",
  },
  lights: {
    soft: "soft lighting",
    dramatic: "dramatic light and shadow",
    warm: "warm tones",
    cool: "cool tones",
  },
  qualities: {
    highQuality: "high quality",
    hd: "HD",
    photography: "professional photography",
    "8k": "8k resolution",
    details: "rich details",
  },
  compositions: {
    "1:1": "square composition",
    "16:9": "horizontal composition, widescreen view",
    "9:16": "vertical composition, vertical view",
    "4:3": "horizontal composition",
    "3:4": "vertical composition",
  },
  poster: "A poster, ",
  couplet: "A Chinese couplet, ",
  nothingElse: ". No other text appears.",
  bare: "A poster background without any lettering",
  noText: ". No text of any kind appears.",
  room: (places) => `with calm empty room ${places.join(" and ")}`,
  background: (subject) => `background is ${subject}`,
  font: (look) => `font is ${look.replace(/ font(?= |$)/u, "")}`,
  comma: ", ",
  semicolon: "; ",
  nextLine: " / ",
  after: (about) => (/^(?:at|on|in|read|written) /u.test(about) ? " " : ", "),
  before: (role) => `${role} `,
  lines: (count) => `on ${count} lines `,
  look: (size, lettering, colour) =>
    [size, lettering, colour && `in ${colour}`].filter(Boolean).join(" "),
};

const chineseScrolls: Terms["sideScrolls"] = {
  upperScroll: { left: "左侧上联", right: "右侧上联" },
  lowerScroll: { left: "左侧下联", right: "右侧下联" },
};

export const chineseTerms: Terms = {
  roles: {
    title: "标题",
    subtitle: "副标题",
    slogan: "标语",
    body: "正文",
    smallPrint: "小字说明",
    label: "标签文字",
    brand: "品牌名",
    upperScroll: "上联",
    lowerScroll: "下联",
    horizontalScroll: "横批",
  },
  plainScrolls: chineseScrolls,
  sideScrolls: chineseScrolls,
  places: {
    "top-left": "位于左上方",
    top: "位于顶部",
    "top-right": "位于右上方",
    left: "位于左侧",
    center: "位于正中",
    right: "位于右侧",
    "bottom-left": "位于左下方",
    bottom: "位于底部",
    "bottom-right": "位于右下方",
  },
  vertical: "竖排",
  horizontal: "横排",
  fromRight: "自右向左读",
  letterings: {
    regular: "楷书",
    serif: "宋体",
    sans: "黑体",
    running: "行书",
    clerical: "隶书",
    brush: "毛笔书法字体",
    handwriting: "手写体",
  },
  colours: {
    black: "黑色",
    white: "白色",
    gold: "金色",
    red: "红色",
    orange: "橙色",
    yellow: "黄色",
    green: "绿色",
    teal: "青色",
    blue: "蓝色",
    purple: "紫色",
    pink: "粉色",
    brown: "棕色",
    silver: "银色",
  },
  emphases: { quiet: "小号", strong: "大号加粗" },
  styles: {
    realistic: "写实风格",
    oilPainting: "油画风格",
    watercolor: "水彩",
    chinese: "中国风",
    cyberpunk: "赛博朋克",
    minimalist: "现代简约",
  },
  lights: { soft: "柔和光线", dramatic: "戏剧性光影", warm: "暖色调", cool: "冷色调" },
  qualities: {
    highQuality: "高质量",
    hd: "高清",
    photography: "专业摄影",
    "8k": "8k 分辨率",
    details: "细节丰富",
  },
  compositions: {
    "1:1": "方形构图",
    "16:9": "横版构图，宽屏视角",
    "9:16": "竖版构图，竖屏视角",
    "4:3": "横版构图",
    "3:4": "竖版构图",
  },
  poster: "一张海报，",
  couplet: "一副对联，",
  nothingElse: "。画面中不出现其他文字。",
  bare: "一张没有文字的海报底图",
  noText: "。画面中不出现任何文字。",
  room: (places) => `${places.map((place) => place.replace("位于", "")).join("、")}留有素净的空白`,
  background: (subject) => `背景是${/^[\p{Script=Latin}\d]/u.test(subject) ? " " : ""}${subject}`,
  font: (look) => `字体为${look}`,
  comma: "，",
  semicolon: "；",
  nextLine: "、",
  after: (about) => (about.startsWith("位于") ? "" : "，"),
  before: (role) => role,
  lines: (count) => `（分 ${count} 行）`,
  look: (size, lettering, colour) => `${size}${colour}${lettering}`,
};
