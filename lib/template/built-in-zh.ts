import type { BuiltInId } from "./built-in-ids";
import type { Wording } from "./wording";

/** What the built-in templates say in Chinese. */
export const builtInZh: Record<BuiltInId, Wording> = {
  sale: {
    words: [
      ["title", "夏日清凉节"],
      ["subtitle", "全场五折起"],
      ["smallPrint", "7月1日—7月15日 · 线下门店同享", { emphasis: "normal" }],
    ],
    subject: "清新的海滩，浪花与椰树，留出大片天空",
  },
  newArrival: {
    words: [
      ["brand", "素野", { place: "top-left", lettering: "serif" }],
      ["label", "新品到店", { place: "top-right", colour: "red" }],
      ["title", "秋日新装", { place: "left", direction: "vertical", colour: "brown" }],
      ["subtitle", "亚麻、羊毛与灯芯绒", { place: "bottom", colour: "brown" }],
      ["smallPrint", "门店与小程序同步发售", { colour: "brown", emphasis: "normal" }],
    ],
    subject: "浅米色墙前挂着一件驼色羊毛大衣，旁边一瓶干芦苇，左侧留白",
  },
  event: {
    words: [
      ["title", "星光夜跑", { lettering: "brush", colour: "white" }],
      ["subtitle", "五公里，沿江而行", { colour: "white" }],
      ["label", "9月20日 19:00 集合", { place: "bottom", colour: "yellow", emphasis: "strong" }],
      ["body", "滨江公园南门", { place: "bottom", colour: "white" }],
      ["smallPrint", "免费报名，前二百名送荧光手环", { colour: "white", emphasis: "normal" }],
    ],
    subject: "夜色中的江边跑道，一串跑者的光轨，远处城市灯火倒映水面",
  },
  couplet: {
    words: [
      ["upperScroll", "天增岁月人增寿"],
      ["lowerScroll", "春满乾坤福满门"],
      ["horizontalScroll", "四季长安"],
    ],
    subject: "红色宣纸，淡金祥云，一对灯笼",
  },
  opening: {
    words: [
      ["brand", "巷口面馆", { place: "top", lettering: "clerical", colour: "gold" }],
      ["title", "开业大吉", { place: "center", lettering: "regular", colour: "gold" }],
      ["slogan", "一碗热面，等你来尝", { place: "center", colour: "white" }],
      ["body", "前三天全单八折", { place: "bottom", colour: "white", emphasis: "strong" }],
      ["smallPrint", "南门街18号 · 10:00—21:00", { colour: "white", emphasis: "normal" }],
    ],
    subject: "红色绸带与花篮环绕的门面，门前一碗热气腾腾的面，中间留出平整的红底",
  },
  recruitment: {
    words: [
      ["title", "等你加入", { place: "top-left", lettering: "sans", colour: "white" }],
      ["subtitle", "一起把小店做大", { place: "top-left", lettering: "sans", colour: "white" }],
      [
        "body",
        "平面设计师 2名\n门店店长 1名\n咖啡师 3名",
        { place: "left", colour: "yellow", emphasis: "strong" },
      ],
      ["label", "双休 · 带薪培训 · 咖啡管够", { colour: "white", emphasis: "strong" }],
      [
        "smallPrint",
        "简历投递 jobs@example.com",
        { place: "bottom-left", colour: "white", emphasis: "normal" },
      ],
    ],
    subject: "蓝色纯色背景，几只白色纸飞机从左下飞向右上，几何色块点缀边缘，大面积留白",
  },
  packaging: {
    words: [
      ["brand", "山野茶社", { place: "top" }],
      ["title", "明前龙井", { place: "center", lettering: "brush", direction: "vertical" }],
      ["label", "净含量 250克", { place: "bottom-left" }],
      ["smallPrint", "产地：浙江杭州", { place: "bottom-right" }],
    ],
    subject: "茶叶包装盒正面，绿色茶山浅浮雕，磨砂质感，浅色背景",
  },
  menu: {
    words: [
      ["title", "今日菜单", { lettering: "regular", colour: "white" }],
      ["subtitle", "当季食材，现点现做", { colour: "white" }],
      [
        "body",
        "葱油拌面 18元\n清炒时蔬 22元\n红烧狮子头 38元\n清蒸鲈鱼 68元\n桂花酒酿 12元",
        { lettering: "regular", colour: "white", emphasis: "strong" },
      ],
      ["smallPrint", "如有忌口，请先告诉店员", { colour: "white", emphasis: "normal" }],
    ],
    subject: "深色木桌俯拍，素陶餐具、葱花与八角摆在四角，中间留空",
  },
  course: {
    words: [
      ["title", "周末书法课", { lettering: "brush", colour: "black" }],
      ["subtitle", "零基础，八次课", { lettering: "regular", colour: "black" }],
      ["body", "每周六 14:00—16:00\n三楼美术教室", { place: "left", colour: "black" }],
      ["label", "笔墨纸砚已备好", { place: "bottom-left", colour: "red" }],
      [
        "smallPrint",
        "8月25日前在前台报名",
        { place: "bottom-right", colour: "black", emphasis: "normal" },
      ],
    ],
    subject: "水墨风格，宣纸右侧一方砚台与一支毛笔，墨色晕开，其余留白",
  },
  greeting: {
    words: [
      ["title", "中秋快乐", { lettering: "running", colour: "gold" }],
      [
        "slogan",
        "但愿人长久\n千里共婵娟",
        { place: "right", direction: "vertical", lettering: "running", colour: "white" },
      ],
      ["brand", "山野茶社 敬贺", { place: "bottom", colour: "gold", emphasis: "normal" }],
    ],
    subject: "深蓝夜空一轮满月，左侧桂花枝垂下，薄云环绕，金粉点点",
  },
  safety: {
    words: [
      ["title", "必须戴安全帽", { lettering: "sans", colour: "black" }],
      ["subtitle", "进入施工现场", { lettering: "sans", colour: "red" }],
      [
        "body",
        "高处作业系好安全带\n吊物下方不得站人\n动火作业先办手续",
        { colour: "black", emphasis: "strong" },
      ],
      ["smallPrint", "发现隐患，请告诉安全员", { colour: "black", emphasis: "normal" }],
    ],
    subject: "白底告示牌，四周黄黑斜纹警示边，右下角一顶黄色安全帽图标",
  },
  chart: {
    words: [
      ["title", "水的循环", { lettering: "sans" }],
      ["label", "蒸发", { place: "left", colour: "blue", emphasis: "strong" }],
      ["label", "凝结", { place: "center", colour: "blue", emphasis: "strong" }],
      ["label", "降水", { place: "right", colour: "blue", emphasis: "strong" }],
      ["label", "汇流", { place: "bottom", colour: "blue", emphasis: "strong" }],
    ],
    subject: "白底科普图表，海洋、云与山，箭头连成一圈",
  },
  advert: {
    words: [
      [
        "slogan",
        "醒来，先喝一杯",
        { place: "top-left", lettering: "handwriting", colour: "white", emphasis: "strong" },
      ],
      ["brand", "晨光咖啡", { place: "bottom-right", colour: "white" }],
      ["smallPrint", "第二杯半价", { place: "bottom-left", colour: "white", emphasis: "normal" }],
    ],
    subject: "木桌上一杯拿铁咖啡，晨光从窗边照入，浅景深",
  },
};
