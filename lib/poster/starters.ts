import { blankPoster, newBlock } from "./blank";
import type { Block, Poster, Role, StarterId } from "./schema";

type Changes = Partial<Omit<Block, "id" | "role" | "text" | "readings">>;
type Words = readonly [role: Role, text: string, changes?: Changes];

interface Starter {
  words: readonly Words[];
  scene: Partial<Poster["scene"]>;
  settings: Partial<Pick<Poster, "ratios" | "keepOut" | "promptLanguage">>;
}

const zh: Record<StarterId, Starter> = {
  poster: {
    words: [
      ["title", "夏日清凉节"],
      ["subtitle", "全场五折起"],
      ["smallPrint", "7月1日—7月15日 · 线下门店同享"],
    ],
    scene: { subject: "清新的海滩，浪花与椰树，留出大片天空", qualities: ["highQuality"] },
    settings: { ratios: ["9:16"] },
  },
  couplet: {
    words: [
      ["upperScroll", "春回大地千山秀丽展新颜"],
      ["lowerScroll", "日照神州百业兴旺谱华章"],
      ["horizontalScroll", "万象更新"],
    ],
    scene: { subject: "红色宣纸，淡金祥云，一对灯笼", styles: ["chinese"], lights: ["warm"] },
    settings: { ratios: ["3:4"], keepOut: { presets: ["text"], own: "" } },
  },
  packaging: {
    words: [
      ["brand", "山野茶社", { place: "top" }],
      ["title", "明前龙井", { place: "center", lettering: "brush", direction: "vertical" }],
      ["label", "净含量 250克", { place: "bottom-left" }],
      ["smallPrint", "产地：浙江杭州", { place: "bottom-right" }],
    ],
    scene: {
      subject: "茶叶包装盒正面，绿色茶山浅浮雕，磨砂质感，浅色背景",
      styles: ["minimalist"],
      lights: ["soft"],
      qualities: ["photography"],
    },
    settings: { ratios: ["1:1"], keepOut: { presets: ["text", "product"], own: "" } },
  },
  advert: {
    words: [
      [
        "slogan",
        "醒来，先喝一杯",
        { place: "top-left", lettering: "handwriting", colour: "white" },
      ],
      ["brand", "晨光咖啡", { place: "bottom-right", colour: "white" }],
      ["smallPrint", "第二杯半价", { place: "bottom-left", colour: "white", emphasis: "normal" }],
    ],
    scene: {
      subject: "木桌上一杯拿铁咖啡，晨光从窗边照入，浅景深",
      styles: ["realistic"],
      lights: ["warm"],
      qualities: ["photography", "details"],
    },
    settings: { ratios: ["16:9"], keepOut: { presets: ["text", "product"], own: "" } },
  },
  chart: {
    words: [
      ["title", "水的循环", { lettering: "sans" }],
      ["label", "蒸发", { place: "left", colour: "blue" }],
      ["label", "凝结", { place: "center", colour: "blue" }],
      ["label", "降水", { place: "right", colour: "blue" }],
      ["label", "汇流", { place: "bottom", colour: "blue" }],
    ],
    scene: { subject: "白底科普图表，海洋、云与山，箭头连成一圈", styles: ["minimalist"] },
    settings: { ratios: ["4:3"] },
  },
  blank: { words: [], scene: {}, settings: {} },
};

const en: Record<StarterId, Starter> = {
  poster: {
    words: [
      ["title", "Summer Sale"],
      ["subtitle", "50% off site-wide"],
      ["smallPrint", "1–15 July · in store and online"],
    ],
    scene: { subject: "a fresh beach scene with open sky above", qualities: ["highQuality"] },
    settings: { ratios: ["9:16"] },
  },
  couplet: {
    ...zh.couplet,
    scene: {
      subject: "red Xuan paper with faint gold clouds and a pair of lanterns",
      styles: ["chinese"],
      lights: ["warm"],
    },
    // Its words are Chinese, what surrounds them is said in English.
    settings: { ...zh.couplet.settings, promptLanguage: "en" },
  },
  packaging: {
    words: [
      ["brand", "HILL & LEAF", { place: "top" }],
      ["title", "Green Tea", { place: "center", lettering: "serif" }],
      ["label", "Net 250 g", { place: "bottom-left" }],
      ["smallPrint", "Grown in Hangzhou", { place: "bottom-right" }],
    ],
    scene: {
      subject: "front of a tea box, embossed green tea hills, matte paper, light background",
      styles: ["minimalist"],
      lights: ["soft"],
      qualities: ["photography"],
    },
    settings: { ratios: ["1:1"], keepOut: { presets: ["text", "product"], own: "" } },
  },
  advert: {
    words: [
      ["slogan", "First, a cup.", { place: "top-left", lettering: "handwriting", colour: "white" }],
      ["brand", "Morning Coffee", { place: "bottom-right", colour: "white" }],
      [
        "smallPrint",
        "Second cup half price",
        { place: "bottom-left", colour: "white", emphasis: "normal" },
      ],
    ],
    scene: {
      subject: "a latte on a wooden coffee table, morning sun through the window, shallow depth",
      styles: ["realistic"],
      lights: ["warm"],
      qualities: ["photography", "details"],
    },
    settings: { ratios: ["16:9"], keepOut: { presets: ["text", "product"], own: "" } },
  },
  chart: {
    words: [
      ["title", "The Water Cycle", { lettering: "sans" }],
      ["label", "Evaporation", { place: "left", colour: "blue" }],
      ["label", "Condensation", { place: "center", colour: "blue" }],
      ["label", "Precipitation", { place: "right", colour: "blue" }],
      ["label", "Collection", { place: "bottom", colour: "blue" }],
    ],
    scene: {
      subject:
        "an educational chart on a plain white background, sea, clouds and hills in a circle of arrows",
      styles: ["minimalist"],
    },
    settings: { ratios: ["4:3"] },
  },
  blank: zh.blank,
};

/** A poster to start from, with example words in the reader's language. `count` is kept. */
export function startFrom(id: StarterId, language: "zh" | "en", count: number): Poster {
  const { words, scene, settings } = (language === "zh" ? zh : en)[id];
  return {
    ...blankPoster,
    ...settings,
    scene: { ...blankPoster.scene, ...scene },
    blocks: words.map(([role, text, changes], index) => ({
      ...newBlock(`b${index + 1}`, role, text),
      ...changes,
    })),
    count,
  };
}
